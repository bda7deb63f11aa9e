"""A membership handed over: given out, received or sent back, closed; never a day without, never two."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from django.core.exceptions import PermissionDenied
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zhengyou.core import clock
from zhengyou.core.engines import Live
from zhengyou.core.errors import Refused
from zhengyou.core.figures import figures_by_org
from zhengyou.core.models import Deed, Grant, Role
from zhengyou.core.rollup import Window
from zhengyou.rooms.mobility.actions import (
    cancel_transfer,
    close_transfer,
    receive_transfer,
    return_transfer,
    start_transfer,
)
from zhengyou.rooms.mobility.queries import is_overdue, transfers_held_at, transfers_seen_by
from zhengyou.rooms.orgs.actions import appoint_post, end_membership
from zhengyou.rooms.orgs.models import Membership
from zhengyou.rooms.orgs.queries import home_of

pytestmark = pytest.mark.database
MAY = date(2010, 5, 20)


@pytest.fixture
def may(town, on):
    on(MAY)
    return town


def held(person):
    return Membership.objects.get(person=person, until=None, line="party")


def given_out(town, person=None, **told):
    told = {"to": town.west, "why": "搬家"} | told
    return start_transfer(town.east_secretary, held(person or town.li), **told)


def figure(town, name, until, org=None):
    return figures_by_org(Live(), [name], town.city, Window(until))[(org or town.city).pk][name].value


def test_until_it_is_received_the_person_counts_where_one_was(may, on):
    transfer = given_out(may)
    assert transfer.due_on == date(2010, 6, 19)
    on(date(2010, 6, 1))
    assert home_of(may.li) == may.east

    receive_transfer(may.west_secretary, may.west, transfer=transfer)

    transfer.refresh_from_db()
    assert (transfer.outcome, transfer.closed_on) == ("received", date(2010, 6, 1))
    assert home_of(may.li) == may.west
    for day in (date(2010, 5, 31), date(2010, 6, 1)):
        assert figure(may, "members", day) == 9
    assert [figure(may, "members", date(2010, 5, 31), o) for o in (may.east, may.west)] == [6, 2]
    assert [figure(may, "members", date(2010, 6, 1), o) for o in (may.east, may.west)] == [5, 3]


def test_what_an_account_may_do_as_a_member_moves_with_the_membership(may):
    receive_transfer(may.west_secretary, may.west, transfer=given_out(may))
    granted = Grant.objects.filter(user=may.member, role=Role.MEMBER, until=None)
    assert [g.organisation for g in granted] == [may.west]


def test_both_trails_tell_of_it(may):
    receive_transfer(may.west_secretary, may.west, transfer=given_out(may))
    did = {
        o: set(Deed.objects.filter(organisation=o).values_list("did", flat=True))
        for o in (may.east, may.west)
    }
    assert did[may.east] == {"start_transfer", "receive_transfer", "end_membership"}
    assert did[may.west] == {"receive_transfer", "admit_member"}


def test_only_the_receiving_organisation_receives_or_sends_back(may):
    transfer = given_out(may)
    for act in (
        receive_transfer,
        lambda by, o, transfer: return_transfer(by, o, transfer=transfer, why="不对"),
    ):
        with pytest.raises(PermissionDenied):
            act(may.east_secretary, may.west, transfer=transfer)
        with pytest.raises(Refused, match="不是转往"):
            act(may.river_secretary, may.river, transfer=transfer)
        with pytest.raises(Refused, match="不是转往"):
            act(may.east_secretary, may.east, transfer=transfer)
    with pytest.raises(PermissionDenied):
        cancel_transfer(may.west_secretary, transfer)


def test_what_is_sent_back_says_why_and_may_be_given_out_again(may):
    transfer = given_out(may)
    with pytest.raises(Refused, match="为什么退回"):
        return_transfer(may.west_secretary, may.west, transfer=transfer, why=" ")
    return_transfer(may.west_secretary, may.west, transfer=transfer, why="应转到河东村")
    transfer.refresh_from_db()
    assert (transfer.outcome, transfer.told, home_of(may.li)) == ("returned", "应转到河东村", may.east)
    with pytest.raises(Refused, match="已退回"):
        receive_transfer(may.west_secretary, may.west, transfer=transfer)
    assert given_out(may, to=may.river).pk != transfer.pk


def test_one_is_taken_back_before_it_is_received_and_not_after(may):
    cancel_transfer(may.east_secretary, given_out(may))
    transfer = given_out(may)
    receive_transfer(may.west_secretary, may.west, transfer=transfer)
    with pytest.raises(Refused, match="已接收"):
        cancel_transfer(may.east_secretary, transfer)


def test_what_cannot_be_handed_over_is_refused_with_a_remedy(may):
    for told, words in (
        ({"why": " "}, "为什么转"),
        ({"to": may.east}, "另选"),
        ({"to": None}, "只写一样"),
        ({"outside": "邻省某县"}, "只写一样"),
        ({"days": 0}, "天之间"),
    ):
        with pytest.raises(Refused, match=words):
            given_out(may, **told)
    with pytest.raises(Refused, match="免职"):
        given_out(may, may.zhang)
    with pytest.raises(PermissionDenied):
        start_transfer(may.west_secretary, held(may.li), to=may.west, why="抢人")
    given_out(may)
    with pytest.raises(Refused, match="在办"):
        given_out(may, to=may.river)


def test_one_that_leaves_the_installation_is_closed_by_its_receipt(may, on):
    transfer = given_out(may, to=None, outside="邻省某县第一中学党支部")
    on(date(2010, 6, 10))
    with pytest.raises(Refused, match="之间"):
        close_transfer(may.east_secretary, transfer, on_day=date(2010, 5, 1))
    close_transfer(may.east_secretary, transfer, on_day=date(2010, 6, 8), told="回执第3号")
    assert home_of(may.li) is None
    assert [figure(may, "members", day) for day in (date(2010, 6, 7), date(2010, 6, 8))] == [9, 8]
    inside = given_out(may, may.wang)
    with pytest.raises(Refused, match="接收办结"):
        close_transfer(may.east_secretary, inside)


def test_somebody_who_died_meanwhile_is_not_received(may):
    transfer = given_out(may)
    end_membership(may.east_secretary, held(may.li), why="died")
    with pytest.raises(Refused, match="已经结束"):
        receive_transfer(may.west_secretary, may.west, transfer=transfer)
    return_transfer(may.west_secretary, may.west, transfer=transfer, why="本人已去世")


def test_both_sides_and_their_office_see_it_and_no_stranger(may):
    transfer = given_out(may)
    for viewer in (may.east_secretary, may.west_secretary, may.office, may.supervisor, may.member):
        assert transfer in transfers_seen_by(viewer)
    for viewer in (may.river_secretary, may.stranger):
        assert transfer not in transfers_seen_by(viewer)
    assert list(transfers_held_at(may.office, may.west)) == [transfer]
    assert not transfers_held_at(may.office, may.river).exists()


def test_the_figures_tell_what_is_under_way_overdue_and_done_in_time(may, on):
    late, early = given_out(may, days=10), given_out(may, may.wang)
    on(date(2010, 5, 30))
    assert not is_overdue(late)
    on(date(2010, 6, 5))
    assert is_overdue(late)
    receive_transfer(may.west_secretary, may.west, transfer=late)
    receive_transfer(may.west_secretary, may.west, transfer=early)

    def tell(day):
        names = ["transfers_under_way", "transfers_overdue", "transfers_done", "transfers_in_time_share"]
        return [figure(may, name, day) for name in names]

    assert tell(date(2010, 5, 30)) == [2, 0, 0, None]
    assert tell(date(2010, 5, 31)) == [2, 1, 0, None]
    assert tell(date(2010, 6, 5)) == [0, 0, 2, Fraction(1, 2)]


def test_a_post_elsewhere_does_not_keep_anybody(may):
    appoint_post(may.office, may.committee, person=may.li, title="统计员")
    assert given_out(may).pk


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    deeds=st.lists(
        st.tuples(st.sampled_from(["start", "receive", "return", "cancel", "wait"]), st.integers(0, 2)),
        max_size=14,
    )
)
def test_whatever_is_done_somebody_belongs_to_one_place_on_every_day(deeds, may):
    from django.db import transaction

    from zhengyou.rooms.mobility.models import Transfer

    with transaction.atomic():
        day, places = MAY, (may.east, may.west, may.river)
        for deed, n in deeds:
            day += timedelta(days=n)
            with clock.played_at(day):
                _try(deed, places[n], Transfer.objects.filter(closed_on=None).first(), may)
        for at in range((day - MAY).days + 1):
            assert figure(may, "members", MAY + timedelta(days=at)) == 9
        spans = sorted(
            Membership.objects.filter(person=may.li).values_list("since", "until", "pk"), key=lambda s: s[2]
        )
        for (_, until, _), (since, _, _) in zip(spans, spans[1:], strict=False):
            assert until == since
        transaction.set_rollback(True)


def _try(deed, place, transfer, town):
    """Do it as the office, which may everywhere; what makes no sense is refused."""
    by = town.office
    try:
        if deed == "start":
            start_transfer(by, held(town.li), to=place, why="搬家")
        elif transfer and deed == "receive":
            receive_transfer(by, transfer.to, transfer=transfer)
        elif transfer and deed == "return":
            return_transfer(by, transfer.to, transfer=transfer, why="再议")
        elif transfer and deed == "cancel":
            cancel_transfer(by, transfer)
    except Refused:
        pass
