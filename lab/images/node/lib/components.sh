# How each component is started.

start_etcd() {
  local client=http://127.0.0.1:2379 peer=http://127.0.0.1:2380
  start etcd etcd --name node --data-dir "$state/server/db" --logger zap --auto-compaction-retention 1 \
    --listen-client-urls $client --advertise-client-urls $client \
    --listen-peer-urls $peer --initial-advertise-peer-urls $peer --initial-cluster node=$peer
}

start_containerd() {
  start containerd containerd --config "$etc/containerd.toml"
}

start_control_plane() {
  start kube-apiserver "$kubenode/kube-apiserver" --etcd-servers=http://127.0.0.1:2379 \
    --bind-address=0.0.0.0 --secure-port=6443 --advertise-address="$node_ip" \
    --service-cluster-ip-range=$service_cidr --allow-privileged=true --profiling=false \
    --authorization-mode=Node,RBAC --enable-admission-plugins=NodeRestriction \
    --client-ca-file="$tls/ca.crt" \
    --tls-cert-file="$tls/apiserver.crt" --tls-private-key-file="$tls/apiserver.key" \
    --kubelet-client-certificate="$tls/apiserver-kubelet.crt" --kubelet-client-key="$tls/apiserver-kubelet.key" \
    --kubelet-preferred-address-types=InternalIP,Hostname \
    --service-account-issuer=https://kubernetes.default.svc.cluster.local \
    --service-account-key-file="$tls/service-accounts.key" \
    --service-account-signing-key-file="$tls/service-accounts.key" \
    --proxy-client-cert-file="$tls/aggregator.crt" --proxy-client-key-file="$tls/aggregator.key" \
    --requestheader-client-ca-file="$tls/proxy-ca.crt" --requestheader-allowed-names=system:kube-aggregator \
    --requestheader-username-headers=X-Remote-User --requestheader-group-headers=X-Remote-Group \
    --requestheader-extra-headers-prefix=X-Remote-Extra- --shutdown-delay-duration=0s
  start kube-controller-manager "$kubenode/kube-controller-manager" \
    --kubeconfig="$etc/kube-controller-manager.kubeconfig" --bind-address=127.0.0.1 \
    --leader-elect=false --profiling=false --use-service-account-credentials=true \
    --service-account-private-key-file="$tls/service-accounts.key" --root-ca-file="$tls/ca.crt" \
    --cluster-signing-cert-file="$tls/ca.crt" --cluster-signing-key-file="$tls/ca.key" \
    "${manager_arguments[@]}"
  start kube-scheduler "$kubenode/kube-scheduler" --kubeconfig="$etc/kube-scheduler.kubeconfig" \
    --bind-address=127.0.0.1 --leader-elect=false --profiling=false
}

start_node() {
  start kubelet "$kubenode/kubelet" --config="$etc/kubelet.yaml" --kubeconfig="$etc/kubelet.kubeconfig" \
    --hostname-override="$node" --node-ip="$node_ip" --node-labels="kubernetes.io/hostname=$node" \
    --root-dir=/var/lib/kubelet
  start kube-proxy "$kubenode/kube-proxy" --config="$etc/kube-proxy.yaml"
}
