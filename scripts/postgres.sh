# shellcheck shell=bash
# A throw-away PostgreSQL: its own cluster in a temporary folder, reached through
# a socket in that folder alone, so that concurrent runs cannot meet.

postgres_dir=''

# The folder with initdb, the newest version first; nothing when there is none.
postgres_bin() {
  local newest
  newest=$(find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1) || true
  if [ -n "$newest" ] && [ -x "$newest/initdb" ]; then
    say "$newest"
  elif command -v initdb >/dev/null; then
    dirname -- "$(readlink -f -- "$(command -v initdb)")"
  fi
}

# PostgreSQL refuses to run as root, so root hands it to an unprivileged account.
postgres_account() {
  if id postgres >/dev/null 2>&1; then say postgres; else say nobody; fi
}

as_postgres() {
  if [ "$(id -u)" -eq 0 ]; then
    (cd / && runuser -u "$(postgres_account)" -- "$@")
  else
    (cd / && "$@")
  fi
}

# postgres_start [durable]: starts the cluster and exports ZHISHOU_TEST_POSTGRES.
# Tests need no durability; the bench does, or its figures would flatter.
postgres_start() {
  local bin durability=(-c fsync=off -c synchronous_commit=off -c full_page_writes=off)
  [ "${1:-}" != durable ] || durability=()
  if [ -n "${ZHISHOU_TEST_POSTGRES:-}" ]; then
    say 'PostgreSQL: the one named by ZHISHOU_TEST_POSTGRES'
    return 0
  fi
  need_work_dir
  bin=$(postgres_bin)
  # Not below TMPDIR: the path of a socket may have 107 bytes only, and the
  # unprivileged account must be able to enter.
  postgres_dir=$(mktemp -d /tmp/zhishou-pg.XXXXXX)
  [ "$(id -u)" -ne 0 ] || chown "$(postgres_account)" "$postgres_dir"
  postgres_init "$bin"
  # pg_ctl waits until the server answers.
  as_postgres "$bin/pg_ctl" start -s -w -t 60 -D "$postgres_dir/data" -l "$postgres_dir/log" -o \
    "-c listen_addresses='' -c unix_socket_directories=$postgres_dir -c max_connections=400 ${durability[*]}" ||
    { cat "$postgres_dir/log" >&2 || true; fail 'PostgreSQL did not start, see above'; }
  as_postgres "$bin/createdb" -h "$postgres_dir" -U zhishou zhishou
  export ZHISHOU_TEST_POSTGRES="postgres://zhishou@localhost/zhishou?host=$postgres_dir"
  say "PostgreSQL: $("$bin/postgres" --version), throw-away"
}

# A Chinese collation where the server can: a query that forgot COLLATE "C" then
# sorts differently from SQLite here as it would at a customer's.
postgres_init() {
  local options help
  options=(-D "$postgres_dir/data" -U zhishou -A trust -E UTF8 --locale=C.UTF-8 --no-sync)
  help=$(as_postgres "$1/initdb" --help)
  case $help in
    *--icu-locale*) options+=(--locale-provider=icu --icu-locale=zh) ;;
  esac
  as_postgres "$1/initdb" "${options[@]}" >"$work_dir/initdb.log" 2>&1 ||
    { cat "$work_dir/initdb.log" >&2; fail 'PostgreSQL could not be set up, see above'; }
}

postgres_stop() {
  [ -n "$postgres_dir" ] || return 0
  if [ -e "$postgres_dir/data/postmaster.pid" ]; then
    as_postgres "$(postgres_bin)/pg_ctl" stop -s -w -m immediate -D "$postgres_dir/data" || true
  fi
  rm -rf -- "$postgres_dir"
  postgres_dir=''
}
