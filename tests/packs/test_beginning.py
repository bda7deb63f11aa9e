"""A campaign begun from a pack: by an office on the pages, and on the command line."""

from datetime import date

import pytest
from click.testing import CliRunner
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.packs.test_checking import GOOD
from zhengyou.cli import main
from zhengyou.core.engines import Live
from zhengyou.core.errors import Refused
from zhengyou.core.figures import progress_by_org
from zhengyou.core.models import Deed
from zhengyou.demo.months import NOTICE
from zhengyou.packs import load_text, shipped_pack, shipped_packs, taken
from zhengyou.rooms.campaigns.actions import draft_campaign, issue_campaign
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.campaigns.queries import asked, campaigns_seen_by
from zhengyou.rooms.gates.models import Gate

PAGE = "/campaigns/drafts/"


def run(*words: str) -> str:
    """What a command prints; it must succeed."""
    done = CliRunner().invoke(main, words, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def refused(*words: str) -> str:
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 1, done.output
    return done.output


def mine(text: str = GOOD) -> SimpleUploadedFile:
    return SimpleUploadedFile("mine.yaml", text.encode())


@pytest.mark.django_db
@pytest.mark.database
def test_a_campaign_from_the_shipped_pack_has_its_stages_and_requirements(town, on):
    on(date(2010, 5, 11))
    campaign = draft_campaign(town.office, town.city, pack=shipped_pack("striving_2010"))

    assert [s.name for s in campaign.stages.all()] == ["公开承诺", "迎接建党九十周年", "迎接党的十八大"]
    assert {r.rule: (r.grain, r.needs, r.due_on) for r in campaign.requirements.all()} == {
        "member_pledged": ("person", {"pledges_published": "1"}, date(2010, 12, 31)),
        "branch_pledged": ("organisation", {"organisation_pledges": "1"}, date(2010, 12, 31)),
        "steps_fulfilled": ("fact", {}, date(2012, 11, 7)),
    }


@pytest.mark.django_db
@pytest.mark.database
def test_the_requirements_of_the_shipped_pack_are_counted_at_once(town, on):
    on(date(2010, 5, 11))
    campaign = draft_campaign(town.office, town.city, pack=shipped_pack("striving_2010"))
    issue_campaign(town.office, campaign)
    found = {r.code: asked(r) for r in campaign.requirements.all()}
    progress = progress_by_org(Live(), list(found.values()), town.city)[town.city.pk]

    assert progress[found["member_pledged"].id].due == 9
    assert progress[found["branch_pledged"].id].due == 3


def test_a_pack_begins_on_another_day_with_everything_moved():
    moved = taken(load_text(GOOD), code="later", starts_on=date(2027, 3, 1))

    assert (moved["code"], moved["starts_on"], moved["ends_on"]) == ("later", "2027-03-01", "2027-06-30")
    assert moved["stages"][1]["starts_on"] == "2027-05-01"
    assert moved["requirements"][0]["due_on"] == "2027-04-30"


@pytest.mark.django_db
def test_an_office_picks_a_shipped_pack_and_issues_the_draft(town, client, visit, on):
    on(date(2010, 5, 11))
    assert "用现成的方案包" in visit(town.office, PAGE).content.decode()

    answer = client.post(
        PAGE, {"shipped-way": "shipped", "shipped-pack": "striving_2010", "shipped-code": "ours"}
    )
    page = visit(town.office, answer["Location"]).content.decode()

    assert answer["Location"] == "/campaigns/ours/draft/"
    assert "迎接建党九十周年" in page and "党员公开承诺（自动打勾）" in page and "设党员先锋岗" in page
    client.post("/campaigns/ours/issue/")
    assert Campaign.objects.get(code="ours") in campaigns_seen_by(town.east_secretary)


@pytest.mark.django_db
def test_an_office_lets_a_shipped_pack_begin_on_a_day_of_its_own(town, client, visit, on):
    on(date(2010, 5, 11))
    visit(town.office, PAGE)
    form = {"shipped-way": "shipped", "shipped-pack": "striving_2010", "shipped-code": "ours"}

    client.post(PAGE, form | {"shipped-starts_on": "2010-06-01"})

    assert Campaign.objects.get(code="ours").starts_on == date(2010, 6, 1)


@pytest.mark.django_db
def test_a_file_of_ones_own_becomes_a_draft_and_a_better_one_takes_its_place(town, client, visit, on):
    on(date(2026, 2, 1))
    visit(town.office, PAGE)
    client.post(PAGE, {"file-way": "file", "file-pack": mine()})
    written = visit(town.office, "/campaigns/mine_2026/draft/?yaml=1").content.decode()
    better = written.replace("study_hours: '40'", "study_hours: 48")
    assert better != written

    client.post(PAGE, {"file-way": "file", "file-pack": mine(better), "file-replace": "on"})

    assert "学时≥48学时" in visit(town.office, "/campaigns/mine_2026/draft/").content.decode()
    assert Deed.objects.filter(did="draft_campaign").count() == 2


@pytest.mark.django_db
def test_a_faulty_file_is_refused_with_its_lines_and_nothing_is_drafted(town, client, visit):
    visit(town.office, PAGE)
    answer = client.post(PAGE, {"file-way": "file", "file-pack": mine(GOOD.replace("person", "people"))})

    assert answer.status_code == 422
    assert "mine.yaml第22行" in answer.content.decode()
    assert not Campaign.objects.filter(code="mine_2026").exists()


@pytest.mark.django_db
def test_a_stranger_finds_no_page_and_a_secretary_may_not_draft(town, client, visit):
    visit(town.stranger, PAGE, status=404)
    assert client.post(PAGE, {"file-way": "file", "file-pack": mine()}).status_code == 404

    assert "用现成的方案包" not in visit(town.east_secretary, PAGE).content.decode()
    assert client.post(PAGE, {"file-way": "file", "file-pack": mine()}).status_code == 404


@pytest.mark.django_db
def test_a_draft_is_replaced_only_by_its_own_office_and_never_once_issued(town, on):
    on(date(2026, 2, 1))
    pack = load_text(GOOD)
    campaign = draft_campaign(town.office, town.city, pack=pack, title="通知", text="每名党员40学时")

    with pytest.raises(Refused, match="已有活动在用"):
        draft_campaign(town.office, town.city, pack=pack)
    with pytest.raises(Refused, match="已有活动在用"):
        draft_campaign(town.administrator, town.committee, pack=pack, replace=True)
    again = draft_campaign(town.office, town.city, pack=pack, replace=True)
    assert again.notice == campaign.notice and again.stages.count() == 2
    issue_campaign(town.office, again)
    with pytest.raises(Refused, match="已有活动在用"):
        draft_campaign(town.office, town.city, pack=pack, replace=True)


@pytest.mark.django_db
def test_the_command_line_drafts_issues_and_opens_the_look_backs(town, on):
    on(date(2010, 5, 11))

    drafted = run("campaign", "draft", "striving_2010", "--under", "1", "--by", "office", "--code", "ours")
    run("campaign", "issue", "ours", "--by", "office")
    run("campaign", "gates", "ours", "--by", "office")

    assert "下面还看不到" in drafted
    gate = Gate.objects.get(campaign__code="ours", stage__number=1)
    assert [item.by for item in gate.items.all()] == ["requirement", "requirement", "asked"]


@pytest.mark.django_db
def test_the_command_line_says_who_may_not_and_what_is_not_there(town):
    draft = ("campaign", "draft", "striving_2010", "--under", "1")

    assert "没有权限" in refused(*draft, "--by", "east")
    assert "没有账号“nobody”" in refused(*draft, "--by", "nobody")
    assert "、striving_2010、" in refused("campaign", "draft", "nope", "--under", "1", "--by", "office")


def test_a_read_notice_is_a_pack_that_passes_the_check(tmp_path):
    written = run("draft", "--format", "yaml", "--code", "read_here", str(NOTICE))
    file = tmp_path / "mine.yaml"
    file.write_text(written, encoding="utf-8")

    assert run("pack", "check", str(file)).startswith(
        "可以用：read_here  创先争优活动  2010-05-10至2011-01-20"
    )


def test_pack_check_fails_with_the_line_of_the_fault(tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_text(GOOD.replace("enough_study", "enough_cheer"), encoding="utf-8")

    assert "mine.yaml第20行" in refused("pack", "check", str(file))


def test_a_shipped_pack_is_listed_shown_and_copied(tmp_path):
    file = tmp_path / "copy.yaml"
    file.write_text(run("pack", "show", "striving_2010", "--format", "yaml"), encoding="utf-8")

    assert "striving_2010  创先争优活动" in run("pack", "list")
    assert "迎接党的十八大" in run("pack", "show", "striving_2010")
    assert "可以用" in run("pack", "check", str(file))


@pytest.mark.django_db
@pytest.mark.parametrize("code", [p["code"] for p in shipped_packs()])
def test_every_shipped_pack_is_drafted_looked_at_and_issued_on_the_pages(town, client, visit, on, code):
    on(date(2011, 3, 1))
    visit(town.office, PAGE)
    form = {"shipped-way": "shipped", "shipped-pack": code, "shipped-code": "ours"}
    client.post(PAGE, form | {"shipped-starts_on": "2011-03-01"})
    pack = shipped_pack(code)

    page = visit(town.office, "/campaigns/ours/draft/").content.decode()
    assert all(stage["name"] in page for stage in pack["stages"])
    assert all(asked["asks"] in page or asked["name"] in page for asked in pack["requirements"])
    visit(town.office, "/campaigns/ours/preview/")
    issue_campaign(town.office, Campaign.objects.get(code="ours"))
    for address in ("/campaigns/ours/", "/campaigns/ours/matrix/", "/campaigns/ours/timeline/", "/gates/"):
        visit(town.office, address)
    visit(town.east_secretary, "/campaigns/ours/week/")
    visit(town.member, "/mine/")
