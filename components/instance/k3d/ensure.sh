# shellcheck shell=sh disable=SC2086 # lists of ids are meant to be split
# Brings the cluster to what the configuration says, whatever is there: nothing, the remains of an
# interrupted creation, a stopped cluster, one whose load balancer lost its node, or a healthy one.
#
#   standard input     k3d's configuration
#   KECS_CLUSTER       name of the cluster
#   KECS_EPOCH         which creation of it is wanted
#   KECS_GENERATION    what to write into the node once everything is in place
#   KECS_PORTS         address:localPort:nodePort of every port, with blanks between
set -eu
config=$(cat)
server=k3d-$KECS_CLUSTER-server-0
balancer=k3d-$KECS_CLUSTER-serverlb
stamp=/kecs-generation

# k3d would write into the user's own kubeconfig on some of its ways.
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export KUBECONFIG="$scratch/kubeconfig"

quietly() {
  "$@" >"$scratch/said" 2>&1 || {
    status=$?
    cat "$scratch/said" >&2
    return "$status"
  }
}

epoch_of() { docker inspect --type container -f '{{index .Config.Labels "kecs.dev/epoch"}}' "$1" 2>/dev/null || true; }
is_running() { [ "$(docker inspect --type container -f '{{.State.Running}}' "$1" 2>/dev/null)" = true ]; }
is_there() { docker inspect --type container "$1" >/dev/null 2>&1; }
is_complete() { [ "$(epoch_of "$server")" = "$KECS_EPOCH" ] && is_there "$balancer" && docker cp "$server:$stamp" - >/dev/null 2>&1; }

# Removes everything of this cluster's name, also what k3d no longer lists.
sweep() {
  containers=$(docker ps -aq --filter "label=k3d.cluster=$KECS_CLUSTER")
  [ -z "$containers" ] || quietly docker rm -f -v $containers
  volumes=$(docker volume ls -q --filter "name=^k3d-$KECS_CLUSTER-images$")
  [ -z "$volumes" ] || quietly docker volume rm -f $volumes
  networks=$(docker network ls -q --filter "name=^k3d-$KECS_CLUSTER$")
  [ -z "$networks" ] || quietly docker network rm $networks
}

create() {
  sweep
  printf '%s' "$config" >"$scratch/config.yaml"
  quietly k3d cluster create --config "$scratch/config.yaml"
}

start() {
  if is_running "$server" && is_running "$balancer"; then
    # It may hold an address that its node no longer has.
    quietly docker exec "$balancer" nginx -s reload || quietly docker restart "$balancer"
  else
    quietly k3d cluster start "$KECS_CLUSTER" --wait --timeout 180s
  fi
}

add_ports() {
  published=" $(docker inspect --type container -f '{{range $port, $to := .HostConfig.PortBindings}}{{range $to}}{{.HostIp}}:{{.HostPort}}:{{$port}} {{end}}{{end}}' "$balancer")"
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

if is_complete; then
  start
  add_ports
else
  create
fi
wait_ready
printf '%s\n' "$KECS_GENERATION" | docker exec -i "$server" sh -c "cat >$stamp"
echo ready
