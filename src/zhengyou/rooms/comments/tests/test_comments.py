"""Comments: given from above, answered by whom they concern, settled by whoever looks again."""

from datetime import date, timedelta
from fractions import Fraction
from importlib import import_module

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.db.migrations.loader import MigrationLoader

from zhengyou.core.engines import Live
from zhengyou.core.errors import Refused
from zhengyou.core.figures import figures_by_org
from zhengyou.core.rollup import Window
from zhengyou.rooms.appraisal.tests.played import scheme_for
from zhengyou.rooms.comments.actions import answer_comment, give_comment, settle_comment
from zhengyou.rooms.comments.models import Comment
from zhengyou.rooms.comments.queries import comments_open_for, comments_seen_by, comments_to_answer
from zhengyou.rooms.pledges.tests.test_actions import published, road

JULY = date(2010, 7, 12)
DUE = date(2010, 7, 20)


@pytest.fixture(autouse=True)
def in_july(on):
    on(JULY)


def said(town, **details):
    given = {"words": "路基好，路面拖了", "due_on": DUE} | details
    return give_comment(town.leader, town.east, **given)


def subjects(viewer):
    return [c.words for c in comments_seen_by(viewer)]


@pytest.mark.database
def test_a_comment_is_on_something_of_the_organisation_itself(town):
    pledge = published(town)
    assert said(town).subject == "整体工作"
    assert said(town, on=pledge).pledge == pledge
    assert said(town, on=town.campaign.requirements.get()).subject == "学习达标"
    with pytest.raises(Refused, match="不是该单位公开的承诺"):
        said(town, on=road(town))
    with pytest.raises(Refused, match="已经过了"):
        said(town, due_on=JULY - timedelta(days=1))
    with pytest.raises(Refused, match="哪里好"):
        said(town, words=" ")


@pytest.mark.database
def test_nobody_comments_from_within_or_from_beside(town):
    for by in (town.east_secretary, town.west_secretary, town.member, town.supervisor):
        with pytest.raises(PermissionDenied):
            give_comment(by, town.east, words="好")


def test_who_reads_a_comment(town):
    said(town)
    said(town, words="全镇都看看", audience="beside")
    assert subjects(town.east_secretary) == subjects(town.office) == ["全镇都看看", "路基好，路面拖了"]
    assert subjects(town.west_secretary) == ["全镇都看看"]
    assert subjects(town.river_secretary) == subjects(town.member) == subjects(town.stranger) == []


@pytest.mark.database
def test_an_answer_waits_for_whoever_commented_and_may_not_do(town, on):
    comment = said(town)
    assert comments_to_answer(town.east_secretary) == [comment]
    assert comments_open_for(town.leader) == ([], [comment])
    with pytest.raises(Refused, match="没有等着看"):
        settle_comment(town.leader, comment, holds=True)
    answer_comment(town.east_secretary, comment, words="路面铺了一半")
    assert comments_to_answer(town.east_secretary) == [] and comments_open_for(town.leader) == ([comment], [])
    with pytest.raises(Refused, match="等点评的人看"):
        answer_comment(town.east_secretary, comment, words="又铺了")
    with pytest.raises(Refused, match="再答复到哪天"):
        settle_comment(town.leader, comment, holds=False, words="还差一半")
    with pytest.raises(PermissionDenied):
        settle_comment(town.east_secretary, comment, holds=True)

    on(date(2010, 7, 19))
    settle_comment(town.leader, comment, holds=False, words="还差一半", due_on=date(2010, 8, 1))
    [again] = comments_to_answer(town.east_secretary)
    assert again.limit == date(2010, 8, 1)
    answer_comment(town.east_secretary, comment, words="铺完了")
    settle_comment(town.leader, comment, holds=True)

    assert comments_to_answer(town.east_secretary) == [] and comments_open_for(town.leader) == ([], [])
    with pytest.raises(Refused, match="已经核销"):
        answer_comment(town.east_secretary, comment, words="谢谢")


def test_praise_asks_for_no_answer_and_counts_nowhere(town):
    said(town, words="干得好", due_on=None)
    assert comments_to_answer(town.east_secretary) == []
    assert figures(town, DUE)["comments_due"] == 0


def figures(town, until):
    names = ["comments_due", "comments_answered", "comments_in_time", "comments_in_time_share"]
    found = figures_by_org(Live(), names, town.city, Window(until))[town.city.pk]
    return {name: found[name].value for name in names}


