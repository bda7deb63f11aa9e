"""归档附件 — the circular and the ledger of the last day, as they lie in every archive of a campaign."""

from typing import Any

from zhengyou.core.papers import to_docx, to_xlsx
from zhengyou.rooms.bulletins.papers.circular import progress_circular
from zhengyou.rooms.bulletins.papers.ledger import lacking_ledger
from zhengyou.rooms.bulletins.queries import state_of
from zhengyou.rooms.campaigns.papers import enclosed


@enclosed("progress_circular.docx")
def last_circular(campaign: Any) -> bytes:
    """The circular on how far everybody was on the last day."""
    return to_docx(progress_circular(state_of(campaign, campaign.organisation)))


@enclosed("lacking_ledger.xlsx")
def last_ledger(campaign: Any) -> bytes:
    """The ledger of what every branch still lacked on the last day."""
    return to_xlsx(lacking_ledger(state_of(campaign, campaign.organisation)))
