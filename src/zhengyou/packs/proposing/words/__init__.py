"""The words of notices, as data: each line with examples that must fit it and others that must not."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent


@cache
def words(name: str) -> Any:
    """The file of this name, read once."""
    return yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8"))
