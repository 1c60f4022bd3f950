# shellcheck shell=sh disable=SC2086,SC2154 # lists of ids are meant to be split; guard.sh sets the rest
# Removes the cluster with its containers, network and volumes, whatever state they are in. Where a
# complete cluster of another creation has taken the name, there is nothing left to remove: that
# one replaced this one. What belongs to somebody else stays.
#
#   the variables of guard.sh
docker version >/dev/null
# What may be taken over is another's until it was.
KECS_TAKE_OVER=

lock
look
if ! is_ours; then
  echo "cluster $KECS_CLUSTER is left alone: it does not belong to $KECS_OWNER"
  exit 0
fi
if [ -n "$epoch" ] && [ -n "$KECS_EPOCH" ] && [ "$epoch" != "$KECS_EPOCH" ] && is_stamped; then
  exit 0
fi

[ -z "$containers" ] || k3d cluster delete "$KECS_CLUSTER" >"$scratch/said" 2>&1 || true
# What k3d no longer lists, or failed to remove.
containers=$(docker ps -aq --filter "label=k3d.cluster=$KECS_CLUSTER")
sweep
rm -f "$mark"

# The names that built images had in the daemon. What another name still holds stays.
for image in $(docker images --format '{{.Repository}}:{{.Tag}}' "kecs.local/${KECS_CLUSTER#kecs-}/*"); do
  docker rmi "$image" >/dev/null 2>&1 || true
done
