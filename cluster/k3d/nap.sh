# shellcheck shell=sh disable=SC2086,SC2154 # names are meant to be split; guard.sh sets the rest
# Pauses the containers of the cluster, or lets paused ones go on; prints the names of those that it changed.
#
#   KECS_NAP   pause or unpause
#   and those of guard.sh
busy() { # LOCK
  die KECS4004 "$KECS_CLUSTER: another process changes the cluster at this moment" \
    "wait for its end; if there is none, remove $1"
}

lock
look
is_ours || die KECS3010 "$KECS_CLUSTER: the cluster is another's by now" "run kecs list, which says whose it is"
# The load balancer goes first and comes back last: what it lets through meets nodes that all run.
case $KECS_NAP in
  pause) roles="loadbalancer agent server" from=running ;;
  unpause) roles="server agent loadbalancer" from=paused ;;
esac
for role in $roles; do
  names=$(docker ps --filter "label=k3d.cluster=$KECS_CLUSTER" --filter "label=k3d.role=$role" \
    --filter "status=$from" --format '{{.Names}}')
  [ -z "$names" ] || docker "$KECS_NAP" $names
done
