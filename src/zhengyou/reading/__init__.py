"""读文件 — a notice in, a draft out: pure Python, so that it runs in a terminal, a worker or a notebook alike.

notice = read_file("通知.docx")
print(to_table(draft(notice)))
"""

from zhengyou.reading.drafting import draft
from zhengyou.reading.files import Unreadable, read_file
from zhengyou.reading.limits import refused_by_limits
from zhengyou.reading.model import Cadence, Deadline, Draft, Heading, Item, Notice, Quantity, Stage
from zhengyou.reading.output import outline_jsonl, to_jsonl, to_table, to_yaml

__all__ = [
    "Cadence",
    "Deadline",
    "Draft",
    "Heading",
    "Item",
    "Notice",
    "Quantity",
    "Stage",
    "Unreadable",
    "draft",
    "outline_jsonl",
    "read_file",
    "refused_by_limits",
    "to_jsonl",
    "to_table",
    "to_yaml",
]
