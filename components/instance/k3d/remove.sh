# shellcheck shell=sh disable=SC2086 # lists of ids are meant to be split
# Removes the cluster with its containers, network and volumes, whatever state they are in. Where a
# complete cluster of another creation has taken the name, there is nothing left to remove: that
# one replaced this one.
#
#   KECS_CLUSTER       name of the cluster
#   KECS_EPOCH         which creation of it is to go
set -eu
docker version >/dev/null

server=k3d-$KECS_CLUSTER-server-0
epoch=$(docker inspect --type container -f '{{index .Config.Labels "kecs.dev/epoch"}}' "$server" 2>/dev/null || true)
if [ -n "$epoch" ] && [ "$epoch" != "$KECS_EPOCH" ] && docker cp "$server:/kecs-generation" - >/dev/null 2>&1; then
  exit 0
fi

# k3d deletes the cluster's entry from the kubeconfig that it finds: let it find none.
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export KUBECONFIG="$scratch/kubeconfig"
k3d cluster delete "$KECS_CLUSTER" >"$scratch/said" 2>&1 || true

# What k3d no longer lists, or failed to remove.
containers=$(docker ps -aq --filter "label=k3d.cluster=$KECS_CLUSTER")
[ -z "$containers" ] || docker rm -f -v $containers >/dev/null
volumes=$(docker volume ls -q --filter "name=^k3d-$KECS_CLUSTER-images$")
[ -z "$volumes" ] || docker volume rm -f $volumes >/dev/null
networks=$(docker network ls -q --filter "name=^k3d-$KECS_CLUSTER$")
[ -z "$networks" ] || docker network rm $networks >/dev/null

# The names that built images had in the daemon. What another name still holds stays.
for image in $(docker images --format '{{.Repository}}:{{.Tag}}' "kecs.local/${KECS_CLUSTER#kecs-}/*"); do
  docker rmi "$image" >/dev/null 2>&1 || true
done
