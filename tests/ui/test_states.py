"""Every named part in every state: nothing, little, much, wrong, no network, no access, long words."""

import re

import pytest

from zhengyou.core.gallery.states import PARTS, STATES, states

LOOKS = {(part, look.state): look.html for part, _, looks in states() for look in looks}


def words_of(html):
    return re.sub(r"\s+", "", re.sub(r"<[^>]+>", "", html))


def test_all_parts_have_all_states():
    assert len(PARTS) == 15 and set(LOOKS) == {(part, state) for part in PARTS for state in STATES}


@pytest.mark.parametrize("part", PARTS)
def test_no_state_is_a_blank_place(part):
    blank = [state for state in STATES if len(words_of(LOOKS[part, state])) < 1]
    assert blank == []


@pytest.mark.parametrize("part", PARTS)
def test_states_differ(part):
    assert len({LOOKS[part, state] for state in STATES}) == len(STATES)


@pytest.mark.parametrize("part", [p for p in PARTS if p not in ("number", "share", "verdict", "empty")])
def test_an_empty_part_says_what_would_be_there(part):
    # A form is empty before it is filled in, work before it is begun, and a figure that is not there has its meaning.
    said = {
        "form": "必填",
        "progress": "0/1,912",
        "explain": "口径",
        "gate board": "暂无",
        "opened score": "还没有",
    }
    assert said.get(part, "没有") in words_of(LOOKS[part, "empty"])


def test_what_cannot_be_shown_says_what_is_kept_and_what_to_do():
    for why, kept, todo in (("wrong", "快照", "告诉本级管理员"), ("offline", "10:12", "自己更新")):
        words = words_of(LOOKS["ledger", why])
        assert "“台账”" in words and kept in words and todo in words
    shut = words_of(LOOKS["ledger", "shut"])
    assert "不归您看" in shut and "授权" in shut and "快照" not in shut
