# The browsers: looked for, asked for their version, and upgraded or passed over where the manifest takes none so old.

declare -A browser_commands=(
  [chromium]='chromium google-chrome-stable google-chrome chromium-browser'
  [firefox]='firefox-esr firefox'
)
declare -A browser_package=([chromium]=chromium [firefox]=firefox-esr)
declare -A browser_variable=([chromium]=SCOPELENS_CHROMIUM [firefox]=SCOPELENS_FIREFOX)

# By browser: why the first one that was found will not do. Others are often the same one by another name.
declare -A unfit=()

# need_a_browser [chromium|firefox]: exports the path of one that is new enough, or fails with one sentence. Without a name
# either will do: each that is found is taken, and one that is too old is passed over.
need_a_browser() {
  if [ -n "$1" ]; then need_browser "$1"; else need_either; fi
}

need_browser() {
  take_browser "$1" && return
  can_install && bring_browser "$1" && return
  fail "$(browser_advice "$1")"
}

need_either() {
  local browser found=
  for browser in chromium firefox; do
    if take_browser "$browser" || upgrade_browser "$browser"; then found=1; fi
  done
  if [ -z "$found" ]; then
    can_install && { bring_browser chromium || bring_browser firefox; } || fail "$(either_advice)"
  fi
  for browser in "${!unfit[@]}"; do say "Passed over: ${unfit[$browser]}"; done
}

# take_browser BROWSER: exports the path of the first one that is new enough, and says in `unfit` why there is none.
take_browser() {
  local variable=${browser_variable[$1]} path paths
  unset "unfit[$1]"
  if [ -n "${!variable:-}" ]; then take_named "$1" "$variable"; return; fi
  mapfile -t paths < <(browsers_found "$1")
  for path in "${paths[@]}"; do
    if is_fit "$1" "$path"; then
      unset "unfit[$1]"
      export "$variable=$path"
      return
    fi
  done
  export "$variable="
  return 1
}

# A browser that somebody named is not replaced: where it will not do, that is the end.
take_named() {
  local status=0
  is_fit "$1" "${!2}" || status=$?
  case "$status" in
    0) unset "unfit[$1]" ;;
    2) say "Taken as it is, for $2 names it: ${unfit[$1]}"; unset "unfit[$1]" ;;
    *) fail "$2 names a browser that will not do: ${unfit[$1]}; name another there, or upgrade it" ;;
  esac
  export "$2"
}

# is_fit BROWSER PATH: 1 where it is too old or does not start, 2 where it does not tell its version.
is_fit() {
  local reason status=0
  reason=$(node build/browser-version.mjs "$1" "$2") || status=$?
  [ "$status" = 0 ] || [ -n "$reason" ] || fail "$2 could not be asked for its version"
  unfit[$1]=${unfit[$1]:-$reason}
  return "$status"
}

# Every command of the browser's names, in order, each file once. Snaps are left out: they see neither a profile under /tmp nor
# the pipe that drives them.
browsers_found() {
  local name path real
  local -A known=()
  for name in ${browser_commands[$1]}; do
    while read -r path; do
      real=$(readlink -f "$path" || true)
      case "$real" in ''|*/snap*) continue ;; esac
      grep -qs snap/bin "$path" && continue
      [ -n "${known[$real]:-}" ] || echo "$path"
      known[$real]=1
    done < <(type -aP "$name")
  done
}

# upgrade_browser BROWSER: where one that was found is the distribution's own package, and this shell may.
upgrade_browser() {
  local path
  can_install || return
  while read -r path; do
    case "$(dpkg -S "$(readlink -f "$path")" 2>/dev/null)" in
      "${browser_package[$1]}:"*) bring_browser "$1"; return ;;
    esac
  done < <(browsers_found "$1")
  return 1
}

# bring_browser BROWSER: from the distribution's packages, be it an upgrade or another beside the one that is too old.
bring_browser() {
  say "Installing ${browser_package[$1]}${unfit[$1]:+: ${unfit[$1]}}"
  apt_bring "${browser_package[$1]}" && take_browser "$1"
}

# One sentence: what was found, what is needed, and what to do.
browser_advice() {
  local package=${browser_package[$1]} variable=${browser_variable[$1]}
  if [ -n "${unfit[$1]:-}" ] && can_install; then
    echo "${unfit[$1]}, and apt-get brings no newer one: install its maker's, or name another in $variable"
  elif [ -n "${unfit[$1]:-}" ]; then
    echo "${unfit[$1]}: upgrade it (Debian: apt-get install $package; this shell may not), or name another in $variable"
  elif ! can_install; then
    echo "install $package first (Debian: apt-get install $package), or name a browser in $variable; this shell may not install"
  elif apt-cache show "$package" >/dev/null 2>&1; then
    echo "installing $package failed"
  else
    echo "this system has no package $package (Ubuntu's browsers are snaps, which cannot be driven):" \
      "install its maker's own .deb and name the browser in $variable"
  fi
}

either_advice() {
  local browser=chromium
  if [ -z "${unfit[chromium]:-}" ] && [ -n "${unfit[firefox]:-}" ]; then browser=firefox; fi
  browser_advice "$browser"
}
