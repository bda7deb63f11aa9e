"""活动方案包 — programmes as data: a pack says what a campaign asks, in a file and never in code.

``load`` reads and checks a YAML file; ``from_draft`` makes a pack of what was read in a notice. What is
wrong is said with its place and the remedy.
"""

from zhengyou.packs.checking import PackError, check, load, load_text
from zhengyou.packs.proposing import from_draft

__all__ = ["PackError", "check", "from_draft", "load", "load_text"]
