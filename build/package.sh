# The unpacked packages: what extension/ holds, the engine, and each browser's manifest.

build_packages() {
  build_engine
  xtask unpacked "$engine_dir" dist
  say "Built dist/chrome and dist/firefox (engine: $(wc -c <dist/chrome/engine/scopelens_bg.wasm) bytes)"
}

# The two zip files, what they are made of, and their sums: the same bytes wherever they are built.
package() {
  build_packages
  rm -f dist/scopelens-*.zip
  xtask release dist
  (cd dist && sha256sum scopelens-*.zip scopelens-sbom.cdx.json | tee SHA256SUMS)
  say "Packed $(cd dist && echo scopelens-*.zip) into dist"
}

# Builds the same sources in another folder, with nothing built before but the libraries of xtask, and compares.
package_twice() {
  local folder
  package
  folder=$(mktemp -d)
  # What git does not know is not part of the sources.
  git ls-files -z --cached --others --exclude-standard | tar -c --null -T - | tar -x -C "$folder"
  ln -s "$PWD/node_modules" "$folder/node_modules"
  say "Building once more in $folder"
  (cd "$folder" && unset CARGO_TARGET_DIR && SCOPELENS_TOOLS=$OLDPWD/target ./build.sh package)
  local status=0
  diff dist/SHA256SUMS "$folder/dist/SHA256SUMS" || status=1
  rm -rf "$folder"
  [ "$status" -eq 0 ] || fail "the same sources gave different packages"
  say "Both builds are the same, byte by byte"
}
