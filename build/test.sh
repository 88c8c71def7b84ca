# The checks. Each part is one or more checks; a check prints what it does, and its tests are counted.

declare -A part_checks=(
  [format]='check_format check_format_scripts'
  [lint]='check_clippy check_clippy_wasm check_lint_scripts'
  [types]='check_types'
  [rust]='check_rust'
  [unit]='check_unit'
  [fuzz]='check_fuzz'
  [border]='check_border'
  [tidy]='check_tidy'
  [addon]='check_addon'
  [package]='check_package'
  [e2e]='check_e2e'
  [clients]='check_clients'
)
part_order=(format lint types rust fuzz unit tidy border addon package e2e)

# Parts that are run by name alone: the clients of platforms are large, and no part of anything that is shipped.
named_parts=(clients)

# What tells most of a change within two minutes: no package is built for it, and no browser is started.
quick_parts=(format lint types unit rust)

# What a part needs beside Rust, Node and the npm packages.
declare -A part_needs=(
  [fuzz]='need_fuzz'
  [tidy]='build_packages'
  [border]='build_packages build_command_line'
  [addon]='build_packages'
  [e2e]='need_browsers build_packages build_command_line'
  [clients]='need_clients need_browsers build_packages build_command_line'
)

test_parts() { echo "${part_order[*]} ${named_parts[*]}"; }

passed=0
failed=0

run_tests() {
  local parts=("$@") part check
  [ ${#parts[@]} -gt 0 ] || parts=("${part_order[@]}")
  [ "${parts[*]}" != quick ] || parts=("${quick_parts[@]}")
  for part in "${parts[@]}"; do
    [ -n "${part_checks[$part]:-}" ] || fail "test has no part '$part', only: $(test_parts)"
  done
  need_rust
  need_node
  meet_needs "${parts[@]}"
  for part in "${parts[@]}"; do
    for check in ${part_checks[$part]}; do count "$part" "$check"; done
  done
  printf '\n%s passed, %s failed\n' "$passed" "$failed"
  [ "$failed" -eq 0 ]
}

# meet_needs PART...: each need once, in the order of the parts.
meet_needs() {
  local part need
  local -A met=()
  for part in "$@"; do
    for need in ${part_needs[$part]:-}; do
      [ -n "${met[$need]:-}" ] || "$need"
      met[$need]=1
    done
  done
}

# count PART CHECK: runs a check and adds up what its test runner says. A check without a
# runner is one test.
count() {
  local log good=0 bad=0 status=0 start=$SECONDS
  log=$(mktemp)
  say "Checking: $1"
  ("$2") 2>&1 | tee "$log" || status=$?
  read -r good bad < <(node build/count.mjs "$log")
  if [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1; fi
  if [ "$status" -eq 0 ] && [ "$good" -eq 0 ]; then good=1; fi
  rm -f "$log"
  passed=$((passed + good))
  failed=$((failed + bad))
  say "$1: $good passed, $bad failed, $((SECONDS - start)) s"
}

check_format() { cargo fmt --all --check; }
check_format_scripts() { node node_modules/@biomejs/biome/bin/biome format; }
check_lint_scripts() { node node_modules/@biomejs/biome/bin/biome lint --error-on-warnings; }
check_clippy() { cargo clippy --quiet --locked --workspace --all-targets -- -D warnings; }
check_clippy_wasm() {
  cargo clippy --quiet --locked -p scopelens-wasm --target wasm32-unknown-unknown -- -D warnings
}
check_types() { node node_modules/typescript/bin/tsc; }

# The proofs of the rules are Rust tests too.
check_rust() {
  if have cargo-nextest; then
    cargo nextest run --locked --workspace --no-fail-fast --status-level fail &&
      cargo test --quiet --locked --workspace --doc
  else
    cargo test --quiet --locked --workspace --no-fail-fast
  fi
}

# A short run on every change; ./build.sh fuzz SECONDS is for a long one.
check_fuzz() { build/fuzz.sh check 2>&1 | grep -vE '^#[0-9]|NEW_FUNC|^INFO' ; }

check_unit() { node_tests unit; }
check_border() { node_tests border; }
check_tidy() { node_tests tidy; }
check_clients() { node_tests clients; }
# Both browsers at once, each with its suites one after the other: a second pair of browsers would be in the way of the first.
# A suite that fails is not played again: what fails now and then is a fault.
check_e2e() {
  local log status=0
  log=$(mktemp)
  play firefox >"$log" 2>&1 &
  play chromium || status=1
  wait $! || status=1
  cat "$log"
  rm -f "$log"
  return "$status"
}

# play BROWSER: its end-to-end suites.
play() { SCOPELENS_E2E=$1 node_tests e2e; }

check_package() { package_twice; }
check_addon() { node node_modules/web-ext/bin/web-ext.js lint --source-dir dist/firefox --warnings-as-errors --no-config-discovery; }

# One file at a time: browsers that share two cores get in each other's way.
node_tests() { node --test --test-reporter=spec --test-concurrency=1 tests/"$1"/*.test.mjs; }
