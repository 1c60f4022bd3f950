# shellcheck shell=sh disable=SC2086,SC2154 # lists of ids are meant to be split; guard.sh sets the rest
# Brings the cluster to what the configuration says, whatever is there: nothing, the remains of an
# interrupted creation, a stopped cluster, one whose load balancer lost its node, or a healthy one.
# What belongs to somebody else stays, and is an error.
#
#   standard input     k3d's configuration
#   KECS_IMAGE         image of the nodes
#   KECS_GENERATION    what to write into the node once everything is in place
#   KECS_PORTS         address:localPort:nodePort of every port, with blanks between
#   and those of guard.sh
config=$(cat)

check_owner() {
  ! is_ours || return 0
  [ "$holder" != stranger ] ||
    die KECS3010 "$KECS_CLUSTER: a cluster of this name, or what is left of one, is there and was not made by KECS" \
      "give the instance another name, or remove that cluster: k3d cluster delete $KECS_CLUSTER"
  die KECS3010 "$KECS_CLUSTER: the cluster belongs to $holder, not to $KECS_OWNER" \
    "give the instance another name, or take the cluster over: pulumi config set kecs:takeOver $holder"
}

# An image that cannot be had is told before anything that is there is removed.
provide() { # IMAGE
  ! docker image inspect "$1" >/dev/null 2>&1 || return 0
  docker pull "$1" >"$scratch/said" 2>&1 ||
    die KECS3004 "$KECS_CLUSTER: image $1 cannot be pulled: $(tail -n 1 "$scratch/said")" \
      "check its name and the network; nothing that is there was changed"
}

# As k3d chooses them: https://k3d.io/stable/faq/faq/
provide_helpers() {
  version=$(k3d version 2>/dev/null | sed -n 's/^k3d version v*//p')
  tag=${K3D_HELPER_IMAGE_TAG:-$version}
  [ -n "$tag" ] || return 0
  provide "${K3D_IMAGE_LOADBALANCER:-ghcr.io/k3d-io/k3d-proxy:$tag}"
  provide "${K3D_IMAGE_TOOLS:-ghcr.io/k3d-io/k3d-tools:$tag}"
}

create() {
  provide "$KECS_IMAGE"
  [ -z "$containers" ] || provide_helpers
  sweep
  printf '%s\n' "$KECS_OWNER" >"$mark"
  printf '%s' "$config" >"$scratch/config.yaml"
  quietly k3d cluster create --config "$scratch/config.yaml"
  holder=$KECS_OWNER
}

start() {
  paused=$(docker ps -aq --filter "label=k3d.cluster=$KECS_CLUSTER" --filter status=paused)
  [ -z "$paused" ] || quietly docker unpause $paused
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
    quietly k3d cluster start "$KECS_CLUSTER" --wait --timeout 180s
  fi
}

add_ports() {
  ask "$balancer" '{{range $port, $to := .HostConfig.PortBindings}}{{range $to}}{{.HostIp}}:{{.HostPort}}:{{$port}} {{end}}{{end}}'
  published=" $answer"
  set --
  for port in $KECS_PORTS; do
    case $published in
      *" $port/tcp "* | *" $port "*) ;;
      *) set -- "$@" --port-add "$port@loadbalancer" ;;
    esac
  done
  [ $# -gt 0 ] || return 0
  # A failed edit leaves the load balancer stopped: bring it back before reporting.
  quietly k3d cluster edit "$KECS_CLUSTER" "$@" || {
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
complete=
if [ -n "$epoch" ] && [ "$epoch" = "$KECS_EPOCH" ]; then
  ask "$balancer" '{{.State.Status}}'
  [ "$answer" = absent ] || ! is_stamped || complete=yes
fi
if [ -n "$complete" ]; then
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
