"""The papers that are measured: each is printed once, however many tests look at it."""

from pathlib import Path

import pytest

from tests.papers.libreoffice import Office
from tests.papers.page import Sheet, sheets
from tests.papers.places import city_in_progress
from zhengyou.core.papers import to_docx, to_xlsx
from zhengyou.core.papers.tests import specimens
from zhengyou.rooms.bulletins.papers import lacking_ledger, progress_circular


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("office"))


def printed(name: str, write, make=to_docx):
    """A fixture with the printed pages of a paper."""

    @pytest.fixture(scope="session", name=name)
    def pages(office: Office) -> list[Sheet]:
        ending = "docx" if make is to_docx else "xlsx"
        pdf: Path = office.printed(make(write()), f"{name}.{ending}")
        return list(sheets(pdf))

    return pages


plain_pages = printed("plain_pages", specimens.plain_pages)
circular = printed("circular", specimens.circular)
request_ = printed("request_", specimens.request)
long_names = printed("long_names", specimens.long_names)
bulletin = printed("bulletin", specimens.bulletin)
crowded_table = printed("crowded_table", lambda: specimens.ledger(30))
workbook = printed("workbook", specimens.ledger, to_xlsx)
real_circular = printed("real_circular", lambda: progress_circular(city_in_progress()))
real_ledger = printed("real_ledger", lambda: lacking_ledger(city_in_progress()), to_xlsx)
