"""输出 — a draft as JSON Lines, as an outline, as a programme in YAML or as a table for the eye."""

from zhengyou.reading.output.lines import outline_jsonl, to_jsonl
from zhengyou.reading.output.programme import to_yaml
from zhengyou.reading.output.table import to_table

__all__ = ["outline_jsonl", "to_jsonl", "to_table", "to_yaml"]
