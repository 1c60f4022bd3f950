# The processes of the node, by name. What they print goes to $logs/NAME.log.

declare -A pids=()

start() { # NAME COMMAND...
  local name=$1
  shift
  "$@" >>"$logs/$name.log" 2>&1 </dev/null &
  pids[$name]=$!
}

signal_component() { # SIGNAL NAME
  [ -z "${pids[$2]:-}" ] || kill "-$1" "${pids[$2]}" 2>/dev/null || true
}

ends_within() { # SECONDS NAME
  [ -z "${pids[$2]:-}" ] || timeout "$1" tail --sleep-interval=0.05 --pid="${pids[$2]}" -f /dev/null
}

# Docker allows ten seconds in all, and k3d has drained the node for some of them.
stop_components() {
  local name
  trap '' TERM INT QUIT HUP
  for name in manifests kubelet kube-proxy kube-scheduler kube-controller-manager kube-apiserver; do
    signal_component TERM "$name"
  done
  # The API server would wait for its watchers and has nothing to save; etcd has.
  ends_within 0.5 kube-apiserver || signal_component KILL kube-apiserver
  signal_component TERM etcd
  signal_component TERM containerd
  ends_within 3 etcd || true
  ends_within 1 containerd || true
}

# Says which components ended, and the last line of each; fails if none did.
report_ended() {
  local name found=1
  for name in "${!pids[@]}"; do
    kill -0 "${pids[$name]}" 2>/dev/null && continue
    say "$name ended: $(tail -n 1 "$logs/$name.log" 2>/dev/null)" fatal
    found=0
  done
  return $found
}

wait_until() { # SECONDS WHAT COMMAND...
  local deadline=$((SECONDS + $1)) what=$2
  shift 2
  until "$@" >/dev/null 2>&1; do
    if report_ended; then
      stop_components
      exit 1
    fi
    if [ "$SECONDS" -ge "$deadline" ]; then
      say "gave up waiting for $what" fatal
      stop_components
      exit 1
    fi
    sleep 0.1
  done
}
