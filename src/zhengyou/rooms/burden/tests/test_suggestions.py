"""Whoever works with the system says what is wrong with it, is answered, and the counts are public."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from zhengyou.core.errors import Refused
from zhengyou.core.models import Deed
from zhengyou.rooms.burden.actions import answer_suggestion, send_suggestion
from zhengyou.rooms.burden.models import Suggestion
from zhengyou.rooms.burden.queries import counts_of_suggestions

pytestmark = pytest.mark.django_db
PAGE = "/suggestions/"


@pytest.fixture
def june(town, on):
    on(date(2010, 6, 1))
    return town


def sent(town, **changed):
    return send_suggestion(
        town.member, town.east, **{"about": "too_much", "words": "两处要同一张表"} | changed
    )


@pytest.mark.database
def test_a_suggestion_is_kept_and_the_trail_does_not_repeat_it(june):
    made = sent(june)

    assert (made.organisation, made.sent_on) == (june.east, date(2010, 6, 1))
    assert "同一张表" not in str(Deed.objects.latest("pk").__dict__)


@pytest.mark.database
@pytest.mark.parametrize(("changed", "words"), [({"about": "gossip"}, "哪一类"), ({"words": " "}, "写一句")])
def test_an_empty_one_is_refused_in_words(june, changed, words):
    with pytest.raises(Refused, match=words):
        sent(june, **changed)
    assert not Suggestion.objects.exists()


@pytest.mark.database
def test_the_office_answers_and_may_answer_anew(june):
    made = sent(june)
    answer_suggestion(june.office, made, outcome="planned", words="下月改")
    answer_suggestion(june.office, made, outcome="changed", words="已并成一张")

    counts = counts_of_suggestions()
    assert (counts.received, counts.answered, counts.waiting) == (1, 1, 0)
    assert counts.by_outcome == {"changed": 1}
    with pytest.raises(PermissionDenied):
        answer_suggestion(june.east_secretary, made, outcome="changed", words="改了")
    with pytest.raises(Refused, match="为什么不改"):
        answer_suggestion(june.office, made, outcome="declined", words=" ")


def test_from_the_page_of_a_member_to_the_answer_without_a_name(june, visit, client):
    visit(june.member, PAGE)
    assert client.post(PAGE, {"about": "hard", "words": "手机上点不到"}).status_code == 302
    desk = visit(june.office, PAGE).content.decode()
    assert "手机上点不到" in desk and "李华" not in desk and "东街村" in desk
    [made] = Suggestion.objects.all()
    client.post(PAGE, {"suggestion": made.pk, "outcome": "changed", "answer": "按钮放大了"})

    assert "按钮放大了" in visit(june.member, PAGE).content.decode()
    assert "手机上点不到" not in visit(june.west_secretary, PAGE).content.decode()


def test_anybody_may_read_the_counts_and_nothing_but_the_counts(june, visit):
    sent(june)
    page = visit(None, "/open/system/suggestions/").content.decode()

    assert "共收到1条" in page and "同一张表" not in page and "东街村" not in page
