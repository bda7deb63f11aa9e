"""Keys: given by environment, else made on first start and kept beside the data for its owner alone."""

import os
import secrets
from pathlib import Path


def kept_key(home: Path, name: str, variable: str) -> str:
    """The key of a name; made once. Losing ``data_key`` means losing what is sealed with it."""
    if given := os.environ.get(variable):
        return given
    file = home / name
    if not file.exists():
        home.mkdir(parents=True, exist_ok=True)
        try:
            with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as fresh:
                fresh.write(secrets.token_urlsafe(48))
        except FileExistsError:
            pass  # another process made it a moment ago
    return file.read_text().strip()
