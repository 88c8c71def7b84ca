# Debian's and Ubuntu's packages. Old lists bring old browsers, so they are refreshed once a run, before its first package.

can_install() {
  have apt-get && { [ "$(id -u)" = 0 ] || { have sudo && sudo -n true 2>/dev/null; }; }
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

# apt_install COMMAND PACKAGE: installs it, or fails with one sentence saying what to do.
apt_install() {
  can_install || fail "install ${1:-$2} first (Debian: apt-get install $2); this shell may not"
  say "Installing $2"
  apt_bring "$2" || fail "installing $2 failed"
}

# apt_bring PACKAGE: installs it, or brings an installed one up to what the lists have.
apt_bring() {
  refresh_lists
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "$1" >/dev/null
}

lists_are_fresh=

# By itself apt-get takes lists that it could not fetch for fetched ones.
refresh_lists() {
  [ -z "$lists_are_fresh" ] || return 0
  lists_are_fresh=1
  say "Refreshing the package lists"
  as_root apt-get update -qq -o APT::Update::Error-Mode=any >/dev/null 2>&1 ||
    say "Not all package lists could be refreshed (is this machine offline?): going on with those that are here"
}
