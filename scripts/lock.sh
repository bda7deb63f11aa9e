#!/usr/bin/env bash
# Writes the hash-checked locks anew from pyproject.toml. Needs uv; installing from them needs only pip.
# UPGRADE= scripts/lock.sh keeps every version that is locked already.
set -euo pipefail
cd "$(dirname "$0")/.."

lock() {
  uv pip compile --quiet ${UPGRADE---upgrade} --universal --python-version 3.11 --generate-hashes \
    --no-header --no-annotate "$@"
}

build_requires() {
  python3 -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["build-system"]["requires"], sep="\n")'
}

lock --extra postgres pyproject.toml -o requirements.lock
build_requires | lock --constraints requirements.lock - -o requirements-build.lock
lock --extra postgres --extra spark --group dev --group peers --constraints requirements.lock --constraints requirements-build.lock \
  pyproject.toml -o requirements-dev.lock

if grep -nE 'https?://' requirements*.lock; then
  echo "A lock must not say where packages come from." >&2
  exit 1
fi
