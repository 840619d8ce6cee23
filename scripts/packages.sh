# shellcheck shell=bash
# What the machine must have. Only what is missing is installed, and only as root;
# otherwise the one command to type is printed.

chromium=/usr/bin/chromium

# need compiler|browser|database … : distribution packages by what they are for.
need() {
  local purpose missing=()
  for purpose in "$@"; do
    case $purpose in
      compiler)
        { command -v cc && command -v make; } >/dev/null || missing+=(build-essential)
        ;;
      browser)
        [ -x "$chromium" ] || missing+=(chromium)
        compgen -G '/usr/share/fonts/*/noto/NotoSansCJK*' >/dev/null || missing+=(fonts-noto-cjk)
        ;;
      database)
        [ -n "$(postgres_bin)" ] || missing+=(postgresql)
        ;;
    esac
  done
  [ ${#missing[@]} -eq 0 ] || install_packages "${missing[@]}"
}

install_packages() {
  command -v apt-get >/dev/null ||
    fail "missing: $*. Install what your distribution calls these Debian packages, then try again."
  if [ "$(id -u)" -ne 0 ]; then
    say "Missing: $*. Type this, then try again:" >&2
    say "  sudo apt-get update && sudo apt-get install -y --no-install-recommends $*" >&2
    exit 1
  fi
  heading "Installing $*"
  # The package lists are fetched only when they are absent or too old to serve.
  apt_get install "$@" || { apt_get update && apt_get install "$@"; } || fail "could not install: $*"
}

apt_get() {
  local verb=$1
  shift
  [ "$verb" = update ] || set -- -y --no-install-recommends "$@"
  DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=600 "$verb" "$@" </dev/null
}

need_rust() {
  command -v cargo >/dev/null || fail 'Rust is missing: install it with rustup, then try again.'
}

need_node() {
  { command -v node && command -v npm; } >/dev/null ||
    fail 'Node.js is missing: install version 20.19 or newer with npm, then try again.'
  node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' ||
    fail "Node.js $(node --version) is too old: install version 20.19 or newer, then try again."
}
