#!/usr/bin/env bash
# Prints medians: the engine natively, the built package in both browsers, and the command line: `scan` against ripgrep, and `har`.
# build/bench.sh [LOG_MB]     the size of the log for `scan`; 1000 unless told, 0 leaves it out
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

megabytes=${1:-1000}
target=${CARGO_TARGET_DIR:-target}

echo "== the engine, natively"
cargo bench --quiet --locked -p scopelens-render --bench engine

echo "== the package in the browsers"
node tests/bench/browsers.mjs

[ "$megabytes" -gt 0 ] || exit 0
cargo build --quiet --release --locked -p scopelens-cli
scopelens=$target/release/scopelens
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# best COMMAND...: the best of five wall times in seconds
best() {
  local times=() start
  for _ in 1 2 3 4 5; do
    start=$(date +%s.%N)
    "$@" > "$folder/out" || [ $? -eq 1 ]
    times+=("$(echo "$(date +%s.%N) $start" | awk '{ printf "%.3f", $1 - $2 }')")
  done
  printf '%s\n' "${times[@]}" | sort -n | head -1
}

echo "== scan of a log of $megabytes MB"
node tests/bench/log.mjs "$megabytes" > "$folder/log"
"$scopelens" scan --needles > "$folder/needles"
ours=$(best "$scopelens" scan "$folder/log")
echo "scopelens scan: $ours s"
theirs=$(best rg -c -F -f "$folder/needles" "$folder/log")
echo "rg -c -F, same words: $theirs s; ratio $(awk "BEGIN { printf \"%.2f\", $ours / $theirs }")"

echo "== a HAR file of 100 MB"
node tests/bench/har.mjs 100 > "$folder/har"
echo "scopelens har: $(best "$scopelens" har "$folder/har") s"
