"""What is in a cell, as text that can be compared."""

import re
import unicodedata
from typing import Any

# Chinese characters, those of the later planes (生僻字) with them.
HAN = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
BLANKS = re.compile(f"(?<=[{HAN}])\\s+(?=[{HAN}])")


def words(value: Any) -> str:
    """A cell as text without blanks around or, between Chinese characters, inside; nothing that is not printed."""
    if value.__class__ is str:
        if value.isprintable() and " " not in value:
            return str(value)
    elif value is None:
        return ""
    elif value.__class__ is float and value.is_integer():
        value = int(value)
    text = "".join(c if c.isprintable() or c.isspace() else "" for c in str(value))
    return BLANKS.sub("", " ".join(text.split()))


def plain(value: Any) -> str:
    """Digits and letters as they are written on a keyboard, without any blank: １９７８ is 1978."""
    text = words(value)
    return (
        text if text.isascii() and " " not in text else re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    )
