"""人员名单 — a list of people as a workbook."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from zhengyou.core.models import Organisation
from zhengyou.core.papers import Block, Column, Sheet, paper
from zhengyou.rooms.orgs.queries import Row

DAYS = ("born", "joined")


@paper(kind="list")
def people_list(
    organisation: Organisation, rows: Sequence[Row], heads: Mapping[str, str], on: date
) -> Iterator[Block | str]:
    """人员名单 — everybody on a list, in the columns and under the headings that an import takes."""
    yield f"{organisation.name}人员名单"
    columns = [Column(heads[f], kind="date" if f in DAYS else "text") for f in Row._fields]
    yield Sheet("人员名单", columns, rows, whose=organisation.name, as_of=on, numbered=False)


def named(organisation: Organisation, on: date, ending: str) -> str:
    """The name of the file that a list leaves in."""
    return f"{organisation.short_name}人员名单{on:%Y%m%d}.{ending}"
