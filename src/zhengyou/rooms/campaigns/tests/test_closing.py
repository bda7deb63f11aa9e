"""A campaign ends: it asks nothing any more, is summed up once, is only read since, and leaves whole."""

import csv
import hashlib
import io
import json
import zipfile
from datetime import date

import pytest
from click.testing import CliRunner
from django.core.exceptions import PermissionDenied

from zhengyou.cli import main
from zhengyou.core.engines import Live
from zhengyou.core.errors import Refused
from zhengyou.core.papers import to_text
from zhengyou.rooms.campaigns.actions import (
    adapt_plan,
    add_requirement,
    adopt_plan,
    close_campaign,
    grant_exemption,
)
from zhengyou.rooms.campaigns.pages import archiving
from zhengyou.rooms.campaigns.papers import archive_of, closing_report
from zhengyou.rooms.campaigns.papers.packing import Packing
from zhengyou.rooms.campaigns.queries import closing_of, final_of, running_campaign

OVER = date(2011, 2, 1)
WORDS = "党员学习成为习惯，公开承诺大多兑现；补课登记的做法保留下来。"


@pytest.fixture
def over(on):
    on(OVER)


@pytest.mark.django_db
@pytest.mark.database
def test_it_is_summed_up_once_and_only_after_its_last_day(town, on):
    on(date(2011, 1, 20))
    with pytest.raises(Refused, match="2011-01-20才结束"):
        close_campaign(town.office, town.campaign, words=WORDS)

    on(OVER)
    with pytest.raises(PermissionDenied):
        close_campaign(town.east_secretary, town.campaign, words=WORDS)
    with pytest.raises(Refused, match="请写几句总结"):
        close_campaign(town.office, town.campaign, words="好")
    assert close_campaign(town.office, town.campaign, words=WORDS).closed_on == OVER
    with pytest.raises(Refused, match="已经总结过"):
        close_campaign(town.office, town.campaign, words=WORDS)


@pytest.mark.django_db
@pytest.mark.database
@pytest.mark.parametrize(
    "deed",
    [
        lambda t: adopt_plan(t.east_secretary, t.east, campaign=t.campaign),
        lambda t: adapt_plan(t.east_secretary, t.east, campaign=t.campaign, theme="田间"),
        lambda t: grant_exemption(
            t.east_secretary, t.east, campaign=t.campaign, person=t.li, reason="at_home"
        ),
        lambda t: add_requirement(
            t.east_secretary, t.east, campaign=t.campaign, name="多学", asks="45学时", rule="enough_study",
            needs={"study_hours": "45"}, grain="person", due_on=date(2010, 6, 30),
        ),
    ],
)  # fmt: skip
def test_what_is_over_is_only_read(town, over, deed):
    with pytest.raises(Refused, match="已于2011-01-20结束，不再要求什么，只供查阅"):
        deed(town)


@pytest.mark.django_db
def test_nobody_is_asked_for_anything_any_more(town, on, visit):
    on(date(2011, 1, 20))
    assert "差40学时" in visit(town.member, "/mine/").content.decode()

    on(OVER)
    mine = visit(town.member, "/mine/").content.decode()
    week = visit(town.east_secretary, "/campaigns/striving/week/").content.decode()
    overview = visit(town.office, "/campaigns/striving/").content.decode()
    matrix = visit(town.office, "/campaigns/striving/matrix/?show=all").content.decode()

    assert "差40学时" not in mine
    assert "还差6人" not in week and "照此执行" not in week and "活动已结束，不再要求什么" in week
    assert "活动已结束，不再要求什么" in overview and "学习达标还差" not in overview
    assert "活动已结束，不再要求什么" in matrix and "东街村党支部" in matrix


@pytest.mark.django_db
def test_one_that_runs_comes_before_one_that_is_over(town, over):
    later = type(town.campaign).objects.create(
        organisation=town.city, code="later", name="后一项", starts_on=date(2010, 5, 1), ends_on=date(2011, 12, 31),
        issued_on=date(2010, 5, 1),
    )  # fmt: skip

    assert running_campaign(town.east_secretary) == later


@pytest.mark.django_db
def test_the_report_stands_on_the_last_day(town, over):
    close_campaign(town.office, town.campaign, words=WORDS)
    text = to_text(closing_report(town.campaign, closing_of(town.campaign), final_of(town.campaign, Live())))

    assert "创先争优活动总结" in text and WORDS in text
    assert "学习达标" in text and "9" in text


def opened(content):
    return zipfile.ZipFile(io.BytesIO(content))


def rows(archive, name):
    return list(csv.DictReader(io.StringIO(archive.read(f"striving/{name}").decode("utf-8-sig"))))


