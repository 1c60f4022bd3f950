#!/bin/bash
# Entry point of k3d's load balancer: nginx passes each port on to the nodes, as
# k3d says in a file, and again whenever k3d changes that file.
set -euo pipefail

values=/etc/confd/values.yaml
configuration=/etc/nginx/nginx.conf
module=/usr/lib/nginx/modules/ngx_stream_module.so

configure() {
  awk -v module="$module" -f /usr/share/kecs/nginx-configuration.awk "$values" >"$configuration.new"
  mv "$configuration.new" "$configuration"
}

reload_on_change() {
  local seen=$1 now
  while sleep 1; do
    now=$(cksum <"$values" 2>/dev/null) || continue
    [ "$now" != "$seen" ] || continue
    seen=$now
    configure && nginx -s reload || echo "the changed ports could not be used" >&2
  done
}

until [ -s "$values" ]; do sleep 0.1; done
seen=$(cksum <"$values")
configure
reload_on_change "$seen" &
exec nginx -g 'daemon off;'
