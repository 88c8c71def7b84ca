#!/usr/bin/env bash
# Runs every fuzz target: build/fuzz.sh SECONDS [TARGET...], or build/fuzz.sh check for a fixed, short row of inputs.
# Needs cargo-fuzz (./build.sh fuzz installs it). Works on the stable toolchain: no sanitizer is asked for, for the
# engine holds no unsafe code.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

seconds=${1:?usage: build/fuzz.sh SECONDS|check [TARGET...]}
shift
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(reader engine redactor har own)

status=0
for target in "${targets[@]}"; do
  corpus=crate/fuzz/corpus/$target
  # What a longer run has found goes on counting there, but not in a check.
  if [ "$seconds" = check ]; then corpus=crate/fuzz/corpus/check-$target; rm -rf "$corpus"; fi
  cargo run --quiet --locked -p xtask -- seeds "$corpus"
  if [ "$target" = har ]; then cp crate/har/tests/*.har "$corpus"; fi
  # The redactor's own tests, one text a file.
  if [ "$target" = redactor ]; then
    cat crate/redact/src/tests/marked/*.txt | sed 's/[«»]//g; s/⏎/\n/g' | split --lines=4 - "$corpus/marked-"
  fi
  # A check that had all seeds would come to its number of runs before it makes an input of its own: one of four does. Each input
  # of "own" sets up an engine of its own, which takes as long as a hundred texts: one of eight does, and a check is shorter.
  share=1 runs=1500
  if [ "$seconds" = check ]; then share=4; fi
  if [ "$target" = own ]; then share=8 runs=500; fi
  # A check must end alike on every machine, so its seed and its number of runs are fixed, not its time.
  if [ "$seconds" = check ]; then bounds=(-seed=1 "-runs=$runs"); else bounds=("-max_total_time=$seconds"); fi
  find "$corpus" -type f | sort | awk -v share="$share" 'NR % share' | xargs -r rm -f
  echo "Fuzzing $target: ${bounds[*]}"
  # An input that takes longer than ten seconds is a finding: time must be linear in the text.
  (cd crate/fuzz && cargo fuzz run --fuzz-dir . -s none "$target" "${corpus#crate/fuzz/}" -- \
    "${bounds[@]}" -timeout=10 -max_len=8192 -dict=dict -print_final_stats=1 -verbosity=1) || status=1
done
exit $status
