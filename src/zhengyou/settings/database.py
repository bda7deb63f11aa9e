"""Where facts are kept: SQLite by default, PostgreSQL by address."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

SQLITE_OPTIONS = {
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
    "PRAGMA busy_timeout=5000; PRAGMA secure_delete=ON;",
    "transaction_mode": "IMMEDIATE",
}


def database_of(address: str, home: Path) -> dict[str, Any]:
    """Django's settings of the database at an address; a socket folder may be given as ``?host=/path``."""
    if not address:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": home / "zhengyou.sqlite3",
            "OPTIONS": SQLITE_OPTIONS,
        }
    parts = urlsplit(address)
    if parts.scheme not in ("postgres", "postgresql"):
        raise SystemExit(
            f"ZHENGYOU_DATABASE: {parts.scheme}:// is not known; use postgresql://user:password@host/name"
        )
    sockets = parse_qs(parts.query).get("host", [""])[0]
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": sockets or parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
    }
