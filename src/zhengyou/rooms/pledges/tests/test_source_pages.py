"""Where promises come from, on the web: the public's suggestion, the desk's lists, letters, the board on the wall."""

import re
from datetime import date
from io import BytesIO

import docx
import pytest

from zhengyou.rooms.meetings.actions import call_meeting
from zhengyou.rooms.pledges.actions import fulfil_step, set_duty_post, show_name, suggest_wish, take_duty_post
from zhengyou.rooms.pledges.models import DutyHolder, OpenCall, Pledge, Wish
from zhengyou.rooms.pledges.tests.test_actions import ROAD, published, road
from zhengyou.rooms.pledges.tests.test_sources import ANYBODY, called, letter

JULY = date(2010, 7, 12)


@pytest.fixture
def july(town, on):
    on(JULY)
    return town


def text(page):
    return page.content.decode()


def test_a_suggestion_needs_no_account_and_is_followed_by_its_number(july, visit, client):
    assert "没有开放征集" in text(visit(None, "/open/1.1.1/suggest/"))
    visit(july.office, f"/pledges/wishes/call/?org={july.city.pk}")
    given = {"words": "我想请支部办的事", "opens_on": "2010-07-12", "closes_on": "2010-07-31"}
    client.post(f"/pledges/wishes/call/?org={july.city.pk}", given)
    assert OpenCall.objects.get().organisation == july.city
    client.logout()
    assert "/open/1.1.1/suggest/" in text(visit(None, "/open/1.1.1/"))
    form = text(visit(None, "/open/1.1.1/suggest/"))
    assert "<script" not in form and "csrf" not in form

    sent = client.post("/open/1.1.1/suggest/", {"words": "三组的桥护栏断了", "contact": "13812345678"})

    wish = Wish.objects.get()
    assert wish.number in text(sent) and "csrftoken" not in sent.cookies
    assert "还没有答复" in text(client.post("/open/follow/", {"number": wish.number.lower()}))
    assert client.post("/open/follow/", {"number": "XXXXXXXX"}).status_code == 422
    refused = client.post("/open/1.1.1/suggest/", {"words": "我的号13812345678"})
    assert refused.status_code == 422 and "我的号13812345678" in text(refused)


def test_the_branch_answers_and_the_number_is_masked_until_it_is_looked_at(july, visit, client):
    called(july)
    wish = suggest_wish(ANYBODY, july.east, words="三组的桥护栏断了", contact="13812345678")
    pledge = published(july)
    assert "三组的桥护栏断了" in text(visit(july.east_secretary, "/pledges/wishes/"))
    page = text(visit(july.east_secretary, f"/pledges/wishes/{wish.pk}/"))
    assert "1381***5678" in page and "13812345678" not in page
    assert "13812345678" in text(client.post(f"/pledges/wishes/{wish.pk}/contact/"))
    said = {"verdict": "taken", "pledge": pledge.pk, "words": "列入修路承诺", "shown": "on"}
    assert client.post(f"/pledges/wishes/{wish.pk}/", {**said, "pledge": ""}).status_code == 422
    client.post(f"/pledges/wishes/{wish.pk}/", said)

    html = text(visit(None, "/open/1.1.1/"))
    assert "三组的桥护栏断了" in html and "列入修路承诺" in html and "采纳1条心愿" in html
    assert f"#pledge-{pledge.pk}" in text(client.post("/open/follow/", {"number": wish.number}))
    visit(july.west_secretary, f"/pledges/wishes/{wish.pk}/", status=404)
    assert "138" not in text(visit(july.office, f"/pledges/wishes/{wish.pk}/"))  # not theirs to call


def test_wishes_are_noted_at_the_desk_and_on_the_phone(july, visit, client):
    visit(july.east_secretary, "/pledges/wishes/note/")
    client.post("/pledges/wishes/note/", {"origin": "public", "words": "路灯不亮"})
    visit(july.member, "/pledges/wishes/mine/")
    client.post("/pledges/wishes/mine/", {"words": "愿意修农具"})
    assert [(w.origin, w.person) for w in Wish.objects.all()] == [("public", None), ("member", july.li)]
    visit(july.west_secretary, f"/pledges/wishes/?org={july.east.pk}", status=404)


def test_a_promise_is_looked_over_before_it_is_filed_and_takes_up_what_is_hoped_for(july, visit, client):
    called(july)
    wish = suggest_wish(ANYBODY, july.east, words="三组的桥护栏断了")
    post = set_duty_post(july.east_secretary, july.east, name="护桥岗", duties="每周巡查三组的桥")
    take_duty_post(july.east_secretary, post, person=july.li)
    form = text(visit(july.member, "/pledges/mine/new/"))
    assert "群众希望：三组的桥护栏断了" in form and "学习达标：" in form and "护桥岗" in form

    checked = client.post("/pledges/mine/new/", {"what": "进一步努力巡查三组的桥", "check": "1"})
    said = text(checked)
    for words in ("进一步、努力", "没有写怎样算做到", "没有日期", "进一步努力巡查三组的桥"):
        assert words in said, words
    assert not Pledge.objects.exists()

    given = {"what": "给三组的桥装12米护栏", "how_seen": "老人敢走", "step_1": "装好", "due_1": "2010-08-30",
             "wishes": [wish.pk], "post": post.pk, "requirement": july.campaign.requirements.get().pk}  # fmt: skip
    assert "说得清" in text(client.post("/pledges/mine/new/", given | {"check": "1"}))
    client.post("/pledges/mine/new/", given | {"publish": "1"})
    made = Pledge.objects.get()
    assert (list(made.wishes.all()), made.post, made.person) == ([wish], post, july.li)
    html = text(visit(None, "/open/1.1.1/"))
    assert "岗位：护桥岗" in html and "来自任务：学习达标" in html and "李华" not in html


