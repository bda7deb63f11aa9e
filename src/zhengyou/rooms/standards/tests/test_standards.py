"""What being good means is proposed without names, commented on, and settled once for who it is about."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.rooms.standards.actions import adopt_standard, give_opinion, open_debate, propose_line
from zhengyou.rooms.standards.models import Opinion, Proposal
from zhengyou.rooms.standards.queries import proposals_of, standards_for

JUNE = date(2010, 6, 1)


@pytest.fixture
def debate(town, on):
    on(JUNE)
    return open_debate(
        town.office,
        town.city,
        title="农村党员先进性的具体要求",
        closes_on=date(2010, 6, 15),
        category="village",
    )


def opinion(by, debate, proposal, **told):
    return give_opinion(by, debate, proposal=proposal, **{"words": "讲得实", "source": "members"} | told)


@pytest.mark.django_db
@pytest.mark.database
def test_lines_are_put_forward_weighed_and_settled(town, debate):
    one = propose_line(town.member, debate, words="带头发展一项产业")
    two = propose_line(town.east_secretary, debate, words="每月走访三户")
    left = propose_line(town.river_secretary, debate, words="多开会")
    opinion(town.east_secretary, debate, two, words="走访要管用", source="public")

    settled = adopt_standard(
        town.office, debate, lines=["带头发展产业，每月走访三户，事事有回音", ""], taken={one: 1, two: 1}
    )

    [line] = settled.lines.all()
    assert set(line.made_of.all()) == {one, two}
    assert [list(p.lines.all()) for p in proposals_of(debate)] == [[line], [line], []]
    assert left in proposals_of(debate)


@pytest.mark.django_db
@pytest.mark.database
def test_a_standard_holds_below_and_only_for_its_field(town, debate):
    propose_line(town.member, debate, words="带头发展一项产业")
    settled = adopt_standard(town.office, debate, lines=["带头发展产业"])

    assert standards_for(town.east) == [settled] and standards_for(town.river) == [settled]
    assert standards_for(town.west) == []
    Organisation.objects.filter(pk=town.west.pk).update(category="village")
    town.west.refresh_from_db()
    assert standards_for(town.west) == [settled]


@pytest.mark.django_db
@pytest.mark.database
@pytest.mark.parametrize(
    ("deed", "words"),
    [
        (lambda t, d, p: propose_line(t.member, d, words=" "), "请写一条"),
        (lambda t, d, p: propose_line(t.zhang.account, d, words="带头发展一项产业"), "已经有人提了"),
        (lambda t, d, p: opinion(t.member, d, p, source="leaders"), "党员的还是群众的"),
        (lambda t, d, p: adopt_standard(t.office, d, lines=[" "]), "至少写一条"),
        (lambda t, d, p: adopt_standard(t.office, d, lines=["一"], taken={p: 2}), "一共1条"),
        (lambda t, d, p: adopt_standard(t.office, d, lines=["长" * 201]), "不超过200字"),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(town, debate, deed, words):
    proposal = propose_line(town.member, debate, words="带头发展一项产业")

    with pytest.raises(Refused, match=words):
        deed(town, debate, proposal)


@pytest.mark.django_db
def test_nothing_is_settled_before_anybody_was_heard(town, debate):
    with pytest.raises(Refused, match="先听一听"):
        adopt_standard(town.office, debate, lines=["带头发展产业"])


@pytest.mark.django_db
@pytest.mark.database
def test_after_its_day_or_once_settled_nothing_more_is_taken(town, debate, on):
    proposal = propose_line(town.member, debate, words="带头发展一项产业")
    on(date(2010, 6, 16))
    with pytest.raises(Refused, match="2010-06-15截止"):
        opinion(town.member, debate, proposal)

    adopt_standard(town.office, debate, lines=["带头发展产业"])
    with pytest.raises(Refused, match="已经定下"):
        propose_line(town.member, debate, words="再来一条")
    with pytest.raises(Refused, match="再发起一次"):
        adopt_standard(town.office, debate, lines=["另一条"])


@pytest.mark.django_db
def test_only_those_below_speak_and_only_who_opened_it_settles(town, debate):
    with pytest.raises(PermissionDenied):
        propose_line(town.stranger, debate, words="一条")
    with pytest.raises(PermissionDenied):
        adopt_standard(town.east_secretary, debate, lines=["一条"])


def test_no_name_is_kept_under_a_line():
    for model in (Proposal, Opinion):
        assert not {f.name for f in model._meta.concrete_fields} & {"person", "author", "name"}


@pytest.mark.django_db
def test_it_goes_from_question_to_standard_on_pages(town, on, visit, client):
    on(JUNE)
    visit(town.office, "/standards/")
    sent = client.post(
        "/standards/", {"title": "农村党员的具体要求", "category": "village", "closes_on": "2010-06-15"}
    )
    here = sent["Location"]

    assert "我提一条" in visit(town.member, here).content.decode()
    client.post(here, {"words": "带头发展一项产业"})
    proposal = Proposal.objects.get()
    visit(town.east_secretary, here)
    client.post(here, {"proposal": proposal.pk, "source": "public", "said": "说到做到"})
    page = visit(town.office, here).content.decode()
    assert "<b>群众</b> 说到做到" in page and "李华" not in page
    client.post(here, {"lines": "带头发展产业\n说到做到", f"into_{proposal.pk}": "1"})

    page = visit(town.member, here).content.decode()
    assert "并入第1条" in page and "我提一条" not in page and "不再收意见" in page
    assert "说到做到" in visit(town.member, "/standards/").content.decode()
    for address in ("/standards/", here):
        visit(town.stranger, address, status=404)


@pytest.mark.django_db
def test_a_refused_line_keeps_what_was_typed(town, debate, client):
    propose_line(town.member, debate, words="带头发展一项产业")
    client.force_login(town.east_secretary)
    page = client.post(f"/standards/{debate.pk}/", {"words": "带头发展一项产业"})

    assert page.status_code == 422 and "已经有人提了" in page.content.decode()


@pytest.mark.django_db
def test_a_page_asks_as_much_for_many_lines_as_for_few(town, debate, visit):
    visit(town.member, f"/standards/{debate.pk}/")
    counts = []
    for n in range(3):
        opinion(town.member, debate, propose_line(town.member, debate, words=f"第{n}条"))
        with CaptureQueriesContext(connection) as asked:
            visit(town.member, f"/standards/{debate.pk}/")
        counts.append(len(asked))

    assert counts[0] == counts[1] == counts[2] <= 30
