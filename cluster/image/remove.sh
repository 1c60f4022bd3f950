# shellcheck shell=sh disable=SC2046,SC2154 # lists of containers are meant to be split; scratch.sh is in front
# Takes an image out of the nodes that it was imported into, and its names out of the host's daemon.
# Where a container still runs on it, it is left to the kubelet, which collects it when the disk
# gets full.
#
# The same variables as those of the import.
nodes() {
  for role in server agent; do
    docker ps --filter "label=k3d.cluster=$KECS_CLUSTER" --filter "label=k3d.role=$role" --format '{{.Names}}'
  done
}

# Another creation of the cluster has imports of its own. The first node alone tells which it is.
ask "k3d-$KECS_CLUSTER-server-0" '{{index .Config.Labels "kecs.dev/epoch"}}'
[ "$answer" = "$KECS_EPOCH" ] || [ "$answer" = absent ] || exit 0

# Another stack that has taken the cluster over may have brought the same content under the same name.
for node in $(nodes); do
  importer=$(docker exec "$node" ctr -n k8s.io images ls "name==$KECS_REF" 2>/dev/null |
    sed -n 's|.*kecs\.dev/importer=\([0-9a-f]*\).*|\1|p')
  [ -z "$importer" ] || [ "$importer" = "$KECS_IMPORTER" ] || exit 0
done

for node in $(nodes); do
  # A node that does not say what runs on it keeps the image.
  running=$(docker exec "$node" ctr -n k8s.io containers ls 2>/dev/null) || continue
  if printf '%s\n' "$running" | grep -qF "$KECS_REF "; then
    docker exec "$node" ctr -n k8s.io images label "$KECS_REF" io.cri-containerd.pinned= >/dev/null 2>&1 || true
    continue
  fi
  # The container runtime keeps the content under the image's id as well.
  target=$(docker exec "$node" ctr -n k8s.io images ls "name==$KECS_REF" | awk 'NR > 1 { print $3 }')
  others=$(docker exec "$node" ctr -n k8s.io images ls | awk -v t="$target" -v r="$KECS_REF" '$3 == t && $1 != r && $1 !~ /^sha256:/' | wc -l)
  docker exec "$node" ctr -n k8s.io images rm "$KECS_REF" >/dev/null 2>&1 || true
  [ "$others" -gt 0 ] || docker exec "$node" ctr -n k8s.io images rm "$KECS_DIGEST" >/dev/null 2>&1 || true
done

docker rmi "$KECS_REF" >/dev/null 2>&1 || true
# A build's own name may stand for a later content by now; a name of the user's is none of ours.
if [ "${KECS_SOURCE%:*}" = "${KECS_REF%:*}" ] &&
  [ "$(docker image inspect -f '{{.Id}}' "$KECS_SOURCE" 2>/dev/null)" = "$KECS_DIGEST" ]; then
  docker rmi "$KECS_SOURCE" >/dev/null 2>&1 || true
fi
