"""Papers about a campaign: its report when it is over, and the archive that holds everything."""

from zhengyou.rooms.campaigns.papers.archive import archive_of, enclosed
from zhengyou.rooms.campaigns.papers.closing import closing_report
from zhengyou.rooms.campaigns.papers.documents import document_template

__all__ = ["archive_of", "closing_report", "document_template", "enclosed"]
