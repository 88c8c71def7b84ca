# What the other parts need. Each need_… looks first and installs only what is missing.

say() { printf '\033[1m==>\033[0m %s\n' "$*" >&2; }
fail() { printf 'build.sh: %s\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

need_all() {
  need_rust
  need_node
  need_a_browser chromium
  need_a_browser firefox
  need_display
  need_fonts
  say "Everything is there."
}

need_rust() {
  have cargo && have rustup || fail "install Rust with rustup (https://rustup.rs) first"
  need_toolchain
  need_rust_target wasm32-unknown-unknown
  need_rust_component clippy
  need_rust_component rustfmt
}

# rust-toolchain.toml names the version; without automatic installs rustup only complains.
need_toolchain() {
  rustc --version >/dev/null 2>&1 && return
  say "Installing the Rust toolchain that rust-toolchain.toml names"
  rustup toolchain install
}

need_rust_target() {
  [ -d "$(rustc --print sysroot)/lib/rustlib/$1/lib" ] && return
  say "Adding Rust's target $1"
  rustup target add "$1"
}

need_rust_component() {
  rustup component list --installed | grep -q "^$1" && return
  say "Adding Rust's component $1"
  rustup component add "$1"
}

# cargo-fuzz works on the stable toolchain; its runtime is C++.
need_fuzz() {
  need_rust
  have c++ || apt_install c++ g++
  cargo fuzz --version >/dev/null 2>&1 && return
  say "Installing cargo-fuzz"
  cargo install --quiet cargo-fuzz --version 0.13.2
}

need_node() {
  have node && have npm || fail "install Node.js 20 or later, with npm, first"
  local major
  major=$(node -p 'process.versions.node.split(".")[0]')
  [ "$major" -ge 20 ] || fail "Node.js is too old: $(node --version), and 20 is the least"
  # npm leaves this file as a receipt of what it installed last.
  [ node_modules/.package-lock.json -nt package-lock.json ] && return
  say "Installing the npm packages of package-lock.json"
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
  touch node_modules/.package-lock.json
}

# need_a_browser [chromium|firefox]: finds one, installs it where it can, and exports its path.
# Without a name the first one found will do.
need_a_browser() {
  find_browsers
  case "$1" in
    chromium) [ -n "$SCOPELENS_CHROMIUM" ] || apt_install chromium chromium ;;
    firefox) [ -n "$SCOPELENS_FIREFOX" ] || apt_install firefox-esr firefox-esr ;;
    *) [ -n "$SCOPELENS_CHROMIUM$SCOPELENS_FIREFOX" ] || apt_install chromium chromium ;;
  esac
  find_browsers
}

find_browsers() {
  SCOPELENS_CHROMIUM=${SCOPELENS_CHROMIUM:-$(first_of chromium google-chrome-stable google-chrome chromium-browser)}
  SCOPELENS_FIREFOX=${SCOPELENS_FIREFOX:-$(first_of firefox-esr firefox)}
  export SCOPELENS_CHROMIUM SCOPELENS_FIREFOX
}

# Snaps are passed over: they see neither a profile under /tmp nor the pipe that drives them.
first_of() {
  local name found
  for name in "$@"; do
    found=$(command -v "$name" || true)
    case "$(readlink -f "$found" || true)" in ''|*/snap*) continue ;; esac
    grep -qs snap/bin "$found" || { echo "$found"; return; }
  done
}

need_display() {
  have Xvfb || apt_install Xvfb xvfb
  have xdotool || apt_install xdotool xdotool
}

need_fonts() {
  [ -n "$(find /usr/share/fonts ~/.fonts ~/.local/share/fonts -iname '*cjk*' -print -quit 2>/dev/null)" ] && return
  can_install || { say "No Chinese font here: install one (fonts-noto-cjk), or Chinese shows as boxes"; return; }
  apt_install '' fonts-noto-cjk
}

can_install() {
  have apt-get && { [ "$(id -u)" = 0 ] || { have sudo && sudo -n true 2>/dev/null; }; }
}

# apt_install COMMAND PACKAGE: from Debian's or Ubuntu's packages, or one sentence saying what to do.
apt_install() {
  can_install || fail "install ${1:-$2} first (Debian: apt-get install $2); this shell may not"
  say "Installing $2"
  local as_root=()
  [ "$(id -u)" = 0 ] || as_root=(sudo -n)
  apt-cache show "$2" >/dev/null 2>&1 || "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "$2" >/dev/null || no_package "$2"
}

no_package() {
  case "$1" in
    chromium|firefox-esr) fail "this system has no package $1 (Ubuntu's browsers are snaps, which cannot be driven):" \
      "install its maker's own .deb and name the browser in SCOPELENS_CHROMIUM or SCOPELENS_FIREFOX" ;;
    *) fail "installing $1 failed" ;;
  esac
}
