"""The pages of supervision: a group's own, a unit, a visit on a telephone, findings from both sides, the office's."""

from datetime import date

import pytest

from zhengyou.rooms.meetings.actions import call_meeting, close_list
from zhengyou.rooms.supervision.actions import (
    answer_finding,
    choose_focus,
    record_finding,
    start_visit,
)
from zhengyou.rooms.supervision.models import (
    Assignment,
    Checked,
    Finding,
    GroupMember,
    Presence,
    SupervisionGroup,
    SupervisionVisit,
)
from zhengyou.rooms.supervision.queries import finding_now, standing_of

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def found(sent):
    visit = start_visit(sent.town.supervisor, sent.town.east, group=sent.first, how="talk")
    return record_finding(
        sent.town.supervisor, visit, what="6条意见没有答复", whose="支部书记", due_on=date(2010, 6, 20)
    )


def test_a_supervisors_first_page_says_where_to_go_and_what_to_look_at_again(sent, found, visit, client, on):
    town = sent.town
    client.force_login(town.supervisor)
    assert client.get("/")["Location"] == "/supervision/"

    choose_focus(town.supervisor, town.west, group=sent.first, why="基础较好")
    on(date(2010, 6, 15))
    answer_finding(town.east_secretary, found, words="逐条答复了")
    page = visit(town.supervisor, "/supervision/").content.decode()
    assert "还要选1个重点单位" in page and "还没去过" in page
    assert "已答复，等复查" in page and f"/supervision/findings/{found.pk}/recheck/" in page
    assert "河东村" not in page
    on(date(2010, 6, 25))
    assert "1件，超期1件" in visit(town.supervisor, "/supervision/").content.decode()
    assert "6条意见" not in visit(sent.river_supervisor, "/supervision/").content.decode()


def test_a_unit_is_read_before_it_is_visited(sent, found, visit, client):
    town = sent.town
    page = visit(town.supervisor, f"/supervision/places/{town.east.pk}/").content.decode()
    assert "学习达标" in page and "6条意见没有答复" in page and "由第一督导组督导" in page

    client.force_login(town.supervisor)
    start = f"/supervision/places/{town.east.pk}/visit/"
    told = {"group": sent.first.pk, "how": "open", "visited_on": "2010-06-01"}
    assert "本季度已有1次督导" in client.post(start, told).content.decode()
    made = client.post(start, told | {"why_again": "复查"})
    assert made["Location"] == f"/supervision/visits/{SupervisionVisit.objects.latest('pk').pk}/"


def test_the_check_list_is_walked_by_tap_and_without_script(sent, visit, client):
    town = sent.town
    seen = start_visit(town.supervisor, town.west, group=sent.first, how="open")
    first, second = sent.first.checks.all()
    page = visit(town.supervisor, f"/supervision/visits/{seen.pk}/").content.decode()
    assert "党课上了没有" in page and "系统里有的，不用再问" in page

    client.force_login(town.supervisor)
    url = f"/supervision/visits/{seen.pk}/"
    tapped = client.post(
        f"{url}lines/{first.pk}/", {f"how-{first.pk}": "good"}, headers={"HX-Request": "true"}
    )
    assert "党课上了没有" in tapped.content.decode() and "<html" not in tapped.content.decode()
    client.post(url, {f"how-{first.pk}": "good", f"how-{second.pk}": "wanting"})
    assert set(Checked.objects.values_list("item", "how")) == {(first.pk, "good"), (second.pk, "wanting")}

    refused = client.post(f"{url}finish/", {"words": "总的较好"})
    assert refused.status_code == 422 and "却没有登记发现" in refused.content.decode()
    told = {"what": "6条没有答复", "whose": "书记", "due_on": "2010-06-20", "item": second.pk}
    client.post(f"{url}finding/", told)
    client.post(f"{url}finish/", {"words": "总的较好"})
    seen.refresh_from_db()
    assert seen.finished_on and Finding.objects.get().item == second
    page = visit(town.west_secretary, url).content.decode()
    assert "总的较好" in page and "有问题" in page and "结束登记" not in page


def test_a_finding_goes_to_and_fro_until_a_recheck_holds(sent, found, visit, client):
    town = sent.town
    url = f"/supervision/findings/{found.pk}/"
    page = visit(town.east_secretary, url).content.decode()
    assert "答复怎样整改的" in page and "登记复查" not in page
    client.force_login(town.east_secretary)
    client.post(f"{url}answer/", {"words": "逐条答复了", "on_day": "2010-06-01"})
    assert "督导组复查到位才算" in visit(town.east_secretary, "/supervision/findings/").content.decode()

    page = visit(town.supervisor, url).content.decode()
    assert "登记复查" in page and "答复怎样整改的" not in page
    client.force_login(town.supervisor)
    answer = client.post(f"{url}recheck/", {"words": "还有2条", "holds": "0"})
    assert answer.status_code == 422 and "再改到哪天" in answer.content.decode()
    client.post(f"{url}recheck/", {"words": "还有2条", "holds": "0", "due_on": "2010-06-28"})
    assert standing_of(finding_now(found)) == "open"
    client.post(f"{url}recheck/", {"words": "都答复了", "holds": "1"})
    assert standing_of(finding_now(found)) == "put_right"
    page = visit(town.east_secretary, url).content.decode()
    assert "没有到位，再改到2010年6月28日" in page and "整改到位" in page


