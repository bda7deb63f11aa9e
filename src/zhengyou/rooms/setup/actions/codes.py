"""口令 — the code that `zhengyou serve` prints while nobody has an account, so that no stranger comes first.

It lies beside the keys, for the machine's owner alone, and is forgotten when the installation is claimed. No deed:
there is nobody yet whose deed it could be.
"""

import os
import re
import secrets
from pathlib import Path

from django.conf import settings

from zhengyou.core.errors import Refused

SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
GROUPS, WIDTH = 3, 4


def _file() -> Path:
    return Path(settings.ZHENGYOU_HOME) / "setup_code"


def setup_code() -> str:
    """The code; made when it is first asked for."""
    file = _file()
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        code = "-".join("".join(secrets.choice(SIGNS) for _ in range(WIDTH)) for _ in range(GROUPS))
        try:
            with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as fresh:
                fresh.write(code)
        except FileExistsError:
            pass  # another process made it a moment ago
    return file.read_text().strip()


def must_be_right(code: str) -> None:
    """Refuse a wrong code; case, blanks and dashes do not matter."""
    typed, right = (re.sub(r"[\s-]", "", text).upper() for text in (code, setup_code()))
    if not secrets.compare_digest(typed.encode(), right.encode()):
        raise Refused("口令不对。它在启动服务的那个窗口里，形如ABCD-EFGH-JKLM。")


def forget_code() -> None:
    """The installation is claimed: the code opens nothing any more."""
    _file().unlink(missing_ok=True)
