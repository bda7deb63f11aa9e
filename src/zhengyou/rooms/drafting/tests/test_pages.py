"""The page of a reading: who sees it, what each button does without script and with htmx, how much it weighs."""

import gzip
import random
import re
import tempfile
from datetime import date

import pytest
import yaml
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from zhengyou.packs import load_text
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.drafting.actions import accept_all, accept_line, drop_all, edit_line
from zhengyou.rooms.drafting.models import Reading
from zhengyou.rooms.drafting.tests.notices import NOTICE, alone, line, read

pytestmark = pytest.mark.django_db
DRAFTS = "/campaigns/drafts/"
QUERIES = (
    11  # of a page of a reading, whatever its length; two of them for what it costs, one for the menu's words
)
QUERIES_A_DECISION = 26  # with what is written and its trail
BYTES = 45_000  # compressed, of a notice of three hundred items and more
MARK = re.compile(r'<a class="zm ([^"]*)" id="(mark-[\d-]+)"[^>]*data-lines="([\d ]*)"[^>]*>([^<]*)</a>')


@pytest.fixture
def reading(town, on):
    on(date(2010, 5, 4))
    return read(alone(town))


@pytest.fixture
def here(reading):
    return f"{DRAFTS}{reading.pk}/"


WHO = "各镇党委,各支部,市直机关,各村党组织,市教育局,市卫生局,各社区,各企业支部,市民政局,各学校".split(",")
HOW = "召开专题会议研究,逐户走访摸清,建立台账解决,张榜公布,组织党员包保,签订责任书落实,邀请群众评议,限期整改".split(
    ","
)
WHAT = "村级财务公开,困难群众救助,道路硬化,饮水安全,农资质量,校园周边秩序,办事窗口作风,低保评定,拆迁补偿,环境卫生".split(
    ","
)


def long_notice(items=300):
    """A notice of some three hundred items, no two alike, as long plans are."""
    dice = random.Random(7)
    tasks = [
        f"（{n}）{dice.choice(WHO)}在2010年{dice.randint(6, 12)}月{dice.randint(1, 28)}日前{dice.choice(HOW)}{dice.choice(WHAT)}问题"
        f"{dice.randint(2, 90)}件，每月向群众公布{dice.choice(WHAT)}办理情况{dice.randint(1, 4)}次。"
        for n in range(1, items + 1)
    ]
    return "关于开展专项整治的通知\n一、主要任务\n" + "\n".join(tasks) + "\n2010年4月28日"


def test_an_office_sends_a_notice_and_comes_to_its_page(town, client, visit, on):
    on(date(2010, 5, 4))
    client.force_login(town.office)
    file = SimpleUploadedFile("notice.txt", NOTICE.read_bytes())

    answer = client.post(DRAFTS, {"notice": file, "name": "创先争优活动", "code": "read_here"})
    reading = Reading.objects.get(code="read_here")

    assert answer["Location"] == f"{DRAFTS}{reading.pk}/"
    page = visit(town.office, answer["Location"]).content.decode()
    assert "每名党员的学习时间不少于40个学时" in page and "还不能印发" in page
    assert "读出" in visit(town.office, DRAFTS).content.decode()


