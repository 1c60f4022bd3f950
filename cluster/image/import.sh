# shellcheck shell=sh disable=SC2046,SC2154 # lists of containers are meant to be split; scratch.sh is in front
# Brings an image of the host's Docker daemon into every node of the cluster, under a name that
# tells its content, and keeps the kubelet from collecting it.
#
#   KECS_CLUSTER       name of the cluster
#   KECS_EPOCH         which creation of it
#   KECS_SOURCE        the image in the host's daemon
#   KECS_DIGEST        its digest there
#   KECS_REF           what it is called in the nodes
#   KECS_IMPORTER      which stack brings it
fail() {
  echo "error KECS3009: image $KECS_REF could not be brought into $1: $2" >&2
  sed 's/^/  /' "$scratch"/said* >&2 2>/dev/null || true
  echo "  hint: $3" >&2
  exit 1
}

nodes() {
  for role in server agent; do
    docker ps --filter "label=k3d.cluster=$KECS_CLUSTER" --filter "label=k3d.role=$role" --format '{{.Names}}'
  done
}

has() { docker exec "$1" ctr -n k8s.io images ls -q "name==$KECS_REF" | grep -q .; }

docker tag "$KECS_DIGEST" "$KECS_REF" >"$scratch/said" 2>&1 ||
  fail "$KECS_CLUSTER" "this machine's Docker daemon has it no more" "run: docker image inspect $KECS_SOURCE"
set -- $(nodes)
[ $# -gt 0 ] || fail "$KECS_CLUSTER" "no node of it runs" "run: kecs start"

for node; do
  if ! has "$node"; then
    docker save "$KECS_REF" 2>"$scratch/said-save" |
      docker exec -i "$node" ctr -n k8s.io images import - >"$scratch/said-import" 2>&1 ||
      fail "$node" "its containerd refused it" "look for free disk space: docker system df"
  fi
  docker exec "$node" ctr -n k8s.io images label "$KECS_REF" \
    io.cri-containerd.pinned=pinned "kecs.dev/importer=$KECS_IMPORTER" >"$scratch/said" 2>&1 ||
    fail "$node" "it is not there after the import" "look at: docker logs $node"
done

# What earlier builds and creations of the cluster left in the host's daemon.
for tag in $(docker images --format '{{.Repository}}:{{.Tag}}' "${KECS_REF%:*}"); do
  case $tag in
    "$KECS_SOURCE" | "$KECS_REF") ;;
    *) docker rmi "$tag" >/dev/null 2>&1 || true ;;
  esac
done
echo "$KECS_REF"
