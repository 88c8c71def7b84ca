#!/usr/bin/env bash
# Runs every fuzz target for so many seconds: build/fuzz.sh SECONDS [TARGET...]
# Needs cargo-fuzz (./build.sh fuzz installs it). Works on the stable toolchain: no sanitizer is asked for, for the
# engine holds no unsafe code.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

seconds=${1:?usage: build/fuzz.sh SECONDS [TARGET...]}
shift
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(reader engine redactor)

status=0
for target in "${targets[@]}"; do
  corpus=crate/fuzz/corpus/$target
  node build/fuzz-seeds.mjs "$corpus"
  echo "Fuzzing $target for $seconds s"
  # An input that takes longer than ten seconds is a finding: time must be linear in the text.
  (cd crate && cargo fuzz run -s none "$target" "fuzz/corpus/$target" -- \
    -max_total_time="$seconds" -timeout=10 -max_len=8192 -dict=fuzz/dict -print_final_stats=1 -verbosity=1) || status=1
done
exit $status
