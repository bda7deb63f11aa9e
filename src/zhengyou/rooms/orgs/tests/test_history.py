"""The pages on which the tree is changed, and the history that they leave."""

from datetime import date

import pytest

from zhengyou.core.asking import Question
from zhengyou.core.engines import Live
from zhengyou.core.models import Grant, Organisation, Role
from zhengyou.core.rollup import Window
from zhengyou.core.tables import answer
from zhengyou.rooms.orgs import actions

pytestmark = [pytest.mark.database, pytest.mark.django_db]
DAY = date(2010, 8, 1)


@pytest.fixture(autouse=True)
def today(on):
    on(DAY)


def test_an_office_moves_a_branch_by_name(client, town):
    client.force_login(town.office)
    page = client.get(f"/organisations/{town.east.pk}/history/move/")
    assert "连同所属共1个组织、6人一起划转" in page.content.decode()

    sent = client.post(f"/organisations/{town.east.pk}/history/move/", {"to": "河东镇", "on": "2010-08-01"})

    assert sent.status_code == 302
    told = client.get(sent.url).content.decode()
    assert "由“红星镇党委”划归“河东镇党委”" in told and "8月1日" in told


def test_what_is_refused_stands_beside_the_form(client, town):
    client.force_login(town.office)

    unknown = client.post(
        f"/organisations/{town.east.pk}/history/move/", {"to": "没有的", "on": "2010-08-01"}
    )
    refused = client.post(f"/organisations/{town.east.pk}/history/close/", {"on": "2010-08-01"})

    assert unknown.status_code == 422 and "没有叫“没有的”的组织" in unknown.content.decode()
    assert refused.status_code == 422 and "还有6人" in refused.content.decode()
    assert not Organisation.objects.exclude(closed_on=None).exists()


def test_a_name_that_several_bear_is_asked_by_code(client, town):
    for parent in (town.committee, town.other_committee):
        actions.found_organisation(town.office, parent, name="机关总支", kind="general_branch")
    client.force_login(town.office)

    sent = client.post(f"/organisations/{town.east.pk}/history/move/", {"to": "机关总支", "on": "2010-08-01"})

    assert "机关总支 1.1.3、机关总支 1.2.2" in sent.content.decode()


def test_a_branch_is_split_and_merged_again_on_pages(client, town):
    client.force_login(town.office)
    sent = client.post(
        f"/organisations/{town.east.pk}/history/split/",
        {"name": "东街二支部", "people": [town.li.pk, town.wang.pk], "on": "2010-08-01"},
    )
    made = Organisation.objects.get(name="东街二支部")
    assert sent.url == f"/organisations/{made.pk}/history/"
    assert "由“东街村党支部”分设" in client.get(sent.url).content.decode()

    client.post(f"/organisations/{town.east.pk}/history/merge/", {"merged": "东街二支部", "on": "2010-08-01"})
    told = client.get(f"/organisations/{town.east.pk}/history/").content.decode()

    assert "分设出“东街二支部”" in told and "“东街二支部”并入" in told
    # A closed one is in no list any more, but its page still opens and offers nothing to be done.
    assert "东街二支部" not in client.get(f"/organisations/{town.committee.pk}/").content.decode()
    closed = client.get(f"/organisations/{made.pk}/history/").content.decode()
    assert "撤销" in closed and "登记变动" not in closed


@pytest.mark.parametrize("word", ["move", "rename", "nothing"])
def test_whoever_may_not_change_it_finds_no_such_page(client, town, word):
    for user in (town.east_secretary, town.stranger):
        client.force_login(user)
        assert client.get(f"/organisations/{town.east.pk}/history/{word}/").status_code == 404
    client.force_login(town.stranger)
    assert client.get(f"/organisations/{town.east.pk}/history/").status_code == 404


def test_an_office_below_cannot_move_to_where_it_has_no_say(client, town):
    Grant.objects.create(user=town.stranger, role=Role.OFFICE, organisation=town.committee)
    client.force_login(town.stranger)

    sent = client.post(f"/organisations/{town.east.pk}/history/move/", {"to": "1.2", "on": "2010-08-01"})

    assert sent.status_code == 422 and "不归您管理" in sent.content.decode()


def test_a_table_of_last_month_tells_of_the_tree_of_last_month(town):
    actions.move_organisation(town.office, town.east, to=town.other_committee)
    actions.rename_organisation(town.office, town.west, name="西街党总支")
    actions.merge_organisations(town.office, town.other_committee, merged=[town.committee])

    def names(until, under=town.city, level=2):
        question = Question(("members",), under, Window(until), level=level)
        return {row["name"]: row["value"] for row in answer(Live(), question)}

    assert names(date(2010, 7, 31)) == {"东街村党支部": 6, "西街社区党支部": 2, "河东村党支部": 1}
    assert names(DAY) == {"东街村党支部": 6, "西街党总支": 2, "河东村党支部": 1}
    assert names(date(2010, 7, 31), town.committee, 1) == {"东街村党支部": 6, "西街社区党支部": 2}
    assert names(DAY, town.city, 1) == {"河东镇党委": 9}
