# shellcheck shell=sh disable=SC2086,SC2154 # lists of ids are meant to be split; guard.sh sets the rest
# Brings the cluster to what the configuration says, whatever is there: nothing, the remains of an
# interrupted creation, a stopped cluster, one whose load balancer lost its node, or a healthy one.
# What belongs to somebody else stays, and is an error.
#
#   standard input     k3d's configuration
#   KECS_IMAGE         image of the nodes
#   KECS_GENERATION    what to write into the node once everything is in place
#   and those of balancer.sh and guard.sh
config=$(cat)

check_owner() {
  ! is_ours || return 0
  [ "$holder" != stranger ] ||
    die KECS3010 "$KECS_CLUSTER: a cluster of this name, or what is left of one, is there and was not made by KECS" \
      "give the instance another name, or remove that cluster: k3d cluster delete $KECS_CLUSTER"
  die KECS3010 "$KECS_CLUSTER: the cluster belongs to $holder, not to $KECS_OWNER" \
    "give the instance another name, or take the cluster over: pulumi config set kecs:takeOver $holder"
}

create() {
  provide "$KECS_IMAGE"
  [ -z "$containers" ] || provide_helpers
  sweep
  printf '%s\n' "$KECS_OWNER" >"$mark"
  printf '%s' "$config" >"$scratch/config.yaml"
  opening k3d cluster create --config "$scratch/config.yaml"
  holder=$KECS_OWNER
}

unpause() {
  paused=$(docker ps -aq --filter "label=k3d.cluster=$KECS_CLUSTER" --filter status=paused)
  [ -z "$paused" ] || quietly docker unpause $paused
}

start() {
  # A node looks at its address only when it starts.
  [ -z "$moved" ] || quietly docker stop $(nodes loadbalancer agent server)
  ask "$server" '{{.State.Running}}'
  running=$answer
  ask "$balancer" '{{.State.Running}}'
  if [ "$running $answer" = "true true" ]; then
    agents=$(docker ps -aq --filter "label=k3d.cluster=$KECS_CLUSTER" --filter label=k3d.role=agent \
      --filter status=exited --filter status=created)
    [ -z "$agents" ] || quietly docker start $agents
    # It may hold an address that its node no longer has.
    quietly docker exec "$balancer" nginx -s reload || quietly docker restart "$balancer"
  else
    opening k3d cluster start "$KECS_CLUSTER" --wait --timeout 180s
  fi
}

add_ports() {
  set --
  for port in $KECS_PORTS; do
    case "$published " in
      *" $port "*) ;;
      *) set -- "$@" --port-add "$port@loadbalancer" ;;
    esac
  done
  [ $# -gt 0 ] || return 0
  # A failed edit leaves the load balancer stopped: bring it back before reporting.
  (opening k3d cluster edit "$KECS_CLUSTER" "$@") || {
    status=$?
    docker start "$balancer" >/dev/null 2>&1 || true
    return "$status"
  }
}

wait_ready() {
  tries=0
  until docker exec "$server" kubectl get --raw /readyz >/dev/null 2>"$scratch/said"; do
    tries=$((tries + 1))
    [ "$tries" -lt 120 ] || {
      echo "error KECS3001: the API server of cluster $KECS_CLUSTER did not become ready" >&2
      cat "$scratch/said" >&2
      echo "  hint: look at 'docker logs $server'" >&2
      return 1
    }
    sleep 0.5
  done
}

write_file() { # FILE TEXT
  printf '%s\n' "$2" | docker exec -i "$server" sh -c "cat >$1"
}

lock
look
check_owner
if [ -n "$epoch" ] && [ "$epoch" = "$KECS_EPOCH" ] && is_stamped; then
  unpause
  reconnect
  read_published
  if [ -z "$published" ] || has_surplus; then
    make_balancer
  fi
  start
  add_ports
else
  create
fi
wait_ready
[ "$holder" = "$KECS_OWNER" ] || write_file /kecs-owner "$KECS_OWNER"
printf '%s\n' "$KECS_OWNER" >"$mark"
write_file "$stamp" "$KECS_GENERATION"
echo ready
