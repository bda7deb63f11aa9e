"""Help in words for whoever writes a promise, without a database."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengyou.rooms.pledges.queries.wording import ALIKE, alike, remarks_on, vague_words

DAY = ("验收", "2010-08-31")


def sorts(*args, **kwargs):
    return [r.sort for r in remarks_on(*args, **kwargs)]


@pytest.mark.parametrize(
    ("what", "how", "steps", "found"),
    [
        ("年内修通三组到石桥的1.2公里生产路", "板车能进地", [DAY], []),
        ("进一步加强学习，努力为群众服务", "群众满意", [DAY], ["vague"]),
        ("努力帮助困难户", "帮3户收完秋粮", [DAY], []),  # how one sees it can be counted
        ("帮三户收秋粮", "", [], ["unseen", "undated"]),
        ("年底前帮三户收秋粮", "", [], ["unseen"]),
        ("认真做好工作", "", [], ["vague", "unseen", "undated"]),
        ("一定努力", "看得见", [DAY], ["vague"]),  # the 一 of 一定 counts nothing
    ],
)
def test_what_cannot_be_checked_is_named(what, how, steps, found):
    assert sorts(what, how, steps) == found


def test_the_vague_words_are_named_as_they_stand():
    [remark] = remarks_on("进一步加强学习", "有记录", [DAY])
    assert remark.found == "进一步、加强"


def test_a_duty_said_over_again_is_no_promise():
    duty = "每周巡查水渠，发现堵塞当天清理"
    assert sorts("每周巡查水渠，发现堵塞当天清理", "水渠畅通", [DAY], [duty]) == ["repeats"]
    assert sorts("给五户老人装扶手", "老人用上", [DAY], [duty]) == []


@given(st.text("努力进一步加强做好三户修路，", max_size=40), st.text("看得见", min_size=1, max_size=5))
def test_a_promise_with_a_number_a_day_and_a_sign_is_never_remarked_on(words, how):
    assert remarks_on(f"{words}修好3公里路", how, [DAY]) == []


@given(st.text("努力进一步加强修路，", max_size=30))
def test_vague_words_stand_in_the_text(words):
    assert all(w in words for w in vague_words(words))


@given(st.text("甲乙丙丁，", max_size=30))
def test_a_text_is_wholly_like_itself(words):
    assert alike(words, words) in (0.0, 1.0) and 0 < ALIKE <= 1
