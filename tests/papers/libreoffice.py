"""Papers opened by the LibreOffice of the machine; none there is a failure, not a reason to skip."""

import os
import shutil
import subprocess
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


def soffice() -> str:
    found = shutil.which("soffice")
    if found is None:
        pytest.fail(
            "No LibreOffice: run scripts/system.sh, which installs what the tests use.", pytrace=False
        )
    return found


def lacking_faces() -> list[str]:
    """The stand-ins that this machine does not have."""
    program = shutil.which("fc-list")
    listed = (
        subprocess.run([program, ":", "family"], capture_output=True, text=True).stdout if program else ""
    )
    return sorted({face for face in STAND_INS.values() if face not in listed})


def write_fonts(home: Path) -> Path:
    """A fontconfig file that names the stand-ins, read by LibreOffice alone."""
    aliases = "".join(ALIAS.format(*pair) for pair in STAND_INS.items())
    fonts = home / "fonts.conf"
    fonts.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
        f"<cachedir>{home}/cache</cachedir>{aliases}</fontconfig>",
        encoding="utf-8",
    )
    return fonts


class Office:
    """LibreOffice with a profile of its own that is thrown away with the tests."""

    def __init__(self, home: Path) -> None:
        self.home, self.program = home, soffice()
        if faces := lacking_faces():
            pytest.fail(f"No {', '.join(faces)}: run scripts/system.sh to install fonts.", pytrace=False)
        self.fonts = write_fonts(home)

    def printed(self, document: bytes, name: str) -> Path:
        """The PDF file that LibreOffice makes of a document."""
        source = self.home / name
        source.write_bytes(document)
        profile = f"-env:UserInstallation=file://{self.home}/profile"
        done = subprocess.run(
            [self.program, profile, "--headless", "--convert-to", "pdf", "--outdir", self.home, source],
            env={**os.environ, "FONTCONFIG_FILE": str(self.fonts)},
            capture_output=True,
            text=True,
            timeout=180,
        )
        made = source.with_suffix(".pdf")
        assert made.exists(), f"LibreOffice did not open {name}: {done.stdout}{done.stderr}"
        return made
