# Sourced by ./fingerspell, ./test and .ci/run: what has to be there before anything can be built or run.
# Expects $root, the repository's root. Speaks on standard error only; standard output belongs to results.

# .NET's own message texts need no ICU library then, which a bare Debian lacks.
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_WORKLOAD_INTEGRITY_CHECK=true
# ONNX Runtime reports its use to Microsoft unless told not to. The library says so too; this is for everything else.
export ORT_DISABLE_TELEMETRY=1

say() { echo "fingerspell: $*" >&2; }

# What a script says of itself at its beginning; it has come to the repository's root since it was called.
usage() { (cd "$OLDPWD" && sed -nE '2,/^[^#]/s/^# ?//p' "$0"); }

# Answers --help and ends.
tell_usage() {
  [[ ${1:-} == --help || ${1:-} == -h ]] || return 0
  usage
  exit 0
}

# The .NET SDK: on the PATH, or where its installers put it.
find_dotnet() {
  command -v dotnet >/dev/null && return
  local place
  for place in "${DOTNET_ROOT:-}" "$HOME/.dotnet" /usr/share/dotnet /usr/lib/dotnet /usr/local/share/dotnet; do
    if [[ -n $place && -x $place/dotnet ]]; then
      export DOTNET_ROOT=$place PATH=$place:$PATH
      return
    fi
  done
  say "there is no .NET SDK; install version 10 as https://learn.microsoft.com/dotnet/core/install/linux says"
  exit 1
}

# The Debian and Ubuntu packages that are missing: a package for each library (or file) that is not found.
missing_packages() {
  local libraries
  libraries=$(/sbin/ldconfig -p 2>/dev/null) || return 0 # not a glibc Linux: .NET will say it better
  [[ $libraries == *libgtk-3.so.0* ]] || echo libgtk-3-0 # OpenCV's native library needs these three
  [[ $libraries == *libdrm.so.2* ]] || echo libdrm2
  [[ $libraries == *libatomic.so.1* ]] || echo libatomic1
  [[ $libraries == *libssl.so.* ]] || echo libssl3 # NuGet downloads packages with these two
  [[ -e /etc/ssl/certs/ca-certificates.crt || -n ${SSL_CERT_FILE:-} || -d /etc/pki/tls ]] || echo ca-certificates
}

# Installs what is missing; a verb that does not need the missing piece works without, and `fingerspell doctor` names it.
install_missing_packages() {
  local packages
  packages=$(missing_packages)
  [[ -z $packages ]] || install_packages "${packages//$'\n'/ }"
}

# The browser, which only the tests of the page need; they are skipped where there is none.
install_browser() {
  command -v chromium >/dev/null || command -v google-chrome >/dev/null || install_packages chromium
}

# Installs Debian packages where it may; says what to run where it may not. Never stops the caller.
install_packages() { # names with a space between them
  local packages=$1 install as_root
  install="apt-get install --yes --no-install-recommends $packages"

  if ! command -v apt-get >/dev/null; then
    say "these are missing, by their Debian names: $packages; install them with the system's package manager"
    return
  elif [[ -n ${FINGERSPELL_NO_INSTALL:-} ]]; then
    say "missing: $packages; to install them run: sudo $install"
    return
  elif ((EUID == 0)); then
    as_root=
  elif sudo -n true 2>/dev/null; then
    as_root="sudo -n"
  elif [[ -t 0 && -t 2 ]] && command -v sudo >/dev/null; then
    as_root="sudo" # asks for the password
  else
    say "missing: $packages; to install them run as root: apt-get update && $install"
    return
  fi

  say "installing the Debian packages $packages"
  local log
  log=$(mktemp)
  if ! { $as_root apt-get update && $as_root env DEBIAN_FRONTEND=noninteractive $install; } >"$log" 2>&1 </dev/null; then
    tail -n 3 "$log" >&2
    say "that failed; to install them run as root: apt-get update && $install"
  fi
  rm -f "$log"
}

# Builds (or publishes) a project or solution in Release; shows the compiler's words only where it fails, and then stops the caller.
build_quietly() { # build or publish, what, a note for the person waiting, further arguments of `dotnet build`
  local verb=$1 what=$2 note=$3 log
  shift 3
  say "building$note"
  log=$(mktemp)
  if ! dotnet "$verb" "$what" --configuration Release "$@" >"$log" 2>&1; then
    grep -E 'error|warn' "$log" | sort -u >&2 || cat "$log" >&2
    rm -f "$log"
    say "the build failed"
    exit 1
  fi
  rm -f "$log"
}
