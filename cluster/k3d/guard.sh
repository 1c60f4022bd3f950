# shellcheck shell=sh disable=SC2034 # what it finds out is for the script behind it
# What the scripts that change a cluster have in common: one at a time, and nobody else's.
#
#   KECS_CLUSTER       name of the cluster
#   KECS_EPOCH         which creation of it is meant
#   KECS_OWNER         whose cluster it is to be, project/stack@backend
#   KECS_TAKE_OVER     another owner whose cluster may be taken over; optional
#   KECS_LOCK_PATIENCE seconds to wait for another process that changes the cluster; 240
case $KECS_CLUSTER in
  kecs-*[!a-z0-9-]* | kecs-) die KECS1001 "instance: '$KECS_CLUSTER' is not the name of a cluster" "choose another name" ;;
  kecs-*) ;;
  *) die KECS1001 "instance: '$KECS_CLUSTER' is not the name of a cluster" "choose another name" ;;
esac
server=k3d-$KECS_CLUSTER-server-0
balancer=k3d-$KECS_CLUSTER-serverlb
stamp=/kecs-generation

# k3d would write into the user's own kubeconfig on some of its ways, and leaves temporary files.
export KUBECONFIG="$scratch/kubeconfig" TMPDIR="$scratch"

cache=${KECS_CACHE_DIR:-${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/kecs}/clusters
mark=$cache/$KECS_CLUSTER.owner
patience=${KECS_LOCK_PATIENCE:-240}

quietly() {
  "$@" >"$scratch/said" 2>&1 || {
    status=$?
    cat "$scratch/said" >&2
    return "$status"
  }
}

busy() { # LOCK
  die KECS3004 "$KECS_CLUSTER: another process changes it, for more than $patience s by now" \
    "wait for its end; if there is none, remove $1"
}

# What is done in between takes milliseconds.
is_old() { # FOLDER
  [ -n "$(find "$1" -prune -mmin +1 2>/dev/null)" ]
}

# Whether nobody holds the folder: its process is gone, or was killed before it wrote itself down.
is_left_behind() {
  pid=$(cat "$folder/pid" 2>/dev/null || true)
  if [ -n "$pid" ]; then ! kill -0 "$pid" 2>/dev/null; else is_old "$folder"; fi
}

# The kernel's lock ends with the process that holds it. Where there is none (macOS), a folder is
# the lock; one that was left behind is removed by one process at a time. BusyBox's flock cannot wait
# for a time.
lock() {
  waited=0
  (umask 077 && mkdir -p "$cache" && : >>"$cache/$KECS_CLUSTER.lock") 2>"$scratch/said" ||
    die KECS4008 "$KECS_CLUSTER: $cache cannot be written: $(tail -n 1 "$scratch/said")" \
      "look at its owner and permissions, or set KECS_CACHE_DIR"
  if command -v flock >/dev/null 2>&1; then
    exec 9>>"$cache/$KECS_CLUSTER.lock"
    until flock -n 9; do
      [ "$waited" -lt "$patience" ] || busy "$cache/$KECS_CLUSTER.lock"
      waited=$((waited + 1))
      sleep 1
    done
    return
  fi
  folder=$cache/$KECS_CLUSTER.lock.d
  until mkdir "$folder" 2>/dev/null; do
    ! is_old "$folder.break" || rmdir "$folder.break" 2>/dev/null || true
    if is_left_behind && mkdir "$folder.break" 2>/dev/null; then
      held=$folder.break
      # Another process may have removed it, and have taken the lock, since.
      ! is_left_behind || rm -rf "$folder"
      rm -rf "$held"
      held=
      continue
    fi
    [ "$waited" -lt "$patience" ] || busy "$folder"
    waited=$((waited + 1))
    sleep 1
  done
  held=$folder
  echo $$ >"$folder/pid"
}

# Sets $answer to what is in a file of a container, which need not run; empty where there is none.
read_file() { # CONTAINER FILE
  # As an archive: not every Docker client may write where this script does.
  if docker cp "$1:$2" - >"$scratch/read.tar" 2>"$scratch/asked"; then
    answer=$(tar -xOf "$scratch/read.tar")
    return 0
  fi
  grep -qiE 'could not find the file|no such container:path' "$scratch/asked" || unknown "$1"
  answer=
}

# Sets $holder to whose cluster is there: "nobody" where there is none, "stranger" where KECS did
# not make it, nothing where a KECS made it that knew no owners; and $epoch and $containers.
look() {
  containers=$(docker ps -aq --filter "label=k3d.cluster=$KECS_CLUSTER")
  ask "$server" '{{index .Config.Labels "kecs.dev/epoch"}}|{{index .Config.Labels "kecs.dev/owner"}}'
  epoch=
  holder=stranger
  if [ "$answer" != absent ]; then
    epoch=${answer%%|*}
    [ -n "$epoch" ] || return 0
    holder=${answer#*|}
    # A cluster that was taken over has its owner in the node: labels cannot be changed.
    read_file "$server" /kecs-owner
    [ -z "$answer" ] || holder=$answer
  elif [ -z "$containers" ]; then
    holder=nobody
  elif [ "$(cat "$mark" 2>/dev/null || true)" = "$KECS_OWNER" ]; then
    # Creations are marked beforehand: k3d's first container has no label of ours yet.
    holder=$KECS_OWNER
  else
    owners=$(docker ps -a --filter "label=k3d.cluster=$KECS_CLUSTER" --format '{{.Label "kecs.dev/owner"}}')
    for owner in $owners; do holder=$owner; done
  fi
}

is_ours() {
  case $holder in
    nobody | "" | "$KECS_OWNER") return 0 ;;
    stranger) return 1 ;;
    *) [ "$holder" = "${KECS_TAKE_OVER:-}" ] ;;
  esac
}

# Whether the node has what is written into it last.
is_stamped() {
  read_file "$server" "$stamp"
  [ -n "$answer" ]
}

# Removes everything of this cluster's name, also what k3d no longer lists.
sweep() {
  [ -z "$containers" ] || quietly docker rm -f -v $containers
  volumes=$(docker volume ls -q --filter "name=^k3d-$KECS_CLUSTER-images$")
  [ -z "$volumes" ] || quietly docker volume rm -f $volumes
  networks=$(docker network ls -q --filter "name=^k3d-$KECS_CLUSTER$")
  [ -z "$networks" ] || quietly docker network rm $networks
}
