# shellcheck shell=sh
# How every script begins: with a temporary folder that goes with it, however it ends.
set -eu
scratch=
held=
leave() {
  status=$?
  trap - EXIT
  [ -z "$scratch" ] || rm -rf "$scratch"
  [ -z "$held" ] || rm -rf "$held"
  exit "$status"
}
trap leave EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM
scratch=$(mktemp -d)

# Ends the script with an error as KECS words them.
die() { # CODE MESSAGE HINT
  printf 'error %s: %s\n  hint: %s\n' "$1" "$2" "$3" >&2
  exit 1
}

# What is unknown is not gone: nothing is removed for it.
unknown() { # CONTAINER
  ! grep -qiE 'cannot connect to the docker daemon|error during connect|is the docker daemon running' "$scratch/asked" ||
    die KECS2001 "docker: no Docker daemon answers ($(tail -n 1 "$scratch/asked"))" \
      "start Docker Desktop, or run: sudo systemctl start docker"
  die KECS3004 "$1: Docker does not say what it is: $(tail -n 1 "$scratch/asked")" \
    "nothing was changed; run the same command again once 'docker inspect $1' answers"
}

# Sets $answer to what a template says of a container, or to "absent" where there is none.
ask() { # CONTAINER TEMPLATE
  answer=$(docker inspect --type container -f "$2" "$1" 2>"$scratch/asked") && return 0
  grep -qiE 'no such (container|object)' "$scratch/asked" || unknown "$1"
  answer=absent
}
