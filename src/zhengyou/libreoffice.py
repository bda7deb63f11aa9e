"""LibreOffice of this machine, where it is installed: one file turned into another in a folder of its own."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

_NAMES = ("soffice", "libreoffice")
_PATIENCE = 120  # seconds


def program() -> str | None:
    """Where it is, or None."""
    return next((found for name in _NAMES if (found := shutil.which(name))), None)


def converted(data: bytes, ending: str, to: str) -> bytes | None:
    """A file of one kind as another; None where there is no LibreOffice or it could not. ``TimeoutError`` if too slow."""
    office = program()
    if office is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        source, made = home / f"file.{ending}", home / f"file.{to}"
        source.write_bytes(data)
        # A profile of its own: one conversion never waits for a LibreOffice that somebody has open.
        profile = f"-env:UserInstallation={(home / 'profile').as_uri()}"
        command = [office, profile, "--headless", "--convert-to", to, "--outdir", str(home), str(source)]
        try:
            subprocess.run(command, check=False, capture_output=True, timeout=_PATIENCE)  # noqa: S603 — our own words
        except (OSError, subprocess.TimeoutExpired) as error:
            raise TimeoutError("LibreOffice took too long") from error
        return made.read_bytes() if made.exists() else None
