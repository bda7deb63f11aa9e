#!/usr/bin/env bash
# Installs the programs that the tests use, when this user may; otherwise says in one line what is lacking.
# Chromium opens the pages, LibreOffice the papers; fonts and pdftoppm make both into pictures. Java runs Spark.
set -euo pipefail

has() { command -v "$1" >/dev/null 2>&1; }
has_font() { has fc-list && [ -n "$(fc-list "$1" family)" ]; }

lacking=()
[ -n "${ZHENGYOU_CHROMIUM:-}" ] || has chromium || has chromium-browser || has google-chrome \
  || has google-chrome-stable || lacking+=(chromium)
has soffice || lacking+=(libreoffice-writer-nogui libreoffice-calc-nogui)
has java || lacking+=(default-jre-headless)
has pdftoppm || lacking+=(poppler-utils)
has_font :lang=zh-cn || lacking+=(fontconfig fonts-noto-cjk)
has_font "Liberation Serif" || lacking+=(fontconfig fonts-liberation)
[ ${#lacking[@]} -gt 0 ] || exit 0

root=()
[ "$(id -u)" = 0 ] || root=(sudo -n)
if has apt-get && "${root[@]}" true 2>/dev/null; then
  echo "Installing ${lacking[*]} …"
  apt=("${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0)
  "${apt[@]}" update >/dev/null || true
  "${apt[@]}" install --no-install-recommends "${lacking[@]}" >/dev/null && exit 0
fi
echo "Please install: ${lacking[*]}" >&2
exit 1
