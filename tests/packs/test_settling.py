"""Days and audiences that a pack leaves to be worked out, and the whole that comes of them."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.packs.full import FULL
from zhengyou.packs import (
    check,
    gate_of,
    load_text,
    named,
    requirements_apart,
    settle,
    taken,
    word,
    write_yaml,
)

DATED = {"starts_on": "2026-03-01", "stages": [{"name": "学习", "days": 10}]}


def test_stages_in_days_follow_each_other_from_the_first_day():
    pack = load_text(FULL)

    assert [(s["starts_on"], s["ends_on"]) for s in pack["stages"]] == [
        ("2026-03-01", "2026-04-29"),
        ("2026-04-30", "2026-05-29"),
    ]
    assert pack["ends_on"] == "2026-05-29"


def test_a_requirement_is_due_with_its_stage_after_some_days_or_at_the_end():
    by_code = {asked["code"]: asked["due_on"] for asked in load_text(FULL)["requirements"]}

    assert by_code == {"study": "2026-04-29", "heads_study": "2026-05-29", "pledged": "2026-05-29"}
    assert load_text(FULL)["tasks"][0]["due_on"] == "2026-03-20"
    assert load_text(FULL)["own_plans"]["due_on"] == "2026-03-31"


def test_a_requirement_of_an_audience_asks_the_people_that_the_audience_names():
    pack = load_text(FULL)

    assert pack["requirements"][1]["posts"] == ["书记", "副书记"]
    assert pack["pledge_themes"][0]["categories"] == ["village"]


def test_a_settled_pack_stays_as_it_is_and_an_open_one_is_settled_when_it_is_laid_down():
    pack = load_text(FULL)
    lasting = [{k: v for k, v in s.items() if not k.endswith("_on")} for s in pack["stages"]]
    opened = pack | {"stages": [lasting[0] | {"days": 60}, lasting[1] | {"days": 30}]}
    del opened["ends_on"]

    assert check(pack) == [] and settle(pack) == pack and load_text(write_yaml(pack)) == pack
    assert check(opened) == [] and settle(opened) == pack


def test_a_pack_in_hand_that_still_extends_another_is_not_taken_for_whole():
    told = "extends：还没有和上面的方案合成一份，请作为文件读入（zhengyou.packs.load）"

    assert check({"code": "own", "name": "自己的", "extends": "striving_2010", **DATED}) == [told]


@given(st.lists(st.integers(1, 400), min_size=1, max_size=8), st.dates(date(1990, 1, 1), date(2060, 1, 1)))
def test_stages_in_days_leave_no_gap_and_last_as_long_as_they_say(lengths, first):
    stages = "".join(f"- {{name: 第{n}段, days: {days}}}\n" for n, days in enumerate(lengths))
    pack = load_text(f"code: x\nname: 活动\nstarts_on: {first}\nstages:\n{stages}")
    edges = [(date.fromisoformat(s["starts_on"]), date.fromisoformat(s["ends_on"])) for s in pack["stages"]]

    assert [(end - start).days + 1 for start, end in edges] == lengths
    assert all(b[0] - a[1] == timedelta(days=1) for a, b in zip(edges, edges[1:], strict=False))
    assert pack["ends_on"] == edges[-1][1].isoformat()


@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)))
def test_a_pack_moved_is_the_pack_written_for_that_day(first):
    moved = taken(load_text(FULL), starts_on=first)

    assert moved == load_text(FULL.replace("starts_on: 2026-03-01", f"starts_on: {first}"))


def test_other_numbers_for_a_category_become_a_requirement_of_their_own():
    found = {asked["code"]: asked for asked in requirements_apart(load_text(FULL))}

    assert list(found) == ["study", "study_village", "heads_study", "pledged"]
    assert found["study_village"]["needs"] == {"study_hours": "30", "collective_share": "2/3"}
    assert (
        found["study_village"]["categories"] == ["village"] and "village" not in found["study"]["categories"]
    )
    assert found["study_village"]["name"] == "学习达标（村）"


def test_a_gate_says_what_has_to_be_done_and_a_split_requirement_is_ticked_for_each_part():
    pack = load_text(FULL)

    assert gate_of(pack, 1) == {
        "items": [
            {"requirement": "study"},
            {"requirement": "study_village"},
            {"meeting": True},
            {"words": "群众的意见听了没有"},
        ],
        "present": ["supervision_group"],
        "application": True,
        "inspection": True,
        "kinds": ["branch"],
    }
    assert gate_of(pack, 2)["inspection"] is False


def test_a_programme_calls_things_by_its_own_words_and_the_rest_by_the_houses():
    pack = load_text(FULL)

    assert [word(pack, key) for key in ("branch", "member", "gate")] == ["班组", "会员", "转段"]
    assert [word(pack, key, "en") for key in ("branch", "member")] == ["team", "member"]
    assert (named(pack, "en"), named(pack["stages"][0], "en")) == ("Good work at one's post", "学习")
