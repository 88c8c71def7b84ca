# The unpacked packages: what extension/ holds, the engine, and each browser's manifest.

build_packages() {
  build_engine
  local browser
  for browser in chrome firefox; do
    assemble "dist/$browser"
    node build/manifest.mjs extension/manifest "$browser" "dist/$browser/manifest.json"
  done
  say "Built dist/chrome and dist/firefox (engine: $(wc -c <dist/chrome/engine/scopelens_bg.wasm) bytes)"
}

assemble() {
  rm -rf "$1"
  mkdir -p "$1/engine"
  cp -R extension/. "$1/"
  rm -rf "$1/manifest"
  cp "$engine_dir/scopelens.js" "$engine_dir/scopelens_bg.wasm" "$1/engine/"
}
