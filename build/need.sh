# What the other parts need. Each need_… looks first and installs only what is missing.

say() { printf '\033[1m==>\033[0m %s\n' "$*" >&2; }
# What of the build is logic. SCOPELENS_TOOLS names another target folder for it, whose libraries need not be built again.
xtask() { cargo run --quiet --locked --target-dir "${SCOPELENS_TOOLS:-${CARGO_TARGET_DIR:-target}}" -p xtask -- "$@"; }
fail() { printf 'build.sh: %s\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

need_all() {
  need_rust
  need_node
  need_browsers
  say "Everything is there."
}

# Both browsers, and what they are played with.
need_browsers() {
  need_a_browser chromium
  need_a_browser firefox
  need_display
  need_fonts
}

need_rust() {
  have cargo && have rustup || fail "install Rust with rustup (https://rustup.rs) first"
  need_toolchain
  need_rust_target wasm32-unknown-unknown
  need_rust_component clippy
  need_rust_component rustfmt
  need_crates
}

# The sources of all crates, those of other systems too: their licences are read.
need_crates() {
  cargo metadata --format-version=1 --locked --offline >/dev/null 2>&1 && return
  say "Fetching the crates of Cargo.lock"
  cargo fetch --quiet --locked
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

# Real clients of platforms, for the part of the tests that plays with them.
need_clients() {
  [ tests/clients/node_modules/.package-lock.json -nt tests/clients/package-lock.json ] && return
  say "Installing the clients of tests/clients/package-lock.json"
  npm ci --prefix tests/clients --ignore-scripts --no-audit --no-fund --loglevel=error
  touch tests/clients/node_modules/.package-lock.json
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

need_display() {
  have Xvfb || apt_install Xvfb xvfb
  have xdotool || apt_install xdotool xdotool
}

# What the command line is compared with.
need_ripgrep() {
  have rg || apt_install rg ripgrep
}

need_fonts() {
  [ -n "$(find /usr/share/fonts ~/.fonts ~/.local/share/fonts -iname '*cjk*' -print -quit 2>/dev/null)" ] && return
  can_install || { say "No Chinese font here: install one (fonts-noto-cjk), or Chinese shows as boxes"; return; }
  apt_install '' fonts-noto-cjk
}
