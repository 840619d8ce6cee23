# shellcheck shell=bash
# The verbs of ./x.

verb_run() {
  build_all
  serve "$root/data" "$@"
}

# The program fills an empty folder, keeps a demo that is there, and refuses other data.
verb_demo() {
  local data_dir
  data_dir=$(option_value --data-dir "$@")
  # A relative path means the caller's folder.
  case $data_dir in
    '') data_dir=$root/data-demo ;;
    /*) ;;
    *) data_dir=$started_in/$data_dir ;;
  esac
  build_all
  "$ZHISHOU_BIN" demo --served-next --data-dir "$data_dir"
  serve "$data_dir" "$@"
}

# serve DATA_DIR [options]: what the caller says goes before what we assume.
serve() {
  local data_dir=$1 assumed=()
  shift
  has_option --listen "$@" || assumed+=(--listen 127.0.0.1:8080)
  has_option --data-dir "$@" || assumed+=(--data-dir "$data_dir")
  # Relative paths among the options mean the caller's folder.
  cd "$started_in" || fail "cannot enter $started_in"
  exec "$ZHISHOU_BIN" serve "${assumed[@]}" "$@"
}

has_option() {
  local option=$1 argument
  shift
  for argument in "$@"; do
    case $argument in "$option" | "$option="*) return 0 ;; esac
  done
  return 1
}

# option_value OPTION [arguments]: what stands after it, nothing when it is not there.
option_value() {
  local option=$1 found='' next=''
  shift
  for argument in "$@"; do
    [ -z "$next" ] || found=$argument
    next=''
    case $argument in
      "$option") next=yes ;;
      "$option="*) found=${argument#*=} ;;
    esac
  done
  printf '%s' "$found"
}

verb_fmt() {
  need_rust
  need_npm_packages
  cargo fmt --all
  (cd ui && npm run --silent format)
}

verb_generate() {
  need_work_dir
  need_rust
  need compiler
  need_npm_packages
  mkdir -p ui/dist "$work_dir/client"
  need_server
  write_client "$work_dir/client"
  cp "$work_dir/client/openapi.json" "$work_dir/client/schema.d.ts" ui/src/api/
  say 'wrote ui/src/api/openapi.json and ui/src/api/schema.d.ts'
}

verb_lint() {
  need_work_dir
  prepare_lints
  lint_steps
  summary
}

verb_e2e() {
  need_work_dir
  need browser database
  build_all
  postgres_start
  step 'Browser tests' test_browser "$@"
  summary
}

verb_bench() {
  [ -f crates/bench/Cargo.toml ] || fail 'there is no bench yet: crates/bench does not exist'
  need_work_dir
  need_rust
  need compiler database
  need_ui
  cargo build --profile dist -p zhishou-server -p zhishou-bench
  postgres_start durable
  ZHISHOU_BIN=$target_dir/dist/zhishou "$target_dir/dist/zhishou-bench" "$@"
}

verb_test() {
  local fast=''
  if [ "${1:-}" = --fast ]; then
    fast=yes
    shift
  fi
  filter=${1:-}
  [ $# -le 1 ] || fail 'one filter at most'
  need_work_dir
  if [ -n "$fast" ]; then test_fast; else test_full; fi
  summary
}

test_fast() {
  # Unset, the Rust tests run on SQLite only.
  unset ZHISHOU_TEST_POSTGRES
  need_rust
  need compiler
  need_npm_packages
  [ -f ui/dist/index.html ] || need_ui
  [ -n "$filter" ] || step 'Tidy' check_tidy
  step 'Rust tests on SQLite' test_rust
  step 'UI unit tests' test_ui_unit
}

test_full() {
  need browser database
  prepare_lints
  postgres_start
  step 'UI build' need_ui
  [ -n "$filter" ] || lint_steps
  step 'Server build' need_server
  [ -n "$filter" ] || step 'Generated API client is clean' check_client
  step 'Rust tests on SQLite and PostgreSQL' test_rust
  [ -n "$filter" ] || step 'Rust examples in the documentation' test_rust_examples
  step 'UI unit tests' test_ui_unit
  step 'Browser tests' test_browser
}

prepare_lints() {
  need_rust
  need compiler
  need_npm_packages
  # The server embeds this folder, so it must exist even for a check.
  mkdir -p ui/dist
}

lint_steps() {
  step 'Rust format' check_rust_format
  step 'Tidy' check_tidy
  step 'Scripts' check_shell
  step 'UI lint' check_ui_lint
  step 'Clippy' check_clippy
  step 'Licences' check_licences
}
