"""Whoever cannot take part is asked nothing, is counted apart, and nobody learns why."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from zhengyou.core.engines import Live
from zhengyou.core.errors import Refused
from zhengyou.core.figures import figures_by_org
from zhengyou.core.models import Deed
from zhengyou.core.rollup import Window
from zhengyou.core.trail import verify
from zhengyou.rooms.campaigns.actions import end_exemption, grant_exemption
from zhengyou.rooms.campaigns.models import Exemption
from zhengyou.rooms.campaigns.queries import people_lacking, progress_of
from zhengyou.rooms.orgs.models import Membership

JUNE = date(2010, 6, 1)


@pytest.fixture
def june(on):
    on(JUNE)


def grant(town, who, **changed):
    told = {"campaign": town.campaign, "person": who, "reason": "at_home"} | changed
    return grant_exemption(town.east_secretary, town.east, **told)


def due(town, on=None):
    study = town.campaign.requirements.get(code="study")
    return {o: f[study.pk].due for o, f in progress_of(town.campaign, town.city, Live(), on).items()}


@pytest.mark.django_db
@pytest.mark.database
def test_who_is_excepted_is_not_due_and_is_counted_apart(town, june):
    study = town.campaign.requirements.get(code="study")
    assert due(town)[town.city.pk] == 9 and town.li.pk in people_lacking(study, town.east)

    grant(town, town.li)

    assert due(town)[town.city.pk] == 8 and due(town)[town.east.pk] == 5
    assert town.li.pk not in people_lacking(study, town.east)
    window = Window(JUNE, town.campaign.starts_on, town.campaign.pk)
    apart = figures_by_org(Live(), ["exempted"], town.city, window)
    assert [apart[o.pk]["exempted"].value for o in (town.city, town.east, town.west)] == [1, 1, 0]


@pytest.mark.django_db
@pytest.mark.database
def test_an_exemption_lasts_from_a_day_to_a_day(town, june):
    grant(town, town.li, until=date(2010, 6, 20))

    days = (date(2010, 5, 31), JUNE, date(2010, 6, 19), date(2010, 6, 20))
    assert [due(town, day)[town.east.pk] for day in days] == [6, 5, 5, 6]


@pytest.mark.django_db
@pytest.mark.database
def test_one_requirement_is_left_out_and_the_others_stay(town, june):
    study = town.campaign.requirements.get(code="study")
    pledged = town.campaign.requirements.create(
        organisation=town.city, code="pledged", name="承诺", asks="承诺", rule="member_pledged", grain="person",
        needs={"pledges_published": "1"}, due_on=date(2010, 9, 20),
    )  # fmt: skip
    grant(town, town.li, requirement=study)

    found = progress_of(town.campaign, town.east, Live())[town.east.pk]
    assert (found[study.pk].due, found[pledged.pk].due) == (5, 6)


@pytest.mark.django_db
@pytest.mark.database
@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"reason": "ill"}, "不用写病情"),
        ({"reason": "away"}, "没有登记为流动党员"),
        ({"since": date(2010, 5, 1)}, "应在2010-05-10到"),
        ({"until": JUNE}, "止日应在起始日之后"),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(town, june, changed, words):
    with pytest.raises(Refused, match=words):
        grant(town, town.li, **changed)


@pytest.mark.django_db
def test_nobody_is_excepted_twice_for_the_same_days(town, june):
    study = town.campaign.requirements.get(code="study")
    grant(town, town.li)

    for changed in ({}, {"requirement": study}, {"since": date(2010, 7, 1)}):
        with pytest.raises(Refused, match="已有例外"):
            grant(town, town.li, **changed)


@pytest.mark.django_db
def test_whoever_is_mobile_is_excepted_by_what_the_roster_says(town, june):
    Membership.objects.filter(person=town.li).update(mobile_since=date(2010, 3, 1))

    assert grant(town, town.li, reason="away").pk


@pytest.mark.django_db
def test_a_branch_excepts_only_its_own_and_only_its_secretary_does(town, june):
    with pytest.raises(Refused, match="花名册"):
        grant(town, town.zhao)
    with pytest.raises(PermissionDenied):
        grant_exemption(
            town.west_secretary, town.east, campaign=town.campaign, person=town.li, reason="at_home"
        )
    with pytest.raises(PermissionDenied):
        grant_exemption(town.member, town.east, campaign=town.campaign, person=town.li, reason="at_home")


@pytest.mark.django_db
@pytest.mark.database
def test_an_exemption_ends_and_earlier_figures_stay(town, on):
    on(JUNE)
    exemption = grant(town, town.li)
    on(date(2010, 6, 11))
    end_exemption(town.east_secretary, exemption)

    assert [due(town, date(2010, 6, n))[town.east.pk] for n in (10, 11)] == [5, 6]
    with pytest.raises(Refused, match="已于2010-06-11结束"):
        end_exemption(town.east_secretary, exemption)


@pytest.mark.django_db
@pytest.mark.database
def test_what_was_entered_by_mistake_is_gone_the_same_day_and_stays_in_the_trail(town, june):
    exemption = grant(town, town.li)
    end_exemption(town.east_secretary, exemption)

    assert due(town)[town.east.pk] == 6 and not Exemption.objects.exists()
    assert [d.did for d in Deed.objects.order_by("number")] == ["grant_exemption", "end_exemption"]
    assert verify().holds


@pytest.mark.django_db
def test_nothing_is_asked_any_more_once_the_campaign_is_over(town, on):
    on(date(2011, 2, 1))

    with pytest.raises(Refused, match="结束，不再要求什么"):
        grant(town, town.li)


def test_there_is_no_place_for_what_ails_anybody():
    fields = {f.name for f in Exemption._meta.concrete_fields}

    assert fields == {
        "id", "organisation", "entered_by", "entered_at", "campaign", "requirement", "person", "reason", "since", "until",
    }  # fmt: skip
    assert not any("病" in str(label) or "老" in str(label) for label in Exemption.Reason.labels)


@pytest.mark.django_db
def test_a_secretary_excepts_on_a_page_and_the_member_reads_it(town, june, visit, client):
    address = f"/campaigns/striving/exemptions/{town.east.pk}/"
    assert "没有例外" in visit(town.east_secretary, address).content.decode()
    client.post(address, {"person": town.li.pk, "reason": "at_home"})

    assert "李华" in visit(town.east_secretary, address).content.decode()
    assert "1人例外" in visit(town.east_secretary, "/campaigns/striving/week/").content.decode()
    mine = visit(town.member, "/mine/").content.decode()
    assert "“创先争优活动”对您不作要求" in mine and "差40学时" not in mine


@pytest.mark.django_db
def test_who_is_excepted_is_nobody_elses_business(town, june, visit):
    address = f"/campaigns/striving/exemptions/{town.east.pk}/"

    for viewer in (town.west_secretary, town.member, town.stranger, town.leader):
        visit(viewer, address, status=404)
    visit(town.office, address)


@pytest.mark.django_db
def test_the_page_refuses_in_words_and_keeps_what_was_typed(town, june, client):
    client.force_login(town.east_secretary)
    page = client.post(
        f"/campaigns/striving/exemptions/{town.east.pk}/", {"person": town.li.pk, "reason": "away"}
    )

    assert page.status_code == 422 and "没有登记为流动党员" in page.content.decode()
