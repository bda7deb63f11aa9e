"""命令 — `python -m zhengyou.reading FILE…`."""

from zhengyou.reading.cli import draft

draft(prog_name="python -m zhengyou.reading")