@pytest.mark.parametrize(
    ("name", "raw", "words"),
    [
        ("notice.exe", b"x", "不认识这种格式"),
        ("notice.txt", b"  ", "没有文字"),
        ("a.txt", "今天好。".encode(), "没有读出"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_the_form(town, client, name, raw, words):
    client.force_login(town.office)
    answer = client.post(
        DRAFTS, {"notice": SimpleUploadedFile(name, raw), "name": "活动", "code": "read_here"}
    )

    assert answer.status_code == 422 and words in answer.content.decode()
    assert tempfile.gettempdir() not in answer.content.decode()
    assert not Reading.objects.exists()


@pytest.mark.parametrize("who", ["stranger", "east_secretary", "member", "supervisor", "leader"])
def test_nobody_but_the_office_finds_a_reading(town, reading, here, client, visit, who):
    user, number = getattr(town, who), reading.lines.first().number
    visit(user, here, status=404)
    visit(user, f"{here}pack/", status=404)
    visit(user, f"{here}{number}/edit/", status=404)
    for address in (f"{here}{number}/", f"{here}all/", f"{here}undo/", f"{here}issue/"):
        assert client.post(address, {"deed": "accept"}).status_code == 404, address
    assert set(reading.lines.values_list("decision", flat=True)) == {"waiting"}


def test_every_item_is_marked_at_its_own_place_and_the_text_stands_as_it_was(town, reading, here, visit):
    page = visit(town.office, here).content.decode()
    sheet = re.search(r'<div class="in song zy-sheet">(.*?)</div>', page, re.S)[1]
    shown = re.sub(r"<[^>]+>", "", sheet)
    by_line = {}
    for _, _, lines, words in MARK.findall(sheet):
        for number in lines.split():
            by_line[int(number)] = by_line.get(int(number), "") + words

    assert shown.replace("&quot;", '"') == reading.notice.text
    text = reading.notice.text
    assert by_line == {ln.number: text[ln.start : ln.end] for ln in reading.lines.all()}


def test_each_button_works_without_script_and_comes_back_to_its_line(town, reading, here, client, visit):
    client.force_login(town.office)
    study, lesson = line(reading, "不少于40个学时"), line(reading, "讲1次党课")

    def press(number, deed, **more):
        return client.post(f"{here}{number}/", {"deed": deed, **more})["Location"]

    assert press(study.number, "accept", kind="requirement") == f"{here}?kind=requirement#line-{study.number}"
    press(lesson.number, "drop")
    page = visit(town.office, here).content.decode()
    assert "撤销：不要" in page
    client.post(f"{here}undo/")
    lesson.refresh_from_db()
    assert lesson.decision == "waiting"
    press(lesson.number, "drop")
    press(lesson.number, "restore")
    edit = visit(town.office, f"{here}?edit={study.number}").content.decode()
    assert 'name="need_study_hours"' in edit
    form = {"name": "学习达标", "need_study_hours": "48", "need_collective_share": "７０％", "grain": "person",
            "due_on": "2010-06-30", "stage": "学习动员", "kinds": ["branch"]}  # fmt: skip
    assert client.post(f"{here}{study.number}/edit/", form).status_code == 302
    study.refresh_from_db()
    assert study.edited["needs"] == {"study_hours": "48", "collective_share": "7/10"}
    assert study.edited["rule"] == "enough_study" and study.edited["asks"] == study.entry["asks"]
    client.post(f"{here}all/", {"deed": "accept", "kind": "stage"})
    client.post(f"{here}all/", {"deed": "drop"})
    assert client.post(f"{here}issue/", {"deed": "issue"})["Location"] == "/campaigns/read_here/"
    assert Campaign.objects.get(code="read_here").issued_on == date(2010, 5, 4)


def test_a_form_that_is_wrong_comes_back_with_what_was_typed(town, reading, here, client):
    client.force_login(town.office)
    study = line(reading, "不少于40个学时")
    form = {
        "name": "学够",
        "need_study_hours": "四十",
        "grain": "person",
        "due_on": "2010-06-30",
        "kinds": ["branch"],
    }

    answer = client.post(f"{here}{study.number}/edit/", form)

    page = answer.content.decode()
    assert answer.status_code == 422 and "数请写作40、2/3" in page and 'value="四十"' in page
    refused = client.post(f"{here}{study.number}/edit/", form | {"need_study_hours": "40", "grain": "fact"})
    assert refused.status_code == 422 and "逐件的规则按件算" in refused.content.decode()


def test_a_decision_in_place_brings_back_only_what_moved(town, reading, here, client):
    client.force_login(town.office)
    study = line(reading, "不少于40个学时")

    answer = client.post(f"{here}{study.number}/", {"deed": "accept"}, headers={"HX-Request": "true"})

    page = answer.content.decode()
    swapped = re.findall(r'id="([\w-]+)"[^>]*hx-swap-oob="true"', page)
    assert set(swapped) >= {
        f"line-{study.number}",
        f"mark-{study.number}",
        "tools",
        "clashes",
        "foot",
        "said",
    }
    assert [s for s in swapped if s.startswith("line-")] == [f"line-{study.number}"]
    assert "<html" not in page and "采用 1" in page


def test_a_contradiction_is_shown_on_both_sides_with_links_and_goes_when_it_is_solved(
    town, reading, here, client, visit
):
    study = line(reading, "不少于40个学时")
    edit_line(town.office, study, entry=study.entry | {"due_on": "2010-12-01"})

    page = visit(town.office, here).content.decode()
    assert re.search(rf'<a href="#line-{study.number}">第{study.number}条</a>', page)
    assert re.search(rf'<li class="zy-item accepted clash" id="line-{study.number}"', page)
    assert re.search(rf'class="zm requirement accepted clash" id="mark-{study.number}"', page)

    client.force_login(town.office)
    stage = reading.lines.get(becomes="stage", entry__name="学习动员")
    answer = client.post(f"{here}undo/", headers={"HX-Request": "true"}).content.decode()
    assert f'id="line-{stage.number}"' in answer  # the other side of the contradiction is drawn anew
    assert "2010-12-01" not in answer


def test_filters_stand_in_the_address_and_hide_the_rest(town, reading, here, visit):
    accept_line(town.office, line(reading, "不少于40个学时"))

    page = visit(town.office, f"{here}?kind=requirement&decision=accepted").content.decode()

    shown = re.findall(r'<li class="zy-item[^"]*" id="line-(\d+)"[^>]*tabindex="-1">', page)
    assert shown == [str(line(reading, "不少于40个学时").number)]
    assert "没有这样的条目" in visit(town.office, f"{here}?decision=refused").content.decode()
    assert visit(town.office, f"{here}?kind=nonsense").content.decode().count('tabindex="-1">') > 10


def test_what_is_refused_is_shown_with_the_reason_and_no_button(town, reading, here, visit):
    watched = line(reading, "讲1次党课")
    reading.lines.filter(pk=watched.pk).update(refused="界限：本系统不收集思想动态。")

    page = visit(town.office, here).content.decode()
    card = re.search(rf'<li class="zy-item refused" id="line-{watched.number}".*?</li>', page, re.S)[0]

    assert "本系统不收集思想动态" in card and "<button" not in card and "不收 1" in page


def test_the_pack_is_saved_as_a_file_that_passes_the_check(town, reading, here, visit):
    accept_all(town.office, reading, kind="stage")
    accept_line(town.office, line(reading, "不少于40个学时"))

    file = visit(town.office, f"{here}pack/")

    assert file["Content-Disposition"] == 'attachment; filename="read_here.yaml"'
    pack = load_text(file.content.decode())
    assert [r["rule"] for r in pack["requirements"]] == ["enough_study"]
    assert yaml.safe_load(file.content)["code"] == "read_here"


def test_once_issued_everything_is_still_seen_and_nothing_can_be_pressed(town, reading, here, client, visit):
    accept_all(town.office, reading, kind="stage")
    accept_line(town.office, line(reading, "不少于40个学时"))
    drop_all(town.office, reading)
    client.force_login(town.office)
    client.post(f"{here}issue/", {"deed": "issue"})

    page = visit(town.office, here).content.decode()
    assert "data-deed=" not in page and "不要的也还看得到" in page
    assert page.count('class="zy-item dropped') == reading.lines.filter(decision="dropped").count()
    answer = client.post(f"{here}{reading.lines.first().number}/", {"deed": "drop"})
    assert answer.status_code == 422 and "不能再改" in answer.content.decode()
    draft = visit(town.east_secretary, "/campaigns/read_here/draft/").content.decode()
    assert (
        '<mark class="zm requirement">每名党员的学习时间不少于40个学时' in draft
        and "看文件和条目" not in draft
    )


def test_a_draft_that_was_read_is_not_issued_past_its_lines(town, reading, here, client):
    accept_all(town.office, reading, kind="stage")
    accept_line(town.office, line(reading, "不少于40个学时"))
    client.force_login(town.office)
    assert client.post(f"{here}issue/", {"deed": "draft"})["Location"] == "/campaigns/read_here/draft/"

    refused = client.post("/campaigns/read_here/issue/")
    assert refused.status_code == 422 and "条待定" in refused.content.decode()
    drop_all(town.office, reading)
    client.post("/campaigns/read_here/issue/")
    assert Campaign.objects.get(code="read_here").issued_on == date(2010, 5, 4)


def test_what_a_leader_has_to_approve_is_kept_as_a_draft_and_shown_with_its_cost(town, on, client, visit):
    on(date(2010, 5, 11))
    reading = read(town)  # beside a campaign that asks for the same hours
    accept_all(town.office, reading, kind="stage")
    accept_line(town.office, line(reading, "不少于40个学时"))
    drop_all(town.office, reading)
    client.force_login(town.office)

    answer = client.post(f"{DRAFTS}{reading.pk}/issue/", {"deed": "issue"})

    assert answer["Location"] == "/campaigns/read_here/preview/"
    page = visit(town.office, answer["Location"]).content.decode()
    assert "请领导在" in page and Campaign.objects.get(code="read_here").issued_on is None


def queries_of(deed):
    with CaptureQueriesContext(connection) as caught:
        answer = deed()
    return len(caught), answer


def test_a_page_asks_the_database_as_often_for_three_hundred_items_as_for_thirty(town, reading, here, client):
    long = read(town, code="long", text=long_notice())
    assert long.lines.count() >= 300
    client.force_login(town.office)
    client.get(here)

    few, _ = queries_of(lambda: client.get(here))
    many, answer = queries_of(lambda: client.get(f"{DRAFTS}{long.pk}/"))

    assert answer.status_code == 200
    assert few == many < QUERIES
    accept_all(town.office, reading, kind="stage")
    accept_line(town.office, line(reading, "不少于40个学时"))
    assert queries_of(lambda: client.get(here))[0] <= QUERIES
    first = long.lines.first().number
    decided, _ = queries_of(
        lambda: client.post(f"{DRAFTS}{long.pk}/{first}/", {"deed": "accept"}, headers={"HX-Request": "true"})
    )
    assert decided <= QUERIES_A_DECISION, decided


def test_a_notice_of_three_hundred_items_stays_light(town, client):
    long = read(town, code="long", text=long_notice())
    client.force_login(town.office)

    page = client.get(f"{DRAFTS}{long.pk}/").content
    decided = client.post(f"{DRAFTS}{long.pk}/1/", {"deed": "accept"}, headers={"HX-Request": "true"}).content

    assert len(gzip.compress(page)) < BYTES
    assert len(gzip.compress(decided)) < 4_000