def test_good_deeds_stand_in_their_own_list(july, visit, client):
    visit(july.east_secretary, "/pledges/new/")
    given = {"kind": "deed", "cost": "30000", "what": "打两眼机井", "how_seen": "出水", "step_1": "打好",
             "due_1": "2010-08-30", "publish": "1"}  # fmt: skip
    client.post("/pledges/new/", given)
    html = text(visit(None, "/open/1.1.1/"))
    assert 'id="deeds"' in html and "花费30000元" in html


def test_what_was_sent_back_says_so_where_it_is_mended(july, visit, client):
    draft = road(july, by=july.member, person=july.li)
    visit(july.east_secretary, f"/pledges/{draft.pk}/return/")
    client.post(f"/pledges/{draft.pk}/return/", {"why": "vague", "words": "写清几户"})
    for address in ("/pledges/mine/", f"/pledges/{draft.pk}/"):
        assert "写清几户" in text(visit(july.member, address)), address
    visit(july.member, f"/pledges/{draft.pk}/return/", status=403)


def test_posts_are_set_up_taken_and_left(july, visit, client):
    visit(july.east_secretary, "/pledges/posts/new/")
    client.post("/pledges/posts/new/", {"name": "水渠管护岗", "duties": "每周巡查"})
    [pk] = re.findall(r"/pledges/posts/(\d+)/take/", text(visit(july.east_secretary, "/pledges/posts/")))
    visit(july.east_secretary, f"/pledges/posts/{pk}/take/")
    client.post(f"/pledges/posts/{pk}/take/", {"person": july.li.pk})
    assert "李华" in text(visit(july.east_secretary, "/pledges/posts/"))
    visit(july.west_secretary, f"/pledges/posts/{pk}/take/", status=404)
    client.force_login(july.east_secretary)
    client.post(f"/pledges/posts/holders/{DutyHolder.objects.get().pk}/leave/")
    assert "李华" not in text(visit(july.east_secretary, "/pledges/posts/"))
    client.post(f"/pledges/posts/{pk}/close/")
    assert "还没有设岗" in text(visit(july.east_secretary, "/pledges/posts/"))


def test_a_letter_is_proposed_signed_by_the_other_side_and_printed(july, visit, client):
    visit(july.office, "/pledges/letters/new/")
    given = {
        "other": july.east.pk,
        "what": "建成学习室",
        "how_seen": "开门",
        "step_1": "装修完",
        "due_1": "2010-08-30",
    }
    client.post("/pledges/letters/new/", given)
    made = Pledge.objects.get()
    assert "等我签的" in text(visit(july.east_secretary, "/pledges/letters/"))
    visit(july.east_secretary, f"/pledges/{made.pk}/")
    client.post(f"/pledges/letters/{made.pk}/sign/")
    assert "7月12日" in text(visit(july.office, "/pledges/letters/")) and "双方签字" in text(
        visit(july.office, "/pledges/letters/")
    )
    assert "与红星市委签订的责任书" in text(visit(None, "/open/1.1.1/"))
    paper = paragraphs(client, f"/pledges/letters/{made.pk}/paper/", july.office)
    assert "东街村党支部（签字）：2010年7月12日" in paper
    visit(july.west_secretary, f"/pledges/letters/{made.pk}/paper/", status=404)


def paragraphs(client, address, user=None):
    if user:
        client.force_login(user)
    found = docx.Document(BytesIO(client.get(address).content))
    cells = (c.text for t in found.tables for row in t.rows for c in row.cells)
    return "\n".join([*(p.text for p in found.paragraphs), *cells])


def test_an_unsigned_letter_waits_for_nobody_else(july, visit):
    made = letter(july)
    visit(july.west_secretary, f"/pledges/{made.pk}/", status=404)
    visit(july.stranger, "/pledges/letters/", status=404)
    assert "建成学习室" not in text(visit(None, "/open/1.1.1/"))


def test_the_board_on_the_wall_names_nobody_without_consent(july, visit, client):
    published(july)
    mine = published(july, person=july.li, what="帮两户收秋粮")
    board = text(visit(None, "/open/1.1.1/board/"))
    assert ROAD in board and "一名党员" in board and "李华" not in board and "<script" not in board
    show_name(july.member, mine, shown=True)
    paper = paragraphs(client, "/open/1.1.1/board/paper/")
    assert "李华" in paper and "路基平整" in paper and "2010年7月30日前" in paper


def test_promises_are_talked_over_at_a_meeting_and_a_step_points_at_it(july, visit, client):
    pledge, other = published(july), published(july, what="打两眼机井")
    held = call_meeting(
        july.east_secretary, july.east, kind="deliberation", title="七月议诺会", held_on=JULY, minutes=60
    )
    assert f"/pledges/meetings/{held.pk}/" in text(visit(july.east_secretary, "/pledges/"))
    visit(july.east_secretary, f"/pledges/meetings/{held.pk}/")
    client.post(
        f"/pledges/meetings/{held.pk}/", {f"words_{pledge.pk}": "先修三组段", f"words_{other.pk}": " "}
    )
    assert [d.meeting for d in pledge.discussions.all()] == [held] and not other.discussions.exists()
    assert "七月议诺会" in text(visit(july.east_secretary, f"/pledges/steps/{pledge.steps.first().pk}/"))
    fulfil_step(july.east_secretary, pledge.steps.first(), words="定了线路", meeting=held, paper="纪要3号")
    assert "依据：7月12日七月议诺会；纪要3号" in text(visit(None, "/open/1.1.1/"))
    visit(july.west_secretary, f"/pledges/meetings/{held.pk}/", status=404)
