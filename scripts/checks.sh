# shellcheck shell=bash
# Checks that run no tests. Each is one function, called as a step.

check_rust_format() { cargo fmt --all --check; }

check_clippy() { cargo clippy --workspace --all-targets --release -- -D warnings; }

check_tidy() { cargo xtask tidy; }

check_ui_lint() { (cd ui && npm run --silent lint); }

# write_client FOLDER: the API description and the TypeScript types made from it.
write_client() {
  "$ZHISHOU_BIN" openapi >"$1/openapi.json"
  # Called in the folder, because the tool takes its arguments for addresses.
  (cd "$1" && "$root/ui/node_modules/.bin/openapi-typescript" openapi.json -o schema.d.ts >/dev/null)
}

check_client() {
  local file fresh=$work_dir/client
  mkdir -p "$fresh"
  need_server
  write_client "$fresh"
  for file in openapi.json schema.d.ts; do
    cmp "$fresh/$file" "ui/src/api/$file" ||
      fail "ui/src/api/$file is not what the server's types say: run ./x generate and commit it"
  done
}

check_licences() {
  if cargo deny --version >/dev/null 2>&1; then
    cargo deny --offline check licenses bans sources
  else
    say 'cargo-deny is not installed: licences not checked'
  fi
}

check_shell() {
  if command -v shellcheck >/dev/null; then
    shellcheck x .ci/run scripts/*.sh
  else
    say 'shellcheck is not installed: scripts not checked'
  fi
}
