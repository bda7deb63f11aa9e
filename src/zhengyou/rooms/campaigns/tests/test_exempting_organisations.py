"""An organisation that cannot take part is asked nothing as a whole, is counted apart; its members are asked as before."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from zhengyou.core.engines import Live
from zhengyou.core.errors import Refused
from zhengyou.core.figures import figures_by_org
from zhengyou.core.rollup import Window
from zhengyou.rooms.campaigns.actions import end_organisation_exemption, exempt_organisation
from zhengyou.rooms.campaigns.models import OrganisationExemption
from zhengyou.rooms.campaigns.queries import organisation_lacking, progress_of

JUNE = date(2010, 6, 1)
pytestmark = pytest.mark.django_db


@pytest.fixture
def june(on, town):
    on(JUNE)
    town.pledged = asked(town, "pledged", "organisation")
    town.steps = asked(town, "steps", "fact", rule="steps_fulfilled", needs={})
    return town


def asked(town, code, grain, rule="branch_pledged", needs=None):
    return town.campaign.requirements.create(
        organisation=town.city, code=code, name=code, asks=code, rule=rule, grain=grain, kinds=["branch"],
        needs={"organisation_pledges": "1"} if needs is None else needs, due_on=date(2010, 9, 20),
    )  # fmt: skip


def due(town, requirement):
    found = progress_of(town.campaign, town.city, Live())
    return [found[o.pk][requirement.pk].due for o in (town.city, town.east, town.west)]


@pytest.mark.database
def test_an_excepted_branch_is_not_due_and_is_counted_apart_while_its_members_are(june):
    study = june.campaign.requirements.get(code="study")
    assert due(june, june.pledged) == [3, 1, 1] and due(june, study) == [9, 6, 2]

    exempt_organisation(june.office, june.east, campaign=june.campaign, reason="urgent")

    assert due(june, june.pledged) == [2, 0, 1] and due(june, study) == [9, 6, 2]
    assert organisation_lacking(june.pledged, june.east) == []
    window = Window(JUNE, june.campaign.starts_on, june.campaign.pk)
    apart = figures_by_org(Live(), ["exempted_organisations"], june.city, window)
    assert [apart[o.pk]["exempted_organisations"].value for o in (june.city, june.east, june.west)] == [
        1,
        1,
        0,
    ]


@pytest.mark.database
def test_facts_of_an_excepted_branch_are_not_due(june):
    from zhengyou.rooms.pledges.models import Pledge

    pledge = Pledge.objects.create(
        organisation=june.east,
        campaign=june.campaign,
        what="修路",
        how_seen="路通",
        drafted_on=date(2010, 5, 18),
        published_on=date(2010, 5, 20),
    )
    pledge.steps.create(what="铺石子", due_on=date(2010, 5, 25), number=1)
    assert due(june, june.steps)[1] == 1

    exempt_organisation(
        june.office, june.east, campaign=june.campaign, reason="urgent", requirement=june.steps
    )

    assert due(june, june.steps)[1] == 0 and due(june, june.pledged)[1] == 1


@pytest.mark.database
def test_it_ends_and_the_branch_is_asked_again(june, on):
    given = exempt_organisation(june.office, june.east, campaign=june.campaign, reason="new")
    on(date(2010, 6, 10))
    end_organisation_exemption(june.office, given)
    assert due(june, june.pledged) == [3, 1, 1]
    with pytest.raises(Refused, match="已于2010-06-10结束"):
        end_organisation_exemption(june.office, given)


@pytest.mark.database
@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"reason": "tired"}, "请选一个事由"),
        ({"since": date(2009, 1, 1)}, "应在2010-05-10到"),
        ({"until": date(2010, 5, 20)}, "应在起始日之后"),
        ({"personal": True}, "请给不能参加的人各自准予例外"),
        ({"twice": True}, "先结束那一条"),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(june, changed, words):
    told = {"campaign": june.campaign, "reason": "new"}
    if changed.pop("personal", False):
        told["requirement"] = june.campaign.requirements.get(code="study")
    if changed.pop("twice", False):
        exempt_organisation(june.office, june.east, **told)
    before = OrganisationExemption.objects.count()

    with pytest.raises(Refused, match=words):
        exempt_organisation(june.office, june.east, **told | changed)
    assert OrganisationExemption.objects.count() == before


def test_nobody_excepts_their_own_branch(june):
    with pytest.raises(PermissionDenied):
        exempt_organisation(june.east_secretary, june.east, campaign=june.campaign, reason="new")


def test_the_office_excepts_on_the_page_and_the_branch_reads_it(june, visit, client):
    page = f"/campaigns/{june.campaign.code}/exemptions/{june.east.pk}/"
    assert "准予整个组织例外" in visit(june.office, page).content.decode()
    client.post(page, {"excepted": "urgent", "what": str(june.pledged.pk)})

    shown = visit(june.east_secretary, page).content.decode()
    assert "承担抢险救灾等紧急任务" in shown and "准予整个组织例外" not in shown
    [given] = OrganisationExemption.objects.all()
    assert given.requirement == june.pledged
    client.force_login(june.office)
    client.post(f"/campaigns/organisation-exemptions/{given.pk}/end/")
    assert not OrganisationExemption.objects.exists()
    visit(june.stranger, page, status=404)
