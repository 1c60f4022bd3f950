# shellcheck shell=sh disable=SC2086,SC2154 # lists of names are meant to be split; guard.sh sets the rest
# k3d's load balancer, which publishes the local ports. k3d makes it along with a cluster and can then
# only add ports to it. This makes the same one again, for a cluster that lost it and for ports that
# are no longer wanted.
#
#   KECS_PORTS         address:localPort:nodePort of every port, with blanks between
#   and those of guard.sh

# Runs what opens local ports. One that was taken since they were looked at is told by its number.
opening() {
  "$@" >"$scratch/said" 2>&1 && return 0 || status=$?
  if grep -qiE 'port is already allocated|address already in use|ports are not available' "$scratch/said"; then
    taken=$(grep -oE '(\[[0-9a-f:]*\]|[0-9.]+):[0-9]+' "$scratch/said" | tail -n 1)
    die KECS2006 "$KECS_CLUSTER: local port ${taken:-that the instance needs} was taken by another program meanwhile" \
      "stop that program and start the instance again, or choose other ports: pulumi config set kecs:httpPort <port>"
  fi
  cat "$scratch/said" >&2
  return "$status"
}

# Sets $published to address:localPort:nodePort of what the load balancer publishes, the API server's
# port included.
read_published() {
  ask "$balancer" '{{range $port, $to := .HostConfig.PortBindings}}{{range $to}}{{.HostIp}}:{{.HostPort}}:{{$port}} {{end}}{{end}}'
  [ "$answer" != absent ] || answer=
  published=
  for port in $answer; do published="$published ${port%/tcp}"; done
}

# Whether it publishes a port that is not wanted.
has_surplus() {
  for port in $published; do
    case $port in *:6443) continue ;; esac
    case " $KECS_PORTS " in *" $port "*) ;; *) return 0 ;; esac
  done
  return 1
}

# The names of the cluster's containers that have one of these roles.
nodes() { # ROLE...
  for role in "$@"; do
    docker ps -a --filter "label=k3d.cluster=$KECS_CLUSTER" --filter "label=k3d.role=$role" --format '{{.Names}}'
  done
}

# Where it leads: every port to the same port of the nodes.
write_upstreams() {
  servers=$(nodes server)
  everyone=$(nodes server agent)
  {
    echo ports:
    echo '  6443.tcp:'
    for node in $servers; do echo "  - $node"; done
    for port in $KECS_PORTS; do echo "${port##*:}"; done | sort -un | while read -r port; do
      echo "  $port.tcp:"
      for node in $everyone; do echo "  - $node"; done
    done
    echo settings:
    printf '%s' "$config" | grep -oE 'settings\.[A-Za-z]+=[0-9]+' | sed 's/^settings\./  /; s/=/: /'
  } >"$scratch/upstreams/etc/confd/values.yaml"
}

make_balancer() {
  look_at_helpers
  provide "$balancer_image"
  ask "$server" '{{index .Config.Labels "k3d.cluster.network"}} {{index .Config.Labels "k3d.cluster.imageVolume"}} {{index .Config.Labels "k3d.server.api.port"}}'
  set -- $answer
  network=$1
  volume=$2
  api=$3
  ask "$server" '{{range $name, $value := .Config.Labels}}{{println (printf "%s=%s" $name $value)}}{{end}}'
  {
    printf '%s\n' "$answer" | grep -E '^(app|k3d\.cluster(\.[A-Za-z.]+)?|k3d\.version|k3d\.server\.loadbalancer|kecs\.dev/owner)='
    echo k3d.role=loadbalancer
  } >"$scratch/labels"
  mkdir -p "$scratch/upstreams/etc/confd"
  write_upstreams
  chmod 644 "$scratch/upstreams/etc/confd/values.yaml"
  set --
  for port in $KECS_PORTS "127.0.0.1:$api:6443"; do set -- "$@" --publish "$port"; done
  docker rm -f "$balancer" >/dev/null 2>&1 || true
  quietly docker create --name "$balancer" --hostname "$balancer" --network "$network" \
    --label-file "$scratch/labels" --restart unless-stopped --init --security-opt label=disable \
    --volume "$volume:/k3d/images" --tmpfs /run --tmpfs /var/run "$@" \
    "$balancer_image"
  (cd "$scratch/upstreams" && COPYFILE_DISABLE=1 tar -cf - etc/confd/values.yaml) >"$scratch/upstreams.tar"
  quietly docker cp - "$balancer:/" <"$scratch/upstreams.tar"
  published=" $KECS_PORTS"
}
