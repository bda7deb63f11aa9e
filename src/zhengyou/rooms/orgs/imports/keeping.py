"""暂存的文件 — an uploaded file between its steps: sealed, under a key nobody can guess, for its owner, for a day.

It lies beside the data, not in the database: identity numbers of people who may never enter are no facts. How far
the work has come lies beside it, so that any process of the site can tell.
"""

import json
import os
import re
import secrets
import shutil
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.fernet import InvalidToken
from django.conf import settings

from zhengyou.core.secrets import seal_file, unseal_file

KEPT_FOR = 24 * 3600  # seconds
SILENT_FOR = 90  # seconds without a sign of life: the process that did the work is gone
KEY = re.compile(r"[\w-]{32}")
WORKING = {"trying", "entering"}


def _folder() -> Path:
    return Path(settings.ZHENGYOU_HOME) / "imports"


@dataclass(frozen=True)
class Kept:
    """暂存的文件 — one upload: what it is about, its content, how far it has come."""

    key: str

    @property
    def place(self) -> Path:
        """Its folder."""
        return _folder() / self.key

    def read(self, what: str) -> bytes | None:
        """One of its parts, opened; None where it has none."""
        try:
            return unseal_file((self.place / what).read_bytes())
        except (FileNotFoundError, InvalidToken):
            return None

    def write(self, what: str, content: bytes) -> None:
        """Put a part there sealed, whole or not at all."""
        passing = self.place / f".{what}.{secrets.token_hex(4)}"
        try:
            with open(os.open(passing, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(seal_file(content))
            os.replace(passing, self.place / what)
        except FileNotFoundError:
            pass  # thrown away meanwhile

    def told(self, what: str) -> dict[str, Any]:
        """A part that is words and numbers."""
        content = self.read(what)
        return json.loads(content) if content else {}

    def tell(self, what: str, **words: Any) -> None:
        """Put such a part there."""
        self.write(what, json.dumps(words, ensure_ascii=False, default=str).encode())

    @property
    def about(self) -> dict[str, Any]:
        """Whose it is, its name, below which organisation it enters, which column is which."""
        return self.told("about")

    @property
    def state(self) -> dict[str, Any]:
        """How far it has come; work that gives no sign of life any more has stopped."""
        state = self.told("state")
        if state.get("stage") in WORKING and time.time() - state.get("at", 0) > SILENT_FOR:
            return {"stage": "stopped", "was": state["stage"]}
        return state

    def stage(self, stage: str, **words: Any) -> None:
        """Say how far it has come."""
        self.tell("state", stage=stage, at=time.time(), **words)

    def taken_up(self, stage: str) -> bool:
        """Begin to work on it, unless somebody's other click has begun already."""
        claim = self.place / "working"
        if self.state.get("stage") not in WORKING:
            claim.unlink(missing_ok=True)
        try:
            os.close(os.open(claim, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        except FileExistsError:
            return False
        self.stage(stage)
        return True

    def content(self) -> bytes | None:
        """The file itself; None once it has entered."""
        return self.read("file")

    def has_file(self) -> bool:
        """Whether the file is still here."""
        return (self.place / "file").exists()

    def without_file(self) -> None:
        """Remove the file: it has entered."""
        for part in ("file", "top"):
            (self.place / part).unlink(missing_ok=True)

    def thrown_away(self) -> None:
        """Remove everything about it."""
        shutil.rmtree(self.place, ignore_errors=True)


def keep(owner: int, name: str, content: bytes, under: int | None, top: list[dict[str, Any]]) -> Kept:
    """Keep an uploaded file for its owner, the beginnings of its sheets beside it; what is too old is removed."""
    sweep()
    kept = Kept(secrets.token_urlsafe(24))
    kept.place.mkdir(parents=True, mode=0o700)
    kept.tell("about", owner=owner, name=name, under=under)
    kept.write("file", content)
    kept.tell("top", sheets=top)
    kept.stage("columns")
    return kept


def kept_for(owner: int, key: str) -> Kept | None:
    """The upload of a key, if it is this owner's and not too old."""
    if not KEY.fullmatch(key):
        return None
    kept = Kept(key)
    with suppress(FileNotFoundError):
        if time.time() - kept.place.stat().st_mtime > KEPT_FOR:
            kept.thrown_away()
    return kept if kept.about.get("owner") == owner else None


def unfinished_of(owner: int) -> list[dict[str, Any]]:
    """An owner's uploads whose file is still here, the newest first."""
    folder = _folder()
    places = sorted(folder.iterdir(), key=lambda p: -p.stat().st_mtime) if folder.exists() else []
    kept = [found for place in places if (found := kept_for(owner, place.name)) and found.has_file()]
    return [{"key": k.key, "name": k.about["name"], "stage": k.state.get("stage", "")} for k in kept]


def sweep() -> None:
    """Remove what was kept for longer than a day."""
    folder = _folder()
    if not folder.exists():
        return
    for place in folder.iterdir():
        with suppress(FileNotFoundError):
            if time.time() - place.stat().st_mtime > KEPT_FOR:
                shutil.rmtree(place, ignore_errors=True)
