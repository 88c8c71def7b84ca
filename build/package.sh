# The unpacked packages: what extension/ holds, the engine, and each browser's manifest.

build_packages() {
  build_engine
  local browser
  for browser in chrome firefox; do
    assemble "dist/$browser"
    node build/manifest.mjs extension/manifest "$browser" "dist/$browser/manifest.json"
    cargo run --quiet --locked -p xtask -- notices package "dist/$browser/licenses/licenses.html"
  done
  say "Built dist/chrome and dist/firefox (engine: $(wc -c <dist/chrome/engine/scopelens_bg.wasm) bytes)"
}

assemble() {
  rm -rf "$1"
  mkdir -p "$1/engine"
  cp -R extension/. "$1/"
  # Not shipped: the manifest's parts, and what holds types alone.
  rm -rf "$1/manifest" "$1/shared/types.js"
  cp "$engine_dir/scopelens.js" "$engine_dir/scopelens_bg.wasm" "$1/engine/"
}

# The two zip files, what they are made of, and their sums: the same bytes wherever they are built.
package() {
  build_packages
  local version browser
  version=$(node -p 'JSON.parse(require("fs").readFileSync("dist/chrome/manifest.json")).version')
  for browser in chrome firefox; do
    cargo run --quiet --locked -p xtask -- pack "dist/$browser" "dist/scopelens-$browser-$version.zip"
  done
  cargo run --quiet --locked -p xtask -- sbom >dist/scopelens-sbom.cdx.json
  (cd dist && sha256sum scopelens-*-"$version".zip scopelens-sbom.cdx.json | tee SHA256SUMS)
  say "Packed dist/scopelens-{chrome,firefox}-$version.zip"
}

# Builds the same sources in another folder, with nothing built before, and compares.
package_twice() {
  local folder
  package
  folder=$(mktemp -d)
  # What git does not know is not part of the sources.
  git ls-files -z --cached --others --exclude-standard | tar -c --null -T - | tar -x -C "$folder"
  ln -s "$PWD/node_modules" "$folder/node_modules"
  say "Building once more in $folder"
  (cd "$folder" && unset CARGO_TARGET_DIR && ./build.sh package)
  local status=0
  diff dist/SHA256SUMS "$folder/dist/SHA256SUMS" || status=1
  rm -rf "$folder"
  [ "$status" -eq 0 ] || fail "the same sources gave different packages"
  say "Both builds are the same, byte by byte"
}
