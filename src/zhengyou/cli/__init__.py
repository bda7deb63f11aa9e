"""争优 on the command line: the same actions and queries as the pages, for whoever sits at the machine."""

from zhengyou.cli import campaigns, figures, notices, orgs, running, sums  # noqa: F401 — their commands join the group
from zhengyou.cli.ground import main, prepare

__all__ = ["main", "prepare"]
