# shellcheck shell=sh
# Lets CoreDNS read its files now. By itself it would see a new file after a minute or two: the
# kubelet has to bring it, and CoreDNS looks every half minute.
#
#   KECS_CLUSTER       name of the cluster
set -eu
kube() { docker exec "k3d-$KECS_CLUSTER-server-0" kubectl --namespace kube-system "$@"; }

# One that is still to be made starts with the file.
[ -z "$(kube get deployment coredns --ignore-not-found --output name)" ] ||
  kube rollout restart deployment coredns
