# Settings of containerd, kubelet, kube-proxy and the pods' network, for a node that
# is a container: it may lack CAP_SYS_RESOURCE, and what belongs to the machine
# (control groups, connection tracking limits) is left as it is.

prepare_network() {
  mount --make-rshared / || say "mounts of volumes may not reach pods" warning
  echo 1 >/proc/sys/net/ipv4/ip_forward || true
  echo 1 2>/dev/null >/proc/sys/net/bridge/bridge-nf-call-iptables || true
  # No pod outlived the node, so no address is in use.
  rm -rf /var/lib/cni/networks /var/lib/cni/results
}

write_configuration() {
  cat >/etc/cni/net.d/10-kecs.conflist <<JSON
{
  "cniVersion": "0.4.0",
  "name": "pods",
  "plugins": [
    {
      "type": "bridge",
      "bridge": "cni0",
      "isGateway": true,
      "ipMasq": true,
      "hairpinMode": true,
      "ipam": {
        "type": "host-local",
        "ranges": [[{ "subnet": "$cluster_cidr" }]],
        "routes": [{ "dst": "0.0.0.0/0" }]
      }
    },
    { "type": "portmap", "capabilities": { "portMappings": true } }
  ]
}
JSON

  cat >"$etc/containerd.toml" <<TOML
version = 2
root = "$state/agent/containerd"
state = "$(dirname "$CONTAINERD_ADDRESS")"
oom_score = 0
disabled_plugins = [
  "io.containerd.internal.v1.opt",
  "io.containerd.internal.v1.tracing",
  "io.containerd.snapshotter.v1.aufs",
  "io.containerd.snapshotter.v1.btrfs",
  "io.containerd.snapshotter.v1.devmapper",
  "io.containerd.snapshotter.v1.zfs",
  "io.containerd.tracing.processor.v1.otlp",
]

[grpc]
address = "$CONTAINERD_ADDRESS"

[plugins."io.containerd.grpc.v1.cri"]
sandbox_image = "docker.io/kecs-lab/pause:1"
restrict_oom_score_adj = true
disable_apparmor = true
disable_hugetlb_controller = true
tolerate_missing_hugetlb_controller = true

[plugins."io.containerd.grpc.v1.cri".cni]
bin_dir = "/usr/lib/cni"
conf_dir = "/etc/cni/net.d"

[plugins."io.containerd.grpc.v1.cri".containerd]
snapshotter = "overlayfs"
default_runtime_name = "runc"

[plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]
runtime_type = "io.containerd.runc.v2"

[plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc.options]
SystemdCgroup = false
TOML

  cat >"$etc/kubelet.yaml" <<YAML
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
address: 0.0.0.0
healthzBindAddress: 127.0.0.1
tlsCertFile: $tls/kubelet-server.crt
tlsPrivateKeyFile: $tls/kubelet-server.key
authentication:
  anonymous: {enabled: false}
  webhook: {enabled: false}
  x509: {clientCAFile: $tls/ca.crt}
authorization: {mode: AlwaysAllow}
clusterDomain: cluster.local
clusterDNS: [$dns_service_ip]
resolvConf: /etc/resolv.conf
containerRuntimeEndpoint: unix://$CONTAINERD_ADDRESS
cgroupDriver: cgroupfs
cgroupsPerQOS: false
enforceNodeAllocatable: []
failCgroupV1: false
failSwapOn: false
featureGates: {KubeletInUserNamespace: true}
localStorageCapacityIsolation: false
volumePluginDir: /var/lib/kubelet/plugins
shutdownGracePeriod: 0s
syncFrequency: 30s
# A developer's disk is often nearly full: nothing is evicted or removed for that.
imageGCHighThresholdPercent: 100
imageGCLowThresholdPercent: 99
evictionHard: {memory.available: 50Mi, nodefs.available: 0%, nodefs.inodesFree: 0%, imagefs.available: 0%}
YAML

  cat >"$etc/kube-proxy.yaml" <<YAML
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
mode: iptables
clusterCIDR: $cluster_cidr
hostnameOverride: $node
clientConnection: {kubeconfig: $etc/kube-proxy.kubeconfig}
healthzBindAddress: 127.0.0.1:10256
metricsBindAddress: 127.0.0.1:10249
iptables: {minSyncPeriod: 200ms}
conntrack: {maxPerCore: 0, min: 0, tcpEstablishedTimeout: 0s, tcpCloseWaitTimeout: 0s}
YAML
}
