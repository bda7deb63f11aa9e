"""What the house refuses is told apart from what only sounds like it."""

import pytest

from tests.reading.scorer import sets
from zhengyou.reading import Notice, draft, refused_by_limits, to_table, to_yaml
from zhengyou.reading.model import Item, Quantity
from zhengyou.reading.words import words

LIMITS = words("limits")["limits"]


def examples(name):
    return [(limit, words_) for limit, rule in LIMITS.items() for words_ in rule[name]]


def told(limit, text):
    """As an item of the kind in which the limit can stand, with points where it needs them."""
    kind = LIMITS[limit]["kinds"][0]
    points = (Quantity(2, "分", "exactly"),) if LIMITS[limit].get("needs_points") else ()
    return refused_by_limits(Item(kind, text, 0, len(text), quantity=points))


@pytest.mark.parametrize(("limit", "text"), examples("caught"))
def test_what_the_house_refuses_is_told_with_what_may_be_done_instead(limit, text):
    assert told(limit, text) == LIMITS[limit]["told"]
    assert "可以改为" in told(limit, text)


@pytest.mark.parametrize(("limit", "text"), examples("let_be"))
def test_what_only_sounds_like_it_is_let_be(limit, text):
    assert told(limit, text) == ""


def test_figures_and_stages_ask_nothing_and_are_never_refused():
    for kind in ("figure", "stage"):
        assert refused_by_limits(Item(kind, "共建立居民健康档案3000份", 0, 12)) == ""


def test_it_is_read_as_before_and_shown_as_refused():
    found = draft(
        Notice("关于加强管理的通知\n各支部每月分析一次党员思想动态。各支部每月召开一次党员大会。\n", "n")
    )

    assert [bool(refused_by_limits(item)) for item in found.of("requirement")] == [True, False]
    assert "refused: 界限：本系统不收集" in to_yaml(found)
    assert to_table(found).count("界限：") == 1


def test_hardly_anything_of_ordinary_notices_is_refused():
    items = [item for one in sets() for item in draft(Notice(one.text, one.name)).items]
    refused = [item.text for item in items if refused_by_limits(item)]

    assert len(refused) <= len(items) // 30, refused
