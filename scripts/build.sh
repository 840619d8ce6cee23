# shellcheck shell=bash
# Building: npm packages, UI, server. Each is left alone while its input is the same.

export ZHISHOU_BIN=$target_dir/release/zhishou
export ZHISHOU_CHROMIUM=$chromium

# npm ci, once for each content of the lock file. The stamp lies inside
# node_modules, so removing that folder is enough to start over.
need_npm_packages() {
  local stamp=ui/node_modules/.x-stamp wanted
  need_node
  wanted=$(sha256sum <ui/package-lock.json)
  if [ ! -f "$stamp" ] || [ "$(cat "$stamp")" != "$wanted" ]; then
    say 'npm packages: installing what the lock file says'
    # The browser comes from the distribution, never from a download.
    (cd ui && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund)
    say "$wanted" >"$stamp"
  fi
}

# Everything in ui/ that can change the pages; src/coverage is a capability's
# folder, ui/coverage a report.
ui_sources() {
  find ui \( -path ui/node_modules -o -path ui/dist -o -path ui/e2e -o -path ui/coverage \
    -o -path ui/test-results -o -path ui/playwright-report \) -prune \
    -o -type f ! -name '*.test.*' -print0
}

# The UI's pages in ui/dist, from which the server's build embeds them.
need_ui() {
  local stamp=.tmp/ui-dist.stamp built
  need_npm_packages
  built=$(ui_sources | hash_of_files)
  if [ ! -f ui/dist/index.html ] || [ ! -f "$stamp" ] || [ "$(cat "$stamp")" != "$built" ]; then
    say 'UI: building'
    (cd ui && npm run --silent build)
    mkdir -p .tmp
    say "$built" >"$stamp"
  fi
}

need_server() {
  need_rust
  cargo build --release -p zhishou-server
}

# Everything that serving takes, on a machine that has only Rust and Node.
build_all() {
  need_rust
  need compiler
  need_ui
  heading 'Server build'
  need_server
}
