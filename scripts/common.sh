# shellcheck shell=bash
# Words that every part uses: saying, failing, hashing, cleaning up.
# The variables root and started_in come from ./x.

target_dir=${CARGO_TARGET_DIR:-target}
case $target_dir in
  /*) ;;
  *) target_dir=$root/$target_dir ;;
esac

# Folder for the logs and data of this run only; made by need_work_dir.
work_dir=''

say() { printf '%s\n' "$*"; }

heading() { printf '\n== %s ==\n' "$*"; }

fail() {
  printf 'x: %s\n' "$*" >&2
  exit 1
}

# One hash over the names and contents of the files named on standard input,
# separated by zero bytes.
hash_of_files() {
  LC_ALL=C sort -z | xargs -0 -r sha256sum -- | sha256sum | cut -d' ' -f1
}

need_work_dir() {
  [ -z "$work_dir" ] || return 0
  work_dir=$(mktemp -d "${TMPDIR:-/tmp}/zhishou-x.XXXXXX")
  trap clean_up EXIT
  # Leaving through exit makes a stopped run clean up like a finished one.
  trap 'exit 130' INT
  trap 'exit 143' TERM
}

clean_up() {
  postgres_stop
  rm -rf -- "$work_dir"
}