@pytest.mark.database
def test_an_answer_in_time_is_told_from_a_late_one(town, on):
    first, second = said(town), said(town, words="账没公开")
    answer_comment(town.east_secretary, first, words="铺了")
    on(DUE + timedelta(days=3))
    answer_comment(town.east_secretary, second, words="贴出来了")
    assert figures(town, DUE - timedelta(days=1))["comments_due"] == 0  # their day has not come
    assert list(figures(town, DUE).values()) == [2, 2, 1, Fraction(1, 2)]


@pytest.mark.database
def test_the_database_refuses_a_comment_on_two_things(town):
    pledge, asked = published(town), town.campaign.requirements.get()
    with transaction.atomic(), pytest.raises(IntegrityError):
        Comment.objects.create(
            organisation=town.east, words="x", on_day=JULY, pledge=pledge, requirement=asked
        )


def test_pages_of_both_sides(town, visit, client):
    pledge = published(town)
    page = visit(town.leader, "/comments/new/?q=东街").content.decode()
    assert f"?org={town.east.pk}" in page and "西街" not in page
    visit(town.leader, f"/comments/new/?org={town.east.pk}")
    sent = {"on": f"pledge:{pledge.pk}", "words": "抓紧", "due_on": "2010-07-20", "audience": "only"}
    assert client.post(f"/comments/new/?org={town.east.pk}", sent).status_code == 302
    made = Comment.objects.get()
    assert (made.pledge, made.campaign) == (pledge, town.campaign)

    assert "等本单位答复的" in visit(town.east_secretary, "/comments/").content.decode()
    client.post(f"/comments/{made.pk}/", {"words": "铺了一半"})
    visit(town.leader, f"/comments/{made.pk}/")
    assert client.post(f"/comments/{made.pk}/", {"holds": "0", "words": "还差"}).status_code == 422
    client.post(f"/comments/{made.pk}/", {"holds": "1"})
    page = visit(town.leader, f"/comments/?pledge={pledge.pk}").content.decode()
    assert "7月12日核销" in page and f"/comments/new/?org={town.east.pk}&amp;on=pledge:{pledge.pk}" in page

    visit(town.west_secretary, f"/comments/{made.pk}/", status=404)
    visit(town.east_secretary, "/comments/new/", status=404)
    visit(town.stranger, "/comments/", status=404)


def test_a_comment_waits_on_the_week_of_whoever_answers_it_and_then_on_the_leaders_overview(town, visit):
    comment = said(town, words="路面拖了")
    said(town, words="干得好", due_on=None)
    address = f"/campaigns/{town.campaign.code}/week/{town.east.pk}/"
    week = visit(town.east_secretary, address).content.decode()
    assert "路面拖了" in week and "点评 · 东街村 · 整体工作" in week and "干得好" not in week
    overview = f"/campaigns/{town.campaign.code}/"
    for page in (address, overview):  # the office does not answer for it
        assert "路面拖了" not in visit(town.office, page).content.decode()
    answer_comment(town.east_secretary, comment, words="路面铺了一半")
    assert "看答复" in visit(town.leader, overview).content.decode()
    assert "路面拖了" not in visit(town.east_secretary, address).content.decode()


@pytest.mark.database
def test_comments_on_scores_of_earlier_versions_are_carried_over(town, settings):
    """In an installation as it stood before: the appraisal's own table, and the models of that time."""
    scheme = scheme_for(town)
    settings.MIGRATION_MODULES = {}
    then = MigrationLoader(None).project_state(
        [("appraisal", "0002_checks_and_ways_out"), ("comments", "0001_initial")]
    )
    with connection.cursor() as cursor:
        cursor.execute(
            "create table appraisal_comment (id integer primary key, organisation_id bigint, entered_by_id bigint,"
            " entered_at timestamp with time zone, scheme_id bigint, words varchar(300), on_day date)"
        )
    said_then = then.apps.get_model("appraisal", "Comment").objects
    for pk, words in enumerate(("路面拖了", "好"), 1):
        given = {"pk": pk, "words": words, "on_day": JULY, "scheme_id": scheme.pk}
        said_then.create(organisation_id=town.east.pk, entered_by_id=town.leader.pk, **given)

    import_module("zhengyou.rooms.comments.migrations.0002_from_scores").carried_over(then.apps, None)

    assert subjects(town.east_secretary) == ["好", "路面拖了"]
    kept = Comment.objects.get(words="路面拖了")
    assert (kept.scheme, kept.campaign, kept.entered_by) == (scheme, town.campaign, town.leader)
    assert kept.due_on is None and not comments_to_answer(town.east_secretary)