@pytest.mark.django_db
@pytest.mark.database
def test_the_archive_holds_everything_in_open_formats_and_names_nobody(town, on):
    on(date(2010, 6, 1))
    adopt_plan(town.east_secretary, town.east, campaign=town.campaign)
    grant_exemption(town.east_secretary, town.east, campaign=town.campaign, person=town.li, reason="at_home")
    on(OVER)
    close_campaign(town.office, town.campaign, words=WORDS)
    archive = opened(archive_of(town.campaign))

    assert rows(archive, "progress.csv")[0] == {
        "organisation": "1", "requirement": "study", "due": "8", "met": "0",
    }  # fmt: skip
    assert rows(archive, "plans.csv")[0]["how"] == "as_it_stands"
    assert rows(archive, "exemptions.csv") == [
        {"organisation": "1.1.1", "of": "person", "reason": "at_home", "number": "1"}
    ]
    told = json.loads(archive.read("striving/campaign.json"))
    assert told["campaign"]["closing"] == WORDS and len(told["requirements"]) == 1
    page = archive.read("striving/index.html").decode()
    assert WORDS in page and 'href="progress.csv"' in page
    everything = b"".join(archive.read(n) for n in archive.namelist() if not n.endswith((".docx", ".xlsx")))
    assert not any(name.encode() in everything for name in ("李华", "王芳", "张明"))


@pytest.mark.django_db
def test_every_file_of_the_archive_can_be_checked_and_the_same_comes_again(town, over):
    archive = opened(archive_of(town.campaign))
    sums = dict(
        reversed(line.split("  ", 1)) for line in archive.read("striving/SHA256SUMS").decode().splitlines()
    )

    held = {n.removeprefix("striving/") for n in archive.namelist()} - {"SHA256SUMS"}
    assert set(sums) == held
    assert all(hashlib.sha256(archive.read(f"striving/{n}")).hexdigest() == d for n, d in sums.items())
    assert archive.read("striving/progress.csv") == opened(archive_of(town.campaign)).read(
        "striving/progress.csv"
    )


@pytest.mark.django_db
def test_the_command_and_the_page_give_the_same_with_the_papers(town, over, tmp_path, monkeypatch, client):
    monkeypatch.setattr("zhengyou.cli.ground.prepare", lambda home: None)
    goal = tmp_path / "striving.zip"
    done = CliRunner().invoke(main, ["campaign", "archive", "striving", "--to", str(goal)])
    client.force_login(town.office)
    page = client.get("/campaigns/striving/archive/").content

    assert done.exit_code == 0, done.output
    names = opened(goal.read_bytes()).namelist()
    assert {"striving/papers/progress_circular.docx", "striving/papers/lacking_ledger.xlsx"} <= set(names)
    assert opened(page).namelist() == names
    for name in names:  # Word and Excel write the hour of their making into a file
        if name.endswith((".csv", ".json", ".yaml", ".html")):
            assert opened(page).read(name) == opened(goal.read_bytes()).read(name)


@pytest.mark.django_db
def test_a_large_one_is_made_beside_and_says_how_far_it_has_come(
    town, over, visit, client, monkeypatch, settings, tmp_path
):
    settings.ZHENGYOU_HOME = tmp_path
    monkeypatch.setattr(archiving, "AT_ONCE", 1)
    seen = []
    watch = Packing._watch
    monkeypatch.setattr(Packing, "_watch", lambda self, *told: (watch(self, *told), seen.append(told)))
    monkeypatch.setattr(Packing, "begin", Packing.make)  # a thread would not see the town of a test

    assert "打包要一会儿" in visit(town.office, "/campaigns/striving/archive/").content.decode()
    client.post("/campaigns/striving/archive/")

    steps = [done for _step, done, _total in seen]
    assert steps == list(range(1, seen[-1][2] + 1)), "each part is told once it is made, up to the last"
    assert "档案打好了" in visit(town.office, "/campaigns/striving/archive/made/").content.decode()
    assert opened(client.get("/campaigns/striving/archive/").content).testzip() is None
    visit(town.member, "/campaigns/striving/archive/made/", status=403)


@pytest.mark.django_db
def test_what_still_runs_is_not_archived(town, on, tmp_path, monkeypatch, client):
    on(date(2010, 6, 1))
    monkeypatch.setattr("zhengyou.cli.ground.prepare", lambda home: None)
    done = CliRunner().invoke(main, ["campaign", "archive", "striving", "--to", str(tmp_path / "x.zip")])

    assert done.exit_code != 0 and "结束以后再归档" in done.output
    client.force_login(town.office)
    assert client.get("/campaigns/striving/archive/").status_code == 422


@pytest.mark.django_db
def test_the_office_sums_up_on_the_page_and_everybody_reads_it(town, over, visit, client):
    address = "/campaigns/striving/closing/"
    assert "总结活动" in visit(town.office, address).content.decode()
    assert client.post(address, {"words": WORDS}).status_code == 302

    for viewer in (town.office, town.east_secretary, town.member):
        page = visit(viewer, address).content.decode()
        assert WORDS in page and "只总结一次" not in page
    assert client.get("/campaigns/striving/archive/")["Content-Type"] != "application/zip"
    client.force_login(town.office)
    assert opened(client.get("/campaigns/striving/archive/").content).testzip() is None
    visit(town.stranger, address, status=404)
