"""Joint bodies: one meeting for all, counted once, seen by whoever sits on the body."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from zhengyou.core.engines import Live
from zhengyou.core.errors import Refused
from zhengyou.core.figures import figures_by_org
from zhengyou.core.rollup import Window
from zhengyou.rooms.meetings.actions import call_meeting
from zhengyou.rooms.meetings.models import Meeting
from zhengyou.rooms.ties.actions import (
    call_session,
    dissolve_body,
    found_body,
    join_body,
    leave_body,
    link_session,
    record_session,
    share_information,
)
from zhengyou.rooms.ties.models import JointBody
from zhengyou.rooms.ties.queries import bodies_seen_by, members_on

pytestmark = [pytest.mark.database, pytest.mark.django_db]
DAY = date(2010, 6, 1)


@pytest.fixture
def june(town, on):
    on(DAY)
    town.body = found_body(
        town.east_secretary, town.east, name="党工青妇联席会议", members=[town.west, town.river]
    )
    return town


def session(town, held_on=DAY, **given):
    return call_session(
        town.east_secretary, town.body, title="商量夏收", held_on=held_on, minutes=60, **given
    )


def held(where):
    window = Window(date(2010, 6, 30), DAY)
    return int(
        figures_by_org(Live(), ["joint_sessions"], where, window)[where.pk]["joint_sessions"].numerator
    )


def test_a_joint_meeting_is_one_meeting_however_many_sit_on_the_body(june):
    session(june, campaign=june.campaign)

    assert Meeting.objects.filter(kind="joint").count() == 1
    assert [held(o) for o in (june.city, june.east, june.west, june.river)] == [1, 1, 0, 0]


def test_every_member_sees_it_wherever_it_is_in_the_tree(june, visit):
    record_session(
        june.east_secretary, session(june), present=[june.east, june.river], decisions="分片包户，15日前收完"
    )
    for secretary in (june.east_secretary, june.west_secretary, june.river_secretary):
        html = visit(secretary, f"/ties/joint/{june.body.pk}/").content.decode()
        assert "分片包户" in html and "到会：东街村、河东村" in html
        assert "党工青妇联席会议" in visit(secretary, "/ties/joint/").content.decode()
    visit(june.stranger, f"/ties/joint/{june.body.pk}/", status=404)


def test_a_meeting_that_was_called_already_is_linked_once(june):
    given = {"title": "商量防汛", "held_on": DAY, "minutes": 45}
    meeting = call_meeting(june.east_secretary, june.east, kind="joint", **given)
    link_session(june.east_secretary, june.body, meeting=meeting)
    with pytest.raises(Refused, match="一次会只算一次"):
        link_session(june.east_secretary, june.body, meeting=meeting)
    foreign = call_meeting(june.west_secretary, june.west, kind="joint", **given)
    with pytest.raises(Refused, match="只有召集单位自己的"):
        link_session(june.east_secretary, june.body, meeting=foreign)

    assert held(june.city) == 1


def test_who_left_does_not_count_as_present_and_may_tell_nothing(june, on):
    seat = june.body.members.get(member=june.river)
    on(date(2010, 6, 10))
    leave_body(june.east_secretary, seat)
    late = session(june, held_on=date(2010, 6, 10))
    with pytest.raises(Refused, match="河东村那天不是成员"):
        record_session(june.east_secretary, late, present=[june.river], decisions="")
    with pytest.raises(Refused, match="不是“党工青妇联席会议”的成员"):
        share_information(june.river_secretary, june.river, body=june.body, words="水闸修好了")

    assert list(members_on(june.body, date(2010, 6, 9))) == [june.west, june.river]
    assert june.body in bodies_seen_by(
        june.river_secretary
    )  # what was settled while it sat there stays readable


def test_members_let_each_other_know_and_nobody_is_asked_whether_it_was_read(june, visit):
    share_information(june.west_secretary, june.west, body=june.body, words="水闸修好了")

    html = visit(june.river_secretary, f"/ties/joint/{june.body.pk}/").content.decode()
    assert "水闸修好了" in html and "西街社区" in html and "QuerySet" not in html
    fields = {f.name for f in type(june.body.told.get())._meta.get_fields()}
    assert not {"read", "seen", "read_by"} & fields


def test_a_dissolved_body_meets_no_more_and_keeps_its_meetings(june, on):
    session(june)
    on(date(2010, 6, 20))
    dissolve_body(june.east_secretary, june.body)
    with pytest.raises(Refused, match="那天没有"):
        session(june, held_on=date(2010, 6, 21))
    with pytest.raises(Refused, match="撤销"):
        join_body(june.east_secretary, june.body, member=june.committee)

    assert held(june.city) == 1 and not members_on(june.body).exists()


def test_only_the_convener_calls_and_seats(june):
    with pytest.raises(PermissionDenied):
        join_body(june.west_secretary, june.body, member=june.committee)
    with pytest.raises(PermissionDenied):
        call_session(june.office, june.body, title="x", held_on=DAY, minutes=60)  # as every meeting
    with pytest.raises(Refused, match="已经是成员"):
        join_body(june.office, june.body, member=june.west)
    with pytest.raises(Refused, match="是召集单位"):
        join_body(june.office, june.body, member=june.east)
    with pytest.raises(Refused, match="不能重复建立"):
        found_body(june.east_secretary, june.east, name="党工青妇联席会议")


def test_the_pages_found_call_record_and_tell(june, client):
    client.force_login(june.river_secretary)
    client.post("/ties/joint/", {"name": "三村联席会议", "members": "东街村\n西街社区"})
    body = JointBody.objects.get(name="三村联席会议")
    here = f"/ties/joint/{body.pk}/"
    client.post(here, {"title": "修路", "held_on": "2010-06-01", "minutes": "30"})
    made = body.sessions.get()
    client.post(
        f"/ties/joint/sessions/{made.pk}/",
        {"present": [june.east.pk, june.river.pk], "decisions": "各修一段"},
    )
    client.post(f"{here}tell/", {"organisation": june.river.pk, "words": "料到了"})
    client.post(f"{here}join/", {"member": "红星镇"})
    html = client.get(here).content.decode()

    assert all(words in html for words in ("到会：东街村、河东村", "各修一段", "料到了", "红星镇"))
    wrong = client.post("/ties/joint/", {"name": "又一个", "members": "没有的村"})
    assert wrong.status_code == 422 and "没有叫“没有的村”的组织" in wrong.content.decode()
    assert client.post(f"{here}join/", {"member": "红星镇"}).status_code == 422
    client.force_login(june.west_secretary)
    assert client.post(f"{here}dissolve/").status_code == 403
