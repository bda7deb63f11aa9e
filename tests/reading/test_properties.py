"""What holds for every text, whatever stands in it."""

import re

import opencc
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading.scorer import sets
from zhengyou.reading import draft, outline_jsonl, to_jsonl, to_table, to_yaml
from zhengyou.reading.model import Notice

TEXTS = [one.text for one in sets()]
BITS = (
    "一、工作任务\n",
    "（一）加强学习。",
    "1.",
    "一是",
    "第一阶段：动员（5月1日—6月30日）\n",
    "各支部要每月召开一次会议，",
    "每名党员的学习时间不少于40个学时。",
    "责任单位：办公室\n",
    "建立“签到制”",
    "占三分之二以上；",
    "缺1次扣2分。",
    "(10分)",
    "同志们：\n",
    "2010年5月底前",
    "“",
    "\t",
    "\n",
    "为了、",
)


def read(text):
    return draft(Notice(text, "n"))


def told(found):
    """Kinds and words, blanks apart."""
    return [(item.kind, re.sub(r"\s", "", item.text)) for item in found.items]


@given(st.lists(st.sampled_from(BITS), max_size=30).map("".join) | st.text(max_size=300))
def test_every_item_and_heading_is_a_slice_of_the_text(text):
    found = read(text)

    for one in [*found.items, *found.headings]:
        assert 0 <= one.start < one.end <= len(text) and text[one.start : one.end] == one.text
    assert [item.start for item in found.items] == sorted(item.start for item in found.items)


@given(st.lists(st.sampled_from(BITS), max_size=30).map("".join))
def test_reading_twice_gives_the_same_and_every_form_can_be_written(text):
    first, again = read(text), read(text)

    assert first == again
    for form in (to_jsonl, outline_jsonl, to_table, to_yaml):
        assert form(first) == form(again)


@settings(max_examples=25)
@given(st.sampled_from(TEXTS), st.data())
def test_blank_lines_and_indents_change_no_item(text, data):
    lines = text.splitlines()
    spaced = []
    for line in lines:
        spaced += [""] * data.draw(st.integers(0, 2))
        spaced.append("　" * data.draw(st.integers(0, 2)) + line if "\t" not in line else line)

    assert told(read("\n".join(spaced))) == told(read(text))


@settings(max_examples=25)
@given(st.sampled_from(TEXTS), st.sampled_from(["s2t", "t2s", "s2tw", "s2hk"]))
def test_the_other_script_is_read_in_its_own_characters(text, way):
    other = opencc.OpenCC(way).convert(text)
    back = opencc.OpenCC("hk2s" if way == "s2hk" else "t2s").convert

    here, there = read(text), read(other)

    assert all(other[item.start : item.end] == item.text for item in there.items)
    same = {(i.kind, back(i.text)) for i in here.items} ^ {(i.kind, back(i.text)) for i in there.items}
    assert len(same) <= max(1, len(here.items) // 8)


@given(st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=400))
def test_random_characters_ask_next_to_nothing(text):
    assert len(read(text).items) <= 1 + len(text) // 60


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=400))
def test_no_text_is_fatal(text):
    read(text)


def test_one_endless_line_is_read():
    assert read("各支部要上报材料，" * 20_000).items
    assert read("“（《" * 20_000).items == []
