"""Papers opened by LibreOffice and measured on the page."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

# Free faces stand in for the named ones; widths and lines are what is measured, not the drawing.
STAND_INS = {
    "仿宋_GB2312": "Noto Serif CJK SC",
    "楷体_GB2312": "Noto Serif CJK SC",
    "宋体": "Noto Serif CJK SC",
    "方正小标宋简体": "Noto Serif CJK SC",
    "黑体": "Noto Sans CJK SC",
    "Times New Roman": "Liberation Serif",
}
ALIAS = '<alias binding="same"><family>{}</family><prefer><family>{}</family></prefer></alias>'


@pytest.fixture(scope="session")
def as_pdf(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes, str], Path]:
    """A function that opens a document in LibreOffice and prints it to a PDF file."""
    office = shutil.which("soffice")
    if office is None:
        pytest.fail(
            "Papers are measured in LibreOffice, which is not here. Install it: apt-get install"
            " --no-install-recommends libreoffice-writer-nogui libreoffice-calc-nogui fonts-liberation fonts-noto-cjk"
        )
    home = tmp_path_factory.mktemp("office")
    aliases = "".join(ALIAS.format(*pair) for pair in STAND_INS.items())
    fonts = home / "fonts.conf"
    fonts.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<include>/etc/fonts/fonts.conf</include><cachedir>{home}/cache</cachedir>{aliases}</fontconfig>",
        encoding="utf-8",
    )

    def print_to_pdf(document: bytes, name: str) -> Path:
        source = home / name
        source.write_bytes(document)
        profile = f"-env:UserInstallation=file://{home}/profile"
        subprocess.run(  # noqa: S603 - a program of this machine on a file made here
            [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(home), str(source)],
            env={**os.environ, "FONTCONFIG_FILE": str(fonts)},
            check=True,
            capture_output=True,
            timeout=180,
        )
        return source.with_suffix(".pdf")

    return print_to_pdf
