#!/bin/bash
# The node's `k3s`: a Kubernetes cluster of one node, made of Kubernetes' own
# components, etcd and containerd, which k3d takes for k3s. What k3d relies on:
#
#   - on stdout, at each start: "Running kube-apiserver", "Cluster dns configmap",
#     "k3s is up and running", or a last line with level=fatal;
#   - a kubeconfig at $K3S_KUBECONFIG_OUTPUT in which all is called "default";
#   - server/manifests/coredns.yaml, which k3d edits and which is then applied;
#   - kubectl and ctr on PATH, and a state that survives stop and start.
#
# The logs of the components are in /var/log/k3s.
set -euo pipefail

version=v1.34.2+kecs
state=/var/lib/rancher/k3s
tls=$state/server/tls
manifests=$state/server/manifests
etc=$state/agent/etc
logs=/var/log/k3s
kubenode=/usr/lib/kubenode
admin_kubeconfig=/etc/rancher/k3s/k3s.yaml
cluster_cidr=10.42.0.0/24
service_cidr=10.43.0.0/16
api_service_ip=10.43.0.1
dns_service_ip=10.43.0.10

say() { # MESSAGE [LEVEL]
  printf 'time="%s" level=%s msg="%s"\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "${2:-info}" "${1//\"/}"
}

case ${1:-} in
  server) shift ;;
  kubectl) shift; exec "$kubenode/kubectl" "$@" ;;
  ctr) shift; exec ctr "$@" ;;
  --version | -v) echo "k3s version $version"; exit ;;
  *) echo "k3s: only server, kubectl and ctr are here, not '${1:-}'" >&2; exit 2 ;;
esac

node=${K3S_NODE_NAME:-$(hostname)}
extra_names=()
disabled=()
manager_arguments=()
while [ $# -gt 0 ]; do
  option=$1
  shift
  # `--flag=value` is read as `--flag value`.
  case $option in
    --*=*) set -- "${option#*=}" "$@"; option=${option%%=*} ;;
  esac
  case $option in
    --tls-san) extra_names+=("$1"); shift ;;
    --node-name) node=$1; shift ;;
    --disable) IFS=, read -r -a names <<<"$1"; disabled+=("${names[@]}"); shift ;;
    --kube-controller-manager-arg) manager_arguments+=("--$1"); shift ;;
    -*)
      say "$option is not used by this node" warning
      # Its value, if it has one of its own.
      [ $# -eq 0 ] || [[ $1 == -* ]] || shift ;;
    *) say "$option is not used by this node" warning ;;
  esac
done
node=${node,,}
node_ip=$(ip -4 -oneline address show scope global | awk '$2 != "cni0" && !found++ { sub("/.*", "", $4); print $4 }')

mkdir -p "$tls" "$manifests" "$etc" "$logs" "$state/server/db" "$state/agent/images" \
  "$(dirname "$admin_kubeconfig")" "$(dirname "$CONTAINERD_ADDRESS")" /etc/cni/net.d /var/lib/kubelet
echo "${K3S_TOKEN:-kecs-lab}" >"$state/server/token"

say "Starting k3s $version as $node, $node_ip"
. /usr/lib/kecs/certificates.sh
. /usr/lib/kecs/configuration.sh
. /usr/lib/kecs/supervision.sh
. /usr/lib/kecs/components.sh
. /usr/lib/kecs/cluster.sh

trap 'stop_components; exit 0' TERM INT QUIT HUP
make_certificates
make_kubeconfigs
prepare_network
write_configuration

start_etcd
start_containerd
import_images &
importing=$!
say "Running kube-apiserver"
start_control_plane
wait_until 120 "the API server" kube get --raw /readyz
wait_until 60 "containerd" ctr version
start_node
place_manifests
wait_until 60 "the manifests" apply_changed_manifests
say "Cluster dns configmap has been set successfully"
watch_manifests &
pids[manifests]=$!
wait_until 90 "node $node" kube wait --for=condition=Ready "node/$node" --timeout=1s
wait "$importing" || say "an image could not be imported: see $logs/images.log" warning
kube label node "$node" node-role.kubernetes.io/control-plane=true --overwrite >/dev/null || true
say "k3s is up and running"

# The first component to end takes the node with it, and Docker starts it again.
wait -n "${pids[@]}" || true
report_ended
stop_components
exit 1
