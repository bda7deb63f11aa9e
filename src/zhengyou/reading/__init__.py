"""读文件 — a notice in, a draft out: outline, stages, requirements, criteria, mechanisms, figures.

Pure Python: no Django, no database, nothing of the rest of the house. Every place counts characters of the
notice's own text, whatever script it is written in; the rules read a simplified half-width spelling of it.
"""

from zhengyou.reading.drafting import draft
from zhengyou.reading.files import read_file
from zhengyou.reading.files.errors import Unreadable as NoticeError
from zhengyou.reading.output import outline_jsonl, to_jsonl, to_table, to_yaml

__all__ = ["NoticeError", "draft", "outline_jsonl", "read_file", "to_jsonl", "to_table", "to_yaml"]
