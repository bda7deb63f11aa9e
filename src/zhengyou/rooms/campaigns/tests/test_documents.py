"""The papers that a pack names are offered where the campaign is read: made by the system, or as a template."""

import io

import pytest
from docx import Document

from zhengyou.core.papers import to_text
from zhengyou.rooms.campaigns.papers import document_template

pytestmark = pytest.mark.django_db
TIMETABLE = {
    "code": "timetable",
    "name": "时间安排表",
    "kind": "form",
    "stage": 1,
    "by": "办公室",
    "template": "时间、内容、课时",
}
APPLICATION = {"code": "application", "name": "转段的申请", "kind": "application", "stage": 1}


@pytest.fixture
def named(town):
    town.campaign.pack = {"documents": [TIMETABLE, APPLICATION]}
    town.campaign.save()
    return town


def test_a_paper_nobody_has_to_write_leads_to_where_it_is_made(named, visit):
    page = visit(named.east_secretary, f"/campaigns/{named.campaign.code}/timeline/").content.decode()

    assert "时间安排表" in page and "时间、内容、课时" in page and "papers/timetable.docx" in page
    assert "转段的申请" in page and "papers/application.docx" not in page and "由系统生成" in page


def test_a_template_holds_what_the_pack_says(named, visit, client):
    assert "课时" in to_text(document_template(named.campaign, TIMETABLE))
    answer = visit(named.member, f"/campaigns/{named.campaign.code}/papers/timetable.docx")

    text = "\n".join(p.text for p in Document(io.BytesIO(answer.content)).paragraphs)
    assert "时间安排表" in text and "内容" in text
    visit(named.member, f"/campaigns/{named.campaign.code}/papers/nothing.docx", status=404)
    visit(named.stranger, f"/campaigns/{named.campaign.code}/papers/timetable.docx", status=404)
