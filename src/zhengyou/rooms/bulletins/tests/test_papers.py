"""Papers say what the facts say."""

from datetime import date
from io import BytesIO

import docx
import pytest
from openpyxl import load_workbook

from zhengyou.core.papers import to_text
from zhengyou.rooms.bulletins.papers import lacking_ledger, progress_circular
from zhengyou.rooms.bulletins.queries import state_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def state(town, on):
    on(date(2010, 6, 1))
    return state_of(town.campaign, town.city)


def test_the_circular_says_how_far_everybody_is_and_who_lacks_most(state):
    told = to_text(progress_circular(state, "红创先办〔2010〕3号"))

    assert "关于创先争优活动进展情况的通报" in told
    assert "学习达标：应9人，已0人，还差9人" in told
    assert "东街村党支部（差6人）" in told
    assert "2010年6月1日" in told


def test_the_circular_opens_as_an_official_document(town, client, state):
    client.force_login(town.office)

    answer = client.get(f"/papers/striving/{town.city.pk}/circular/")

    paper = docx.Document(BytesIO(answer.content))
    assert any("关于创先争优活动进展情况的通报" in p.text for p in paper.paragraphs)
    assert round(paper.sections[0].left_margin.mm) == 28


def test_the_ledger_opens_as_a_workbook_with_real_numbers(town, client, state):
    client.force_login(town.office)

    answer = client.get(f"/papers/striving/{town.city.pk}/ledger/")

    sheet = load_workbook(BytesIO(answer.content)).active
    cells = [cell for row in sheet.iter_rows(values_only=True) for cell in row]
    assert "东街村党支部" in cells and 6 in cells and 9 in cells
    assert to_text(lacking_ledger(state)).count("党支部") >= 3


def test_the_page_shows_the_circular(town, visit, state):
    page = visit(town.office, "/papers/").content.decode()

    assert "进展情况的通报" in page


def test_a_secretary_makes_papers_of_the_own_branch_only(town, client, state):
    client.force_login(town.east_secretary)

    assert client.get(f"/papers/striving/{town.east.pk}/ledger/").status_code == 200
    assert client.get(f"/papers/striving/{town.west.pk}/ledger/").status_code == 404
