#!/usr/bin/env bash
# Makes .venv with the first Python that is new enough.
set -euo pipefail
cd "$(dirname "$0")/.."

fresh_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

for python in "${PYTHON:-python3}" python3.14 python3.13 python3.12 python3.11; do
  fresh_enough "$python" || continue
  if "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    exec "$python" -m venv .venv
  fi
  echo "$python cannot make environments; on Debian and Ubuntu: apt-get install python3-venv" >&2
done
echo "Zhengyou needs Python 3.11 or newer; name one with PYTHON=…" >&2
exit 1