def test_overdue_findings_stand_on_the_branchs_week(sent, found, visit, on):
    town = sent.town
    on(date(2010, 6, 25))
    page = visit(town.east_secretary, "/campaigns/striving/week/").content.decode()
    assert "6条意见没有答复" in page and "督导发现" in page
    answer_finding(town.east_secretary, found, words="逐条答复了")
    assert "6条意见没有答复" not in visit(town.east_secretary, "/campaigns/striving/week/").content.decode()


def test_who_was_at_a_meeting_is_entered_by_either_side(sent, visit, client):
    town = sent.town
    details = {"kind": "transition", "title": "转段分析会", "minutes": 90, "stage": town.first}
    held = [
        call_meeting(secretary, where, held_on=date(2010, 6, 1), **details)
        for secretary, where in (
            (town.east_secretary, town.east),
            (town.west_secretary, town.west),
            (town.river_secretary, town.river),
        )
    ]
    for meeting, by in zip(
        held, (town.east_secretary, town.west_secretary, town.river_secretary), strict=True
    ):
        close_list(by, meeting)
    page = visit(town.supervisor, "/supervision/").content.decode()
    assert page.count("登记到会") == 2
    client.force_login(town.supervisor)
    url = f"/supervision/meetings/{held[0].pk}/presence/"
    client.post(url, {"who": town.supervisor.pk, "words": "找问题实在"})
    client.force_login(town.west_secretary)
    page = client.get(f"/supervision/meetings/{held[1].pk}/presence/").content.decode()
    assert "supervisor2" in page and "对会议的评价" not in page
    client.post(f"/supervision/meetings/{held[1].pk}/presence/", {"who": sent.other.pk})
    assert [(p.meeting, p.who) for p in Presence.objects.order_by("pk")] == [
        (held[0], town.supervisor),
        (held[1], sent.other),
    ]
    visit(town.east_secretary, f"/supervision/meetings/{held[1].pk}/presence/", status=404)


def test_the_office_forms_groups_and_parts_the_work(town, visit, client, on):
    on(date(2010, 6, 1))
    assert "还没有督导组" in visit(town.office, "/supervision/groups/").content.decode()
    client.force_login(town.office)
    client.post("/supervision/groups/new/", {"campaign": town.campaign.pk, "name": "第一督导组"})
    group = SupervisionGroup.objects.get()
    client.post(f"/supervision/groups/{group.pk}/join/", {"user": town.supervisor.pk, "leads": "on"})
    assert "红星镇" in client.get(f"/supervision/groups/{group.pk}/assign/").content.decode()
    assert "没有找到" in client.get(f"/supervision/groups/{group.pk}/assign/?find=北京").content.decode()
    client.post(f"/supervision/groups/{group.pk}/assign/", {"organisation": town.committee.pk})
    client.post(f"/supervision/groups/{group.pk}/line/", {"words": "党课上了没有"})
    page = visit(town.office, "/supervision/groups/").content.decode()
    assert "supervisor" in page and "组长" in page and "红星镇党委" in page and "党课上了没有" in page

    client.post(f"/supervision/assignments/{Assignment.objects.get().pk}/end/")
    client.post(f"/supervision/members/{GroupMember.objects.get().pk}/leave/")
    page = visit(town.office, "/supervision/groups/").content.decode()
    assert "还没有成员" in page and "还没有分工" in page
    assert "组建督导组" not in visit(town.supervisor, "/supervision/groups/").content.decode()


def test_strangers_get_404(sent, found, visit):
    town = sent.town
    visit_pk = found.visit_id
    pages = (
        "/supervision/",
        "/supervision/groups/",
        "/supervision/findings/",
        f"/supervision/findings/{found.pk}/",
        f"/supervision/findings/{found.pk}/answer/",
        f"/supervision/visits/{visit_pk}/",
        f"/supervision/places/{town.east.pk}/",
        f"/supervision/groups/{sent.first.pk}/join/",
    )
    for url in pages:
        visit(town.stranger, url, status=404)
        visit(town.member, url, status=404)
    for url in pages[3:6]:
        visit(town.west_secretary, url, status=404)
    visit(sent.river_supervisor, f"/supervision/findings/{found.pk}/recheck/", status=404)
    visit(town.office, f"/supervision/findings/{found.pk}/recheck/", status=404)
    visit(sent.river_supervisor, f"/supervision/places/{town.east.pk}/visit/", status=404)


def test_queries_do_not_grow_with_findings(sent, found, client, django_assert_max_num_queries):
    for n in range(30):
        record_finding(
            sent.town.supervisor, found.visit, what=f"问题{n}", whose="书记", due_on=date(2010, 6, 20)
        )
    client.force_login(sent.town.east_secretary)
    with django_assert_max_num_queries(30):
        client.get("/supervision/findings/")
    client.force_login(sent.town.supervisor)
    with django_assert_max_num_queries(60):
        client.get("/supervision/")
