# The engine for the browser: crate → raw module → glue → small module, in target/bindgen/engine.

engine_dir=target/bindgen/engine
raw_engine=target/wasm32-unknown-unknown/wasm/scopelens.wasm

build_engine() {
  need_rust
  need_node
  say "Building the engine for the browser"
  compile_engine
  if cmp -s "$raw_engine" target/bindgen/raw.wasm && [ -f "$engine_dir/scopelens_bg.wasm" ]; then return; fi
  shrink_engine
  node build/smoke.mjs "$engine_dir"
  cp "$raw_engine" target/bindgen/raw.wasm
}

# The flags stand in the encoded variable, where a path may hold a blank. Closures and other functions that LLVM takes to be
# meant for inlining are inlined where they are short alone: a twentieth less to download, a fifteenth more time for a refusal.
compile_engine() {
  local flags=(
    -Ctarget-feature=+simd128
    -Cllvm-args=-inlinehint-threshold=80
    "--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=/cargo"
    "--remap-path-prefix=$(rustc --print sysroot)/lib/rustlib/src/rust=/rust"
    "--remap-path-prefix=$PWD=/scopelens"
  )
  CARGO_ENCODED_RUSTFLAGS=$(IFS=$'\x1f'; printf '%s' "${flags[*]}") \
    cargo build --quiet --locked --profile wasm --target wasm32-unknown-unknown -p scopelens-wasm
}

shrink_engine() {
  rm -rf "$engine_dir"
  xtask bindgen "$raw_engine" "$engine_dir"
  # npm's wasm-opt, never the distribution's: old ones exit 0 and leave a module that
  # no browser takes. The module itself names the features it may use.
  # Two of -Oz's habits are left out, for they make the module shorter and the package longer: large functions put into their
  # one caller, and data split at its zeros.
  node node_modules/binaryen/bin/wasm-opt -Oz --one-caller-inline-max-function-size=40 \
    --skip-pass=memory-packing "$engine_dir/scopelens_bg.wasm" -o "$engine_dir/small.wasm"
  mv "$engine_dir/small.wasm" "$engine_dir/scopelens_bg.wasm"
}

build_command_line() {
  need_rust
  say "Building the command line"
  cargo build --quiet --locked --release -p scopelens-cli
}
