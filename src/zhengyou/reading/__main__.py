"""`python -m zhengyou.reading FILE…`."""

from zhengyou.reading.cli import draft

draft()
