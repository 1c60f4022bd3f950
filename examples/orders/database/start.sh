# Runs PostgreSQL on the volume, which the first start fills.
set -eu
data=/var/lib/postgresql/data
mkdir -p "$data"
chown postgres: "$data"
as_postgres() { setpriv --reuid=postgres --regid=postgres --init-groups -- "$@"; }

if [ ! -s "$data/PG_VERSION" ]; then
  file=$(mktemp)
  printf '%s' "$POSTGRES_PASSWORD" >"$file"
  chown postgres: "$file"
  as_postgres /usr/lib/postgresql/15/bin/initdb --pgdata="$data" --pwfile="$file" \
    --username=postgres --auth=scram-sha-256 --encoding=UTF8
  rm "$file"
  echo 'host all all all scram-sha-256' >>"$data/pg_hba.conf"
fi
# A task that was killed leaves this file, and no other task runs on the volume.
rm -f "$data/postmaster.pid"
exec setpriv --reuid=postgres --regid=postgres --init-groups -- \
  /usr/lib/postgresql/15/bin/postgres -D "$data" -c listen_addresses='*' -c unix_socket_directories=''
