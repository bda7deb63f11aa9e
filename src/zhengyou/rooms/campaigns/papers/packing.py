"""打包 — an archive that takes long is made in the background; how far it has come lies beside it for every process."""

import json
import logging
import os
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connections

from zhengyou.rooms.campaigns.papers.archive import archive_of

SILENT_FOR = 90  # seconds without a sign of life: the process that did the work is gone
KEPT_FOR = 3600  # seconds for which a made archive is handed out without being made anew

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Packing:
    """打包 — the archive of one campaign on its way: how far it has come, and the file once it is there."""

    campaign: Any

    def _file(self, ending: str) -> Path:
        folder = Path(settings.ZHENGYOU_HOME) / "archives"
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return folder / f"{self.campaign.pk}.{ending}"

    @property
    def state(self) -> dict[str, Any]:
        """Working with step, done and total; failed; or nothing."""
        try:
            state: dict[str, Any] = json.loads(self._file("json").read_text(encoding="utf-8"))
        except (FileNotFoundError, ValueError):
            return {}
        silent = time.time() - state["at"] > SILENT_FOR
        return {"stage": "failed"} if state["stage"] == "working" and silent else state

    def _tell(self, **words: Any) -> None:
        passing = self._file(f"{threading.get_ident()}.part")
        passing.write_text(json.dumps({"at": time.time(), **words}, ensure_ascii=False), encoding="utf-8")
        os.replace(passing, self._file("json"))

    def content(self) -> bytes | None:
        """The archive, where it was made a short while ago."""
        if self.state.get("stage") != "made" or time.time() - self.state["at"] > KEPT_FOR:
            return None
        with suppress(FileNotFoundError):
            return self._file("zip").read_bytes()
        return None

    def begin(self) -> None:
        """Make it in the background, unless somebody's other click has begun already."""
        if self.state.get("stage") == "working":
            return
        self._tell(stage="working", step="", done=0, total=0)
        threading.Thread(target=self._in_the_background, daemon=True).start()

    def _in_the_background(self) -> None:
        try:
            self.make()
        finally:
            connections.close_all()

    def make(self) -> None:
        """Make it and lay it down whole, or say that it failed."""
        try:
            found = archive_of(self.campaign, self._watch)
        except Exception:
            log.exception("archive of campaign %s failed", self.campaign.pk)
            self._tell(stage="failed")
            return
        passing = self._file("zip.part")
        passing.write_bytes(found)
        passing.chmod(0o600)
        os.replace(passing, self._file("zip"))
        self._tell(stage="made")

    def _watch(self, step: str, done: int, total: int) -> None:
        self._tell(stage="working", step=step, done=done, total=total)
