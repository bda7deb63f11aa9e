"""活动方案包 — programmes as data: a pack says what a campaign asks, in a file and never in code.

``load`` reads and checks a YAML file and gives the whole pack: what it inherits merged in, every day a date.
``shipped_pack`` gives one that comes with the house; ``from_draft`` makes one of what was read in a notice.
What is wrong is said with its line and the remedy.
"""

from zhengyou.packs.asking import gate_of, requirements_apart
from zhengyou.packs.checking import check, settle
from zhengyou.packs.doing import tasks_on, whose
from zhengyou.packs.loading.files import load, load_bytes, load_text
from zhengyou.packs.loading.lines import PackError, write_yaml
from zhengyou.packs.proposing import from_draft
from zhengyou.packs.shipped import shipped_file, shipped_pack, shipped_packs, taken
from zhengyou.packs.telling.differences import differences
from zhengyou.packs.telling.vocabulary import WORDS, named, word
from zhengyou.packs.telling.words import look_backs, summary, told

__all__ = [
    "WORDS",
    "tasks_on",
    "whose",
    "PackError",
    "check",
    "differences",
    "from_draft",
    "gate_of",
    "load",
    "load_bytes",
    "load_text",
    "look_backs",
    "named",
    "requirements_apart",
    "settle",
    "shipped_file",
    "shipped_pack",
    "shipped_packs",
    "summary",
    "taken",
    "told",
    "word",
    "write_yaml",
]
