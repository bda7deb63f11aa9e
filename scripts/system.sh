#!/usr/bin/env bash
# Installs programs the tests use, when this user may; otherwise says in one line what is lacking.
#   scripts/system.sh browser   Chromium, Chinese fonts, pdftoppm: without them `make test` fails
#   scripts/system.sh papers    LibreOffice, to see papers as pictures
set -euo pipefail

has() { command -v "$1" >/dev/null 2>&1; }

lacking=()
lack() { lacking+=("$@"); }

lacking_for_browser() {
  has chromium || has chromium-browser || has google-chrome || has google-chrome-stable \
    || [ -n "${ZHENGYOU_CHROMIUM:-}" ] || lack chromium
  has fc-list && [ -n "$(fc-list :lang=zh-cn family)" ] || lack fontconfig fonts-noto-cjk
  has pdftoppm || lack poppler-utils
}

lacking_for_papers() {
  has soffice || lack libreoffice-writer-nogui libreoffice-calc-nogui
}

apt_install() {
  local root=()
  [ "$(id -u)" = 0 ] || root=(sudo -n)
  has apt-get && "${root[@]}" true 2>/dev/null || return 1
  echo "Installing ${lacking[*]} …"
  "${root[@]}" apt-get -qq -o DPkg::Lock::Timeout=300 update || true
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=300 \
    -o Dpkg::Use-Pty=0 install --no-install-recommends "${lacking[@]}" >/dev/null
}

"lacking_for_$1"
if [ ${#lacking[@]} -gt 0 ] && ! apt_install; then
  echo "Please install: ${lacking[*]}" >&2
  exit 1
fi
