"""What each item of a notice would become, how sure that is, and why."""

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengyou.core.measures import MEASURES
from zhengyou.core.rules import RULES
from zhengyou.packs import check
from zhengyou.packs.proposing import from_draft, matches, pack_of, propose
from zhengyou.packs.proposing.audience import categories_of, is_people, kinds_of, leads
from zhengyou.packs.proposing.grounds import WEIGHTS, WHOLE, confidence
from zhengyou.packs.proposing.serving import judged_by, served_by
from zhengyou.packs.proposing.table import fitting, shown
from zhengyou.packs.proposing.words import words
from zhengyou.reading import Item, Notice, draft
from zhengyou.reading.script import plain
from zhengyou.rooms.ratings.models import Group

FRAME = """关于开展学习和公开承诺活动的通知

一、时间安排
（一）学习动员阶段（2010年5月10日—6月30日）。
（二）公开承诺阶段（2010年7月1日—9月20日）。
二、主要任务
{}。
2010年4月28日
"""


def proposed(*asked: str, known=None):
    """The proposals of a made-up notice that asks these things, stages left out."""
    found = propose(draft(Notice(FRAME.format("。\n".join(asked)), "notice.txt")), known)
    return [p for p in found if p.becomes != "stage"]


def one(asked: str, known=None):
    """The requirement or task that an example becomes."""
    found = [p for p in proposed(asked, known=known) if p.item.kind in ("requirement", "criterion")]
    assert found, asked
    return found[0]


def id_of(line) -> str:
    return f"{line.get('rule') or line['measure']}-{line.get('need', '')}-{line.get('unit', [''])[0]}"


def items(example: str) -> list[Item]:
    """What the reader finds in an example; where it finds nothing, the example as an item without fields."""
    found = [p.item for p in proposed(example) if p.item.kind == "requirement"]
    return found or [Item("requirement", example, 0, len(example))]


def fits(line, example: str, lines) -> bool:
    return any(fit.line == line for item in items(example) for fit in fitting(item, lines=lines))


@pytest.mark.parametrize("line", [*matches(), *shown()], ids=id_of)
def test_a_line_of_the_table_fits_its_examples_and_nothing_unlike(line):
    lines = matches() if line in matches() else shown()

    assert [e for e in [*line["examples"], *line.get("also", [])] if not fits(line, e, lines)] == []
    assert [e for e in line["unlike"] if fits(line, e, lines)] == []


@pytest.mark.parametrize("line", matches(), ids=id_of)
def test_an_example_that_is_read_in_a_notice_becomes_a_requirement_on_its_rule(line):
    for example in line["examples"]:
        asked = [p.entry for p in proposed(example) if p.becomes == "requirement"]
        assert line["rule"] in {entry["rule"] for entry in asked}, example


def test_the_tables_name_only_rules_measures_and_rooms_that_there_are():
    assert {line["rule"] for line in matches()} <= set(RULES)
    assert {line["need"] for line in matches() if "need" in line} <= set(MEASURES)
    assert {measure for line in matches() for measure in line.get("gives", {})} <= set(MEASURES)
    assert {line["measure"] for line in shown()} <= set(MEASURES)
    assert {s["group"] for s in words("sources")} == set(Group.values)


@pytest.mark.parametrize("line", matches(), ids=id_of)
def test_a_rule_is_asked_by_the_grain_that_it_judges(line):
    assert (line["grain"] == "fact") == (RULES[line["rule"]].each is not None)


def test_whom_the_words_name_is_told_by_examples():
    told = words("audience")
    for line in told["kinds"]:
        assert all(line["kind"] in kinds_of(plain(e)) for e in line["examples"]), line
        assert not any(re.search(line["words"], plain(e)) for e in line["unlike"]), line
    for line in told["categories"]:
        assert all(line["category"] in categories_of(plain(e)) for e in line["examples"]), line
        assert not any(line["category"] in categories_of(plain(e)) for e in line["unlike"]), line
    assert all(map(leads, told["leaders"]["examples"])) and not any(map(leads, told["leaders"]["unlike"]))
    assert all(map(is_people, told["people"]["examples"])) and not any(
        map(is_people, told["people"]["unlike"])
    )


def test_what_serves_and_who_judges_is_told_by_examples():
    for line in words("serves"):
        assert [served_by(e) for e in line["examples"]] == [line] * len(line["examples"])
        assert not any(served_by(e) == line for e in line["unlike"])
    for line in words("sources"):
        assert all(line["group"] in judged_by(e) for e in line["examples"]), line
        assert not any(line["group"] in judged_by(e) for e in line["unlike"]), line
