# shellcheck shell=sh disable=SC2086,SC2154 # lists of ids are meant to be split; guard.sh sets the rest
# Gives the cluster's containers their network back, which somebody removed or took from them. Sets
# $moved where one of them may have another address now.
reconnect() {
  moved=
  ask "$server" '{{index .Config.Labels "k3d.cluster.network"}} {{index .Config.Labels "k3d.cluster.network.iprange"}}'
  network=${answer%% *}
  range=${answer#* }
  if [ -z "$(docker network ls -q --filter "name=^$network$")" ]; then
    set -- docker network create --label app=k3d --opt com.docker.network.bridge.enable_ip_masquerade=true
    # Its old range may be another's by now. k3d asks for the gateway.
    { [ -n "$range" ] && "$@" --subnet "$range" --gateway "${range%.*}.1" "$network" >/dev/null 2>&1; } ||
      quietly "$@" "$network"
  fi
  id=$(docker network inspect --format '{{.Id}}' "$network")
  for container in $(nodes server agent loadbalancer); do
    ask "$container" "{{with index .NetworkSettings.Networks \"$network\"}}{{.NetworkID}}{{end}}"
    [ "$answer" != "$id" ] || continue
    moved=yes
    docker network disconnect --force "$network" "$container" >/dev/null 2>&1 || true
    quietly docker network connect "$network" "$container"
  done
}
