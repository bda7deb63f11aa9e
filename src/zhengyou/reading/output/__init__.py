"""输出 — a draft as JSON Lines, as a programme draft in YAML, as a table for the terminal."""

from zhengyou.reading.output.rows import outline_jsonl, to_jsonl
from zhengyou.reading.output.table import to_table
from zhengyou.reading.output.yaml import to_yaml

__all__ = ["outline_jsonl", "to_jsonl", "to_table", "to_yaml"]
