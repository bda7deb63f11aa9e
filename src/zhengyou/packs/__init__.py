"""活动方案包 — programmes as data: a pack says what a campaign asks, in a file and never in code.

``load`` reads and checks a YAML file; ``shipped_pack`` gives one that comes with the house; ``from_draft``
makes one of what was read in a notice. What is wrong is said with its line and the remedy.
"""

from zhengyou.packs.checking import check, load, load_bytes, load_text
from zhengyou.packs.lines import PackError, write_yaml
from zhengyou.packs.proposing import from_draft
from zhengyou.packs.shipped import shipped_file, shipped_pack, shipped_packs, taken
from zhengyou.packs.telling import look_backs, summary, told

__all__ = [
    "PackError",
    "check",
    "from_draft",
    "load",
    "load_bytes",
    "load_text",
    "look_backs",
    "shipped_file",
    "shipped_pack",
    "shipped_packs",
    "summary",
    "taken",
    "told",
    "write_yaml",
]
