#!/usr/bin/env bash
# All tests: on SQLite, those that depend on the database again on PostgreSQL, the pages in a real Chromium,
# the papers in LibreOffice, the measures on a Spark cluster.
# Goes on after a failure, so that one run shows everything, and ends with what was counted.
set -uo pipefail
cd "$(dirname "$0")/.."

failed=0
summary=""
log=$(mktemp)
trap 'rm -f "$log"' EXIT

scripts/system.sh || failed=1

run() { # what it is called, then the arguments for pytest
  local title=$1
  shift
  printf '\n=== %s\n' "$title"
  .venv/bin/python -m pytest -q --color=no "$@" 2>&1 | tee "$log" || failed=1
  summary+=$(printf '%-34s %s' "$title" "$(tail -n 1 "$log")")$'\n'
}

run "SQLite" -n 2 -m "not browser and not papers and not spark"
run "PostgreSQL" -n 2 -m "database and not browser and not papers and not spark" --db postgresql
run "Chromium" -n 2 -m browser
run "LibreOffice, Spark" -n 2 --dist loadgroup -m "papers or spark"

printf '\n%s' "$summary"
exit $failed
