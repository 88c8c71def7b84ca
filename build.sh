#!/usr/bin/env bash
# The one entry: sets up, builds, runs and tests Scopelens. Its parts stand in build/.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

source build/need.sh
source build/apt.sh
source build/browsers.sh
source build/engine.sh
source build/package.sh
source build/test.sh

usage() {
  cat <<'TEXT'
Usage: ./build.sh [COMMAND]

  setup           install everything the other commands need
  build           leave the unpacked extension in dist/chrome and dist/firefox (the default)
  package         pack both for the stores: zip files, their SHA-256 sums, and what they are made of
  run             build, then open a browser with the extension loaded and the demo page open
    --browser NAME    chromium or firefox; otherwise the first one found
    --lang LANG       en or zh-CN: the language of the demo page and of the cards
    --headless        no window: drive every surface once, leave pictures in dist/screenshots,
                      and print a diagnosis as text
  test [PART...]  run every check, or the named parts alone; quick stands for format, lint, types,
                  unit and rust, which need no package and no browser:
TEXT
  echo "                    $(test_parts)"
  cat <<'TEXT'
  bench [LOG_MB]  print medians: the engine natively, the package in both browsers, and scan of
                  a log of so many MB (1000; 0 leaves it out) against rg
  fuzz [SECONDS]  run each fuzz target for so long (60 s)
  help            this text

Each command first installs what it lacks (Rust's wasm32 target, npm packages, and on
Debian and Ubuntu the browsers) and says so. Once that is there, nothing goes online.

SCOPELENS_CHROMIUM and SCOPELENS_FIREFOX name the browsers to use in place of the found ones.
A found one that is older than the manifest takes is upgraded from the system's packages, or passed
over; a named one is never replaced.
TEXT
}

# run [OPTIONS]: a browser with the extension in it, for a person or for the camera.
run() {
  local browser= lang=en headless=
  while [ $# -gt 0 ]; do
    case "$1" in
      --headless) headless=1 ;;
      --browser) browser=${2:?--browser wants chromium or firefox}; shift ;;
      --lang) lang=${2:?--lang wants en or zh-CN}; shift ;;
      *) fail "run does not know '$1'; see ./build.sh help" ;;
    esac
    shift
  done
  case "$browser" in ''|chromium|firefox) ;; *) fail "--browser is chromium or firefox, not '$browser'" ;; esac
  case "$lang" in en|zh-CN) ;; *) fail "--lang is en or zh-CN, not '$lang'" ;; esac
  build_packages
  need_a_browser "$browser"
  if [ -n "$headless" ]; then run_headless "$browser"; else run_window "$browser" "$lang"; fi
}

run_window() {
  node build/run.mjs "$1" "$2"
}

# bench [LOG_MB]: figures of the engine, of the package in both browsers, and of the command line.
bench() {
  build_packages
  need_a_browser chromium
  need_a_browser firefox
  [ "${1:-}" = 0 ] || need_ripgrep
  build/bench.sh "$@"
}

run_headless() {
  need_fonts
  build_command_line
  node build/shoot.mjs "$1"
}

command=${1:-build}
[ $# -eq 0 ] || shift
case "$command" in
  setup) need_all ;;
  build) build_packages ;;
  package) package ;;
  run) run "$@" ;;
  test) run_tests "$@" ;;
  bench) bench "$@" ;;
  fuzz) need_fuzz; build/fuzz.sh "${1:-60}" ;;
  help|-h|--help) usage ;;
  *) usage >&2; fail "no command '$command'" ;;
esac
