"""Papers about a running campaign: the circular, the ledger, and both as files."""

from zhengyou.rooms.bulletins.papers import enclosed  # noqa: F401 — registers what lies in every archive
from zhengyou.rooms.bulletins.papers.circular import progress_circular
from zhengyou.rooms.bulletins.papers.drafted import results_circular
from zhengyou.rooms.bulletins.papers.files import write_papers
from zhengyou.rooms.bulletins.papers.ledger import lacking_ledger
from zhengyou.rooms.bulletins.papers.supervision import supervision_circular

__all__ = ["lacking_ledger", "progress_circular", "results_circular", "supervision_circular", "write_papers"]
