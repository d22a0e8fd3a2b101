#!/usr/bin/env bash
# Runs every test project in Release and adds up their results; the last line is "N passed, N failed, N skipped". Builds first when
# something was written since the last build. A project that fails, hangs or dies counts as failed and the others still run.
#
#   bash tests/run.sh [name…]      all projects, or those whose name contains one of the given words
#
# ANSINH_TEST_JOBS     projects at a time (2); Platform.Tests starts processes of its own and always runs alone, last
# ANSINH_TEST_TIMEOUT  seconds that one project may take (2400)
# ANSINH_TEST_SCENARIOS=all  both published scenarios are recounted at full size, not only the first; 150 s more
# ANSINH_NO_INSTALL=1  install nothing: what needs rabbitmq-server, node, LibreOffice or go then fails with its own message
# ANSINH_TEST_SQLSERVER  connection string of an administrator of a SQL Server 2022: what stands on a database runs there too, after SQLite
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en

results=.artifacts/tests
jobs=${ANSINH_TEST_JOBS:-2}
limit=${ANSINH_TEST_TIMEOUT:-2400}

# Programs that tests start, from Debian when the machine lacks them.
install_missing() {
  local missing=() as_root=()
  [[ -x /usr/sbin/rabbitmq-server ]] || command -v rabbitmq-server > /dev/null || missing+=(rabbitmq-server)
  [[ -n $(compgen -G '/usr/lib/*/faketime/libfaketimeMT.so.1') ]] || missing+=(faketime)
  command -v promtool > /dev/null || missing+=(prometheus)
  command -v node > /dev/null || missing+=(nodejs)
  command -v npm > /dev/null || missing+=(npm)
  # Writer and Calc, without a window, open the documents of reports: 62 packages, 96 MB, about 40 s on two cores.
  [[ -e /usr/lib/libreoffice/program/libswlo.so ]] || missing+=(libreoffice-writer-nogui)
  [[ -e /usr/lib/libreoffice/program/libsclo.so ]] || missing+=(libreoffice-calc-nogui)
  # Charts are rendered by helm, or without it by Go's templates with sprig.
  if ! command -v helm > /dev/null; then
    command -v go > /dev/null || missing+=(golang-go)
    [[ -d /usr/share/gocode/src/github.com/Masterminds/sprig ]] || missing+=(golang-github-masterminds-sprig-dev)
    [[ -d /usr/share/gocode/src/gopkg.in/yaml.v3 ]] || missing+=(golang-gopkg-yaml.v3-dev)
  fi
  [[ ${#missing[@]} -gt 0 && ${ANSINH_NO_INSTALL:-} != 1 ]] || return 0
  if ! command -v apt-get > /dev/null; then
    echo "missing, and no apt-get to install them: ${missing[*]}" >&2
    return 0
  fi
  [[ $EUID -eq 0 ]] || as_root=(sudo)
  echo "installing ${missing[*]}"
  # RUNLEVEL=1: the package must not start a broker of its own.
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 sh -c 'apt-get -qq update && apt-get -qq install -y --no-install-recommends "$@"' _ "${missing[@]}" \
    > "$results/install.log" 2>&1 || { echo "could not install ${missing[*]}:" >&2; tail -5 "$results/install.log" >&2; }
}

# The gRPC client of another make, for the tests of interoperability.
restore_npm() {
  local folder
  for folder in tests/*/*/package-lock.json; do
    folder=$(dirname "$folder")
    [[ -d $folder/node_modules ]] || (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund --silent) || echo "npm ci failed in $folder" >&2
  done
}

is_wanted() { # name word…
  local name=$1 word
  shift
  [[ $# -gt 0 ]] || return 0
  for word in "$@"; do
    [[ $name == *"$word"* ]] && return 0
  done
  return 1
}

# Projects whose hosts stand on a server database when there is one.
on_server=(ServiceKit.Tests Employment.Tests VocationalTraining.Tests MeritoriousPersons.Tests SocialProtection.Tests ChildProtection.Tests Reporting.Tests Architecture.Tests)
server=${ANSINH_TEST_SQLSERVER:-}
unset ANSINH_TEST_SQLSERVER

run_on_server() { # name
  ANSINH_TEST_SQLSERVER=$server run_project "$1" "$1-SqlServer"
}

run_project() { # name [name of the result]
  local dll=tests/$1/bin/Release/net10.0/$1.dll started=$SECONDS
  set -- "${2:-$1}"
  timeout --kill-after=10 "$limit" dotnet test "$dll" --logger "trx;LogFileName=$1.trx" --results-directory "$results" \
    > "$results/$1.log" 2>&1
  echo "$?" > "$results/$1.rc"
  echo "$((SECONDS - started))" > "$results/$1.seconds"
}

counter() { # name attribute
  sed -n "s/.*<Counters.*[[:space:]]$2=\"\([0-9]*\)\".*/\1/p" "$results/$1.trx" 2> /dev/null | head -1
}

passed=0 failed=0 skipped=0
report() { # name
  local p f total rc
  rc=$(cat "$results/$1.rc")
  p=$(counter "$1" passed) f=$(counter "$1" failed) total=$(counter "$1" total)
  if [[ -z $total ]]; then
    p=0 f=1 total=1 # No result file: the project died, hung or holds no test.
  elif [[ $rc -ne 0 && $f -eq 0 ]]; then
    f=1 total=$((total + 1)) # Its tests passed, and then it did not end well.
  fi
  passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + total - p - f))
  printf '%-22s %4d passed, %d failed, %d skipped (%d s)\n' "$1" "$p" "$f" "$((total - p - f))" "$(cat "$results/$1.seconds")"
  if [[ $f -gt 0 ]]; then
    sed 's/^/    /' "$results/$1.log" | grep -vE '^ +at |^ *$' | tail -60
  fi
}

finish() {
  [[ $((passed + failed)) -gt 0 ]] || failed=1 # Nothing ran: a misspelt name, or no project.
  echo "$passed passed, $failed failed, $skipped skipped"
  [[ $failed -eq 0 ]]
  exit
}

rm -rf "$results"
mkdir -p "$results"
install_missing
restore_npm
if ! .ci/build --if-stale > "$results/build.log" 2>&1; then
  tail -40 "$results/build.log"
  echo "the build failed; no test ran"
  failed=1
  finish
fi

# The longest first, or one of the two processors has nothing to do at the end.
together=() alone=()
for name in Reporting.Tests Operations.Tests $(cd tests && printf '%s\n' *.Tests | grep -vxE 'Reporting.Tests|Operations.Tests'); do
  is_wanted "$name" "$@" || continue
  if [[ $name == Platform.Tests ]]; then alone+=("$name"); else together+=("$name"); fi
done

for name in "${together[@]}"; do
  while [[ $(jobs -rp | wc -l) -ge $jobs ]]; do wait -n || true; done
  run_project "$name" &
done
wait
twice=()
for name in "${on_server[@]}"; do
  [[ " ${together[*]} " == *" $name "* ]] || continue
  if [[ -n $server ]]; then
    run_on_server "$name" # One at a time: the server is one.
    twice+=("$name-SqlServer")
  else
    twice_skipped=true
  fi
done
for name in "${alone[@]}"; do
  run_project "$name"
done

for name in "${together[@]}" "${twice[@]}" "${alone[@]}"; do
  report "$name"
done
[[ -z ${twice_skipped:-} ]] || echo "not run on SQL Server: ANSINH_TEST_SQLSERVER is not set"
finish
