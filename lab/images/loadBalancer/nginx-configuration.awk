# From the values that k3d writes to the configuration of nginx:
#
#   ports:                         an upstream and a listener for each
#     30880.tcp:
#     - k3d-example-server-0
#   settings:
#     workerConnections: 1024
#     defaultProxyTimeout: 600
#
# Called with -v module=FILE, the stream module of nginx.

function finish_port(    index_, name) {
  if (port == "") return
  name = "port_" port "_" protocol
  body = body "  upstream " name " {\n"
  for (index_ = 1; index_ <= hosts; index_++)
    body = body "    server " host[index_] ":" port " max_fails=1 fail_timeout=10s;\n"
  body = body "  }\n  server {\n"
  body = body "    listen " port (protocol == "udp" ? " udp" : "") ";\n"
  body = body "    proxy_pass " name ";\n  }\n"
  port = ""
  hosts = 0
}

BEGIN {
  connections = 1024
  timeout = 600
}

/^[^ #]/ {
  finish_port()
  section = $1
}

section == "ports:" && $1 ~ /^["']?[0-9]+\.(tcp|udp)["']?:$/ {
  finish_port()
  key = $1
  gsub(/["':]/, "", key)
  split(key, parts, ".")
  port = parts[1]
  protocol = parts[2]
}

section == "ports:" && $1 == "-" { host[++hosts] = $2 }
$1 == "workerConnections:" { connections = $2 }
$1 == "defaultProxyTimeout:" { timeout = $2 }

END {
  finish_port()
  print "load_module " module ";"
  print "pid /run/nginx.pid;"
  print "worker_processes auto;"
  # k3d waits for the notice "start worker processes" in this container's log.
  print "error_log stderr notice;"
  print "events { worker_connections " connections "; }"
  print "stream {"
  print "  proxy_connect_timeout 2s;"
  print "  proxy_timeout " timeout ";"
  printf "%s}\n", body
}
