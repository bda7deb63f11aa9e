"""Mail: by one address, smtp://user:password@host:port; smtps:// speaks TLS from the first byte, smtp:// changes to it."""

from typing import Any
from urllib.parse import unquote, urlsplit


def mail_of(address: str) -> dict[str, Any]:
    """Django's settings of a mail server; where none is named, nothing is sent and every try fails in words."""
    if not address:
        return {"EMAIL_HOST": "", "EMAIL_PORT": 0}
    parts = urlsplit(address)
    if parts.scheme not in ("smtp", "smtps", "smtp+plain"):
        raise SystemExit(
            f"ZHENGYOU_MAIL: {parts.scheme}:// is not known; use smtp://user:password@host:587 or smtps://…:465"
        )
    ports = {"smtp": 587, "smtps": 465, "smtp+plain": 25}
    return {
        "EMAIL_HOST": parts.hostname or "",
        "EMAIL_PORT": parts.port or ports[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp",
        "EMAIL_TIMEOUT": 20,
    }
