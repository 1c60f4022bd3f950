#!/bin/sh
# An OCI runtime for machines without CAP_SYS_RESOURCE. A privileged container is
# to get every capability, a lower OOM score and raised limits; without that one
# capability runc fails on each of the three. So they are taken out of what runc
# is about to read, and then this process becomes runc.
#
#   create, run   reads config.json in the bundle
#   exec          reads the file given as --process
#
# Those files are compact JSON written by Go: a quote inside of a string is
# always escaped, so these patterns cannot match there.
set -u

for runc in /usr/sbin/runc /usr/bin/runc /usr/local/sbin/runc /usr/local/bin/runc; do
  [ -x "$runc" ] && break
done

command= bundle=. process= option=
for argument in "$@"; do
  case $option in
    --bundle | -b) bundle=$argument ;;
    --process | -p) process=$argument ;;
  esac
  case $argument in
    --bundle=*) bundle=${argument#--bundle=} ;;
    --process=*) process=${argument#--process=} ;;
    create | run | exec) command=${command:-$argument} ;;
  esac
  option=$argument
done

case $command in
  create | run) file=$bundle/config.json ;;
  exec) file=$process ;;
  *) file= ;;
esac

if [ -n "$file" ] && [ -w "$file" ]; then
  sed -E -i "$file" \
    -e 's/"CAP_SYS_RESOURCE",//g; s/,?"CAP_SYS_RESOURCE"//g' \
    -e 's/"oomScoreAdj":-[0-9]+/"oomScoreAdj":0/' \
    -e 's/\{"type":"RLIMIT_(NOFILE|NPROC|CORE)"[^}]*\},?//g' \
    -e 's/("rlimits":\[[^]]*),\]/\1]/'
fi
exec "$runc" "$@"
