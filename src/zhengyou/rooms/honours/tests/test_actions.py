"""From laying a kind down to taking an honour back: what is refused, and what the database itself holds."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from zhengyou.core.engines import Live
from zhengyou.core.errors import Refused
from zhengyou.core.figures import figures_by_org
from zhengyou.core.models import Deed
from zhengyou.core.rollup import Window
from zhengyou.rooms.honours.actions import (
    answer_objection,
    consent_on_paper,
    decide_honour,
    give_consent,
    lay_down_honour,
    nominate,
    object_to_nomination,
    open_batch,
    post_nominations,
    recommend_nomination,
    revoke_honour,
)
from zhengyou.rooms.honours.models import Honour, HonourDecision, Nomination, Seat
from zhengyou.rooms.honours.queries import (
    Standing,
    Step,
    honour_called,
    in_public,
    kinds_of_pack,
    nomination_now,
    objection_called,
    register,
    standing_of,
    way_of,
)
from zhengyou.rooms.honours.tests.conftest import APPROVED, posted, ready, ready_person

pytestmark = [pytest.mark.django_db, pytest.mark.database]
MEETING = "市委常委会2010年6月10日会议"


def step(nomination):
    return way_of(nomination_now(nomination)).step


def give(h, nomination, on, day=date(2010, 6, 10)):
    posted(h, nomination)
    on(day)
    return decide_honour(
        h.town.leader, nomination.batch, nomination=nomination, given=True, meeting=MEETING
    ).honour


def test_a_town_lays_down_nothing_but_the_appraisal_of_its_own_units(honours):
    town = honours.town
    with pytest.raises(Refused, match="照实选授予层级"):
        lay_down_honour(honours.town_office, town.committee, name="红旗村", holder="organisation", **APPROVED)
    with pytest.raises(Refused, match="不得开展创建示范活动"):
        lay_down_honour(
            honours.town_office, town.committee, name="示范村", holder="organisation",
            **APPROVED | {"level": "township", "sort": "demonstration"},
        )  # fmt: skip
    made = lay_down_honour(
        honours.town_office,
        town.committee,
        name="年度好支部",
        holder="organisation",
        sort="appraisal",
        level="township",
    )
    assert made.approval == ""
    with pytest.raises(PermissionDenied):
        lay_down_honour(
            honours.town_office,
            town.city,
            name="年度好支部",
            holder="organisation",
            sort="appraisal",
            level="city",
        )


def test_no_more_places_than_the_quota(honours):
    with pytest.raises(Refused, match="名额是1个"):
        open_batch(honours.town.office, honours.kind, name="又一批", nominate_by=date(2010, 6, 20), places=2)
    assert honours.batch.seats.count() == 1


def test_what_a_programme_names_fills_the_form(honours):
    campaign = honours.town.campaign
    campaign.pack = {
        "audiences": [{"code": "locals", "kinds": ["branch"]}],
        "honours": [
            {"code": "good", "name": "优胜单位", "for": "organisation", "audience": "locals",
             "quota": {"share": "1/5"}, "met": ["study"], "conditions": ["没有事故"], "public_notice_days": 7}
        ],
    }  # fmt: skip

    assert kinds_of_pack(campaign)[0] | {"source": ""} == {
        "code": "good", "name": "优胜单位", "name_en": "", "holder": "organisation", "kinds": ["branch"],
        "categories": [], "most": None, "share": "1/5", "conditions": ["没有事故"], "met": ["study"],
        "notice_days": 7, "source": "",
    }  # fmt: skip


def test_a_nomination_goes_up_level_by_level(honours):
    town = honours.town
    made = nominate(town.east_secretary, town.east, batch=honours.batch, unit=town.east, words="办了实事")

    assert way_of(nomination_now(made)).at == town.committee
    with pytest.raises(Refused, match="还没有红星镇党委的意见"):
        post_nominations(town.office, honours.batch, nominations=[made])
    with pytest.raises(Refused, match="请写理由"):
        recommend_nomination(honours.town_office, town.committee, nomination=made, recommended=False)
    recommend_nomination(honours.town_office, town.committee, nomination=made, recommended=True)
    assert step(made) is Step.READY
    with pytest.raises(Refused, match="要由人核实"):
        post_nominations(town.office, honours.batch, nominations=[made])


def test_one_may_nominate_ones_own_only_and_once(honours):
    town = honours.town
    with pytest.raises(Refused, match="符合范围"):
        nominate(town.east_secretary, town.east, batch=honours.batch, unit=town.west, words="好")
    made = ready(honours)
    with pytest.raises(Refused, match="已由"):
        nominate(town.east_secretary, town.east, batch=honours.batch, unit=town.east, words="好")
    with pytest.raises(IntegrityError), transaction.atomic():
        Nomination.objects.create(
            organisation=town.east, batch=honours.batch, unit=town.east, home=town.east,
            words="好", nominated_on=date(2010, 6, 1),
        )  # fmt: skip
    assert step(made) is Step.READY


def test_nobody_is_proposed_without_being_asked(honours):
    town = honours.town
    made = nominate(town.east_secretary, town.east, batch=honours.people, person=town.li, words="做好事")

    assert step(made) is Step.CONSENT
    with pytest.raises(Refused, match="还没有同意"):
        recommend_nomination(honours.town_office, town.committee, nomination=made, recommended=True)
    with pytest.raises(PermissionDenied):
        give_consent(town.west_secretary, made, agreed=True)
    consent_on_paper(town.east_secretary, made, agreed=True)
    assert step(made) is Step.ABOVE
    give_consent(town.member, made, agreed=False)
    assert step(made) is Step.CONSENT and in_public(nomination_now(made)) == "一名党员"


def test_no_more_than_a_fifth_of_county_rank_is_posted(honours):
    made = ready_person(honours, county_rank=True)

    with pytest.raises(Refused, match="超过五分之一"):
        post_nominations(honours.town.office, honours.people, nominations=[made])


def test_conditions_that_figures_tell_are_not_judged_by_hand(honours):
    honours.personal.met = ["study"]
    honours.personal.save()
    made = ready_person(honours)

    with pytest.raises(Refused, match="学习达标：学时要求40学时"):
        post_nominations(honours.town.office, honours.people, nominations=[made])


def test_no_decision_before_the_posting_is_over_and_every_objection_answered(honours, on):
    town, made = honours.town, ready(honours)
    name = posted(honours, made)
    decide = {"nomination": made, "given": True, "meeting": MEETING}
    with pytest.raises(Refused, match="公示期满再决定"):
        decide_honour(town.leader, honours.batch, **decide)
    objection = object_to_nomination(None, name, words="去年的承诺没有做到")
    assert objection.entered_by is None
    on(date(2010, 6, 7))
    with pytest.raises(Refused, match="公示期是"):
        object_to_nomination(None, name, words="晚了")
    with pytest.raises(Refused, match="还没有查核答复"):
        decide_honour(town.leader, honours.batch, **decide)

    answer_objection(town.office, objection, upheld=False, words="查了台账，已经兑现")
    found = objection_called(objection.receipt_code.lower())
    assert found is not None and found.answer.words == "查了台账，已经兑现"
    with pytest.raises(PermissionDenied):
        decide_honour(town.office, honours.batch, **decide)
    decision = decide_honour(town.leader, honours.batch, **decide)
    assert decision.entered_by == town.leader and decision.honour.until == date(2013, 6, 7)
    assert "去年的承诺" not in "".join(Deed.objects.values_list("words", flat=True))
    assert "去年的承诺" not in "".join(Deed.objects.values_list("details", flat=True))


def test_an_objection_that_holds_leaves_the_seat_free(honours, on):
    town, made = honours.town, ready(honours)
    objection = object_to_nomination(None, posted(honours, made), words="隐瞒了一起事故")
    answer_objection(town.office, objection, upheld=True, words="属实")
    on(date(2010, 6, 10))

    with pytest.raises(Refused, match="异议成立，不能授予"):
        decide_honour(town.leader, honours.batch, nomination=made, given=True, meeting=MEETING)
    other = ready(honours, town.river, town.river_secretary)
    recommend_nomination(
        account_at(town.other_committee), town.other_committee, nomination=other, recommended=True
    )
    posted(honours, other)
    assert step(other) is Step.POSTED


def account_at(organisation):
    from tests.town import account
    from zhengyou.core.models import Role

    return account("other_office", Role.OFFICE, organisation)


def test_the_quota_is_kept_by_the_database(honours, on):
    honour = give(honours, ready(honours), on)

    with pytest.raises(IntegrityError), transaction.atomic():
        Honour.objects.create(
            organisation=honour.organisation, decision=honour.decision, seat=honour.seat, code="x",
            since=date(2010, 6, 10),
        )  # fmt: skip
    with pytest.raises(IntegrityError), transaction.atomic():
        Seat.objects.create(batch=honours.batch, number=1)
    with pytest.raises(Refused, match="已经决定过"):
        decide_honour(
            honours.town.leader, honours.batch, nomination=honour.nomination, given=True, meeting=MEETING
        )
    assert HonourDecision.objects.count() == 1


def test_more_than_the_places_are_not_posted(honours):
    town, first = honours.town, ready(honours)
    posted(honours, first)
    other = ready(honours, town.west, town.west_secretary)

    with pytest.raises(Refused, match="还剩0个名额"):
        post_nominations(town.office, honours.batch, nominations=[other])


def test_what_is_revoked_is_seen_as_such_and_counts_no_more(honours, on):
    town = honours.town
    honour = give(honours, ready(honours), on)
    on(date(2010, 9, 1))

    def figures():
        window = Window(date(2010, 9, 1), date(2010, 5, 10), town.campaign.pk)
        found = figures_by_org(Live(), ["honours_held", "honours_revoked"], town.city, window)[town.city.pk]
        return [int(found[n].value or 0) for n in ("honours_held", "honours_revoked")]

    assert figures() == [1, 0]
    with pytest.raises(PermissionDenied):
        revoke_honour(town.office, honour, words="弄虚作假")
    revoke_honour(town.leader, honour, words="弄虚作假")
    assert figures() == [0, 1]
    found = honour_called(honour.code)
    assert found is not None and standing_of(found) is Standing.REVOKED
    assert [h.pk for h in register(standing="revoked")] == [honour.pk]
    assert not register(standing="valid").exists()


def test_the_register_finds_people_by_name_only_while_they_consent(honours, on):
    made = ready_person(honours)
    honour = give(honours, made, on)

    assert [h.pk for h in register("李华")] == [honour.pk]
    give_consent(honours.town.member, made, agreed=False)
    assert not register("李华").exists()
    assert [h.pk for h in register("东街")] == [honour.pk]
