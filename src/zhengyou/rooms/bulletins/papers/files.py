"""Papers as files, for whoever sits at the machine."""

from pathlib import Path
from typing import Any

from zhengyou.core.models import Organisation
from zhengyou.core.papers import to_docx, to_xlsx
from zhengyou.core.permissions import OPERATOR, require
from zhengyou.rooms.bulletins.papers.circular import progress_circular
from zhengyou.rooms.bulletins.papers.ledger import lacking_ledger
from zhengyou.rooms.bulletins.queries import state_of


def write_papers(
    by: Any, campaign: Any, folder: Path, *, under: Organisation | None = None, number: str = ""
) -> list[Path]:
    """写出文书 — 通报.docx and 台账.xlsx of a campaign into a folder, as they read today.

    They are about the organisation whose campaign it is, or about one below it; ``number`` is the
    circular's own, left blank for the office otherwise.
    """
    top = under or campaign.organisation
    if by is not OPERATOR:  # who may copy the database may read what is made of it
        require(by, "see_papers", top)
    state = state_of(campaign, top)
    contents = {
        "通报.docx": to_docx(progress_circular(state, number)),
        "台账.xlsx": to_xlsx(lacking_ledger(state)),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in contents]
