"""Papers say what the facts say."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import docx
import pytest
from django.core.exceptions import PermissionDenied
from openpyxl import load_workbook

from zhengyou.core.models import Organisation
from zhengyou.core.papers import to_text
from zhengyou.core.permissions import OPERATOR
from zhengyou.rooms.bulletins.papers import lacking_ledger, progress_circular, write_papers
from zhengyou.rooms.bulletins.papers.names import addressees_of, named
from zhengyou.rooms.bulletins.queries import state_of
from zhengyou.rooms.campaigns.models import Requirement

pytestmark = pytest.mark.django_db


@pytest.fixture
def state(town, on):
    on(date(2010, 6, 1))
    return state_of(town.campaign, town.city)


def test_the_circular_says_how_far_everybody_is(state):
    told = to_text(progress_circular(state))

    assert "关于创先争优活动进展情况的通报" in told
    assert "根据创先争优活动部署要求，现将截至2010年6月1日的进展情况通报如下。" in told
    assert "涉及2个镇党委、3个党支部、9名党员，共提出要求1项，均尚未全部达到" in told
    assert "（一）学习达标。要求：每名党员40学时，集中学习占三分之二以上。" in told
    assert "应达到9人，已达到0人，占0.0%，尚差9人。" in told
    assert "红星镇党委 | 8 | 0/8（0.0%）" in told
    assert "合计 | 9 | 0/9（0.0%）" in told


def test_the_circular_names_where_it_is_lacking_in_the_trees_order(state):
    told = to_text(progress_circular(state))

    assert "尚差9人：东街村党支部6人、西街社区党支部2人、河东村党支部1人。" in told


def test_the_circular_asks_for_no_report(state):
    told = to_text(progress_circular(state))

    assert "不另行填表，不报送总结材料" in told
    assert "不代补代签" in told


def test_the_circular_is_written_by_the_office_with_a_number_to_fill_in(state):
    told = to_text(progress_circular(state))

    assert told.startswith("红星市委创先争优活动领导小组办公室文件\n红创先办〔2010〕　号\n")
    assert "\n中共红星市委创先争优活动领导小组办公室\n2010年6月1日\n" in told
    assert "中共红星市委创先争优活动领导小组办公室　　2010年6月1日印发" in told
    assert "红创先办〔2010〕3号" in to_text(progress_circular(state, "红创先办〔2010〕3号"))


def test_few_addressees_are_named_and_many_are_called_by_their_kind(state):
    many = replace(state, parts=state.parts * 3)

    assert addressees_of(state) == "红星镇党委、河东镇党委"
    assert addressees_of(many) == "各镇党委"


def test_a_circular_of_a_town_is_about_its_branches_and_goes_to_the_city(town, on):
    on(date(2010, 6, 1))
    told = to_text(progress_circular(state_of(town.campaign, town.committee)))

    assert told.startswith("红星镇创先争优活动领导小组办公室文件\n")
    assert "东街村党支部 | 6 | 0/6（0.0%）" in told
    assert "河东村" not in told
    assert "抄送：中共红星市委创先争优活动领导小组办公室。" in told


def test_in_a_towns_own_paper_its_branches_go_without_the_towns_name():
    town = Organisation(name="中共青禾市柳河镇委员会", short_name="柳河镇党委", kind="committee")
    branch = Organisation(name="柳河镇河西村党支部", short_name="河西村", kind="branch")

    assert named(branch) == "柳河镇河西村党支部"
    assert named(branch, within=town) == "河西村党支部"
    assert named(town) == "柳河镇党委"


def test_a_circular_of_a_branch_goes_to_its_members(town, on):
    on(date(2010, 6, 1))
    told = to_text(progress_circular(state_of(town.campaign, town.east)))

    assert "\n全体党员：" in told and told.startswith("东街村党支部文件")
    assert "涉及1个党支部、6名党员" in told


def test_when_everything_is_met_nothing_is_asked(town, on):
    Requirement.objects.update(needs={"study_hours": "0"})
    on(date(2010, 6, 1))
    told = to_text(progress_circular(state_of(town.campaign, town.city)))

    assert "占100.0%，全部达到。" in told
    assert "各项要求均已达到，没有需要补齐的事项。" in told
    assert "逐项补齐" not in told and "（一）减轻负担。" in told


def test_the_circular_opens_as_an_official_document(town, client, state):
    client.force_login(town.office)

    answer = client.get(f"/papers/striving/{town.city.pk}/circular/")

    paper = docx.Document(BytesIO(answer.content))
    assert any("关于创先争优活动进展情况的通报" in p.text for p in paper.paragraphs)
    assert round(paper.sections[0].left_margin.mm) == 28


def test_the_ledger_opens_as_a_workbook_with_real_numbers(town, client, state):
    client.force_login(town.office)

    answer = client.get(f"/papers/striving/{town.city.pk}/ledger/")

    book = load_workbook(BytesIO(answer.content))
    assert book.sheetnames == ["尚需补齐", "各支部进展"]
    open_items = [list(row) for row in book["尚需补齐"].iter_rows(min_row=4, values_only=True)]
    assert [row[1:8] for row in open_items] == [
        ["东街村党支部", "红星镇", "学习达标", 6, 0, 6, "人"],
        ["西街社区党支部", "红星镇", "学习达标", 2, 0, 2, "人"],
        ["河东村党支部", "河东镇", "学习达标", 1, 0, 1, "人"],
    ]
    total = [cell.value for cell in list(book["各支部进展"].rows)[-1]]
    assert total[0] == "合计" and all(str(value).startswith("=SUBTOTAL") for value in total[3:])


def test_the_ledger_lists_no_members(state):
    told = to_text(lacking_ledger(state))

    assert not any(name in told for name in ("张明", "李华", "赵强"))


def test_the_page_shows_the_circular(town, visit, state):
    page = visit(town.office, "/papers/").content.decode()

    assert "进展情况的通报" in page
    assert "bulletins/paper.css" in page, "it looks like a paper, not like a list"


def test_a_secretary_makes_papers_of_the_own_branch_only(town, client, state):
    client.force_login(town.east_secretary)

    assert client.get(f"/papers/striving/{town.east.pk}/ledger/").status_code == 200
    assert client.get(f"/papers/striving/{town.west.pk}/ledger/").status_code == 404


def test_both_papers_are_written_into_a_folder(town, on, tmp_path):
    on(date(2010, 6, 1))
    circular, ledger = write_papers(OPERATOR, town.campaign, tmp_path / "新" / "文书")

    assert (circular.name, ledger.name) == ("通报.docx", "台账.xlsx")
    text = "".join(p.text for p in docx.Document(circular).paragraphs)
    assert "红星市委创先争优活动领导小组办公室文件" in text
    assert load_workbook(ledger)["尚需补齐"]["B4"].value == "东街村党支部"


def test_papers_are_written_of_what_the_writer_may_see(town, on, tmp_path):
    on(date(2010, 6, 1))
    circular, _ = write_papers(town.east_secretary, town.campaign, tmp_path, under=town.east)

    assert "东街村党支部文件" in "".join(p.text for p in docx.Document(circular).paragraphs)
    with pytest.raises(PermissionDenied):
        write_papers(town.east_secretary, town.campaign, tmp_path / "市委")
    assert not (tmp_path / "市委").exists()
