"""What each item of a notice would become, how sure that is, and why."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import zhengyou
from zhengyou.core.measures import MEASURES
from zhengyou.core.rules import RULES
from zhengyou.packs import check
from zhengyou.packs.proposing import from_draft, matches, pack_of, propose
from zhengyou.packs.proposing.grounds import WEIGHTS, WHOLE, confidence
from zhengyou.packs.proposing.words import words
from zhengyou.packs.proposing.words.audience import categories_of, is_people, kinds_of, posts_of
from zhengyou.packs.proposing.words.serving import judged_by, served_by
from zhengyou.packs.proposing.words.table import fitting, shown
from zhengyou.reading import Item, Notice, draft
from zhengyou.reading.script import plain
from zhengyou.rooms.ratings.models import Group

ASKED = yaml.safe_load((Path(__file__).parent / "asked.yaml").read_text(encoding="utf-8"))
ALONE = {key: value for key, value in os.environ.items() if not key.startswith(("DJANGO", "ZHENGYOU"))}
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
    for line in matches():
        assert {*line.get("gives", {}), *([line["need"]] if "need" in line else [])} <= set(
            RULES[line["rule"]].takes
        )
    assert {line["measure"] for line in shown()} <= set(MEASURES)
    assert {s["group"] for s in words("sources")} == set(Group.values)
    assert {s["serves"] for s in words("serves")} <= {
        f.name for f in (Path(zhengyou.__file__).parent / "rooms").iterdir()
    }


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
    for line in told["leaders"]:
        assert all(set(line["posts"]) <= set(posts_of(plain(e))) for e in line["examples"]), line
        assert not any(set(line["posts"]) & set(posts_of(plain(e))) for e in line["unlike"]), line
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


@pytest.mark.parametrize("line", ASKED, ids=lambda line: line["text"])
def test_a_sentence_becomes_what_a_careful_reader_would_make_of_it(line):
    found = [p for p in proposed(line["text"]) if p.item.kind == "requirement"]
    rules = {p.entry["rule"] for p in found if p.becomes == "requirement"}
    needs = {}
    for proposal in found:
        needs = proposal.entry.get("needs", {}) | needs

    assert rules | {p.entry["measure"] for p in found if "measure" in p.entry} == (
        {line["rule"] or line.get("measure")} - {None} if found else set()
    )
    assert needs == (line.get("needs", {}) if found else {})


def test_hours_and_their_part_together_become_one_requirement_of_a_stage():
    hours, together = proposed("每名党员的学习时间不少于40个学时", "集中学习的时间不少于三分之二")

    assert (hours.becomes, hours.entry["rule"], hours.entry["grain"]) == (
        "requirement",
        "enough_study",
        "person",
    )
    assert (hours.entry["needs"], together.entry["needs"]) == (
        {"study_hours": "40"},
        {"collective_share": "2/3"},
    )
    assert (hours.entry["stage"], hours.entry["due_on"]) == ("学习动员", "2010-06-30")
    assert "“40学时”的单位与指标一致" in hours.reason and "对象是每名党员" in hours.reason


def test_hours_of_the_clock_are_turned_into_class_hours_and_less_sure():
    clock = one("每名党员的学习培训时间不少于30个小时")

    assert clock.entry["needs"] == {"study_hours": "40"}
    assert "按每学时45分钟折算" in clock.reason
    assert clock.confidence < one("每名党员的学习培训时间不少于40个学时").confidence


def test_a_rule_that_an_installation_does_not_know_leaves_a_task():
    assert one("每名党员的学习时间不少于40个学时", known={"member_pledged"}).becomes == "task"


def test_what_has_no_measure_becomes_a_task_with_owner_day_and_rhythm():
    lecture, check_up, after = proposed(
        "支部书记在6月底前讲1次党课", "镇党委每季度对各支部检查1次", "会后各支部要将名单报镇党委"
    )

    assert lecture.becomes == "task"
    assert lecture.entry["who"] == "支部书记" and lecture.entry["due_on"] == "2010-06-30"
    assert (check_up.entry["cadence"], check_up.entry["every"]) == ("每季度", "quarter")
    assert "会后" in after.entry["due_on"]


def test_kinds_and_fields_are_told_from_who_is_asked_and_from_the_heading():
    [villages] = proposed("各农村党支部公开承诺不少于3项")
    leaders = one("领导班子成员每人学习不少于56学时")

    assert (villages.entry["kinds"], villages.entry["categories"]) == (["branch"], ["village"])
    assert "书记" in leaders.entry["posts"] and "请核对职务" in leaders.reason
    found = propose(
        draft(Notice("关于承诺的通知\n一、机关党组织\n每个支部公开承诺不少于2项。\n2010年4月28日", "x"))
    )
    assert [p.entry["categories"] for p in found if p.becomes == "requirement"] == [["government"]]


def test_criteria_become_lines_with_points_and_say_who_judges():
    text = "党支部考核办法\n第一条 考核采取百分制：群众评议占40%，班子成员互评占20%，上级考评占40%。\n"
    text += "第二条 90分以上为优秀。发生违法案件的，不得评为优秀。\n"
    lines = [p.entry for p in propose(draft(Notice(text, "x"))) if p.becomes == "criterion"]

    assert [(e.get("points"), e.get("groups")) for e in lines[:3]] == [
        ("40", ["public"]),
        ("20", ["peers"]),
        ("40", ["above"]),
    ]
    assert [e.get("clause") for e in lines[3:]] == ["grade", "veto"]


def test_a_mechanism_names_what_serves_it():
    found = {
        p.item.text: p.entry for p in proposed("每个阶段结束前，各支部要开展“回头看”", "建立联席会议制度")
    }

    assert found["“回头看”"]["serves"] == "gates"
    assert found["联席会议制度"]["serves"] == "ties"


def test_what_the_boundaries_forbid_becomes_nothing_and_never_reaches_a_pack():
    moods, hours = proposed("各支部每月分析一次党员思想动态", "每名党员的学习时间不少于40个学时")

    assert (moods.becomes, moods.entry) == ("nothing", {}) and moods.refused.startswith("界限")
    pack = pack_of([moods, hours], code="x", name="x")
    assert "思想动态" not in str(pack)


def test_what_is_expressly_not_asked_becomes_nothing():
    [unasked] = [
        p
        for p in proposed("总结表彰阶段不要求报送材料", "不要求各支部报送总结材料")
        if "不要求各" in p.item.text
    ]

    assert unasked.becomes == "nothing" and not unasked.refused


def test_the_pack_holds_exactly_what_was_accepted_and_passes_the_check():
    found = propose(
        draft(Notice(FRAME.format("每名党员的学习时间不少于40个学时。支部书记在6月底前讲1次党课"), "x"))
    )
    kept = [p for p in found if p.becomes in ("stage", "requirement")]
    pack = pack_of(kept, code="mine", name="我们的活动", date="2010-04-28")

    assert check(pack) == []
    assert [s["name"] for s in pack["stages"]] == ["学习动员", "公开承诺"]
    assert [(r["code"], r["stage"]) for r in pack["requirements"]] == [("enough_study", 1)]
    assert pack["tasks"] == [] and (pack["starts_on"], pack["ends_on"]) == ("2010-05-10", "2010-09-20")


def test_a_stage_that_was_dropped_is_no_longer_named():
    found = [p for p in propose(draft(Notice(FRAME.format("每名党员的学习时间不少于40个学时"), "x")))]
    kept = [p for p in found if p.entry.get("name") != "学习动员"]

    assert "stage" not in pack_of(kept, code="mine", name="我们的活动")["requirements"][0]


def test_two_audiences_of_one_rule_become_two_requirements_and_one_audience_the_higher_number():
    found = proposed(
        "每个机关党支部公开承诺不少于3项", "每个社区党支部公开承诺不少于2项", "每个机关党支部公开承诺4项以上"
    )
    asked = pack_of(found, code="x", name="x")["requirements"]

    assert [(r["code"], r["categories"], r["needs"]) for r in asked] == [
        ("branch_pledged", ["government"], {"organisation_pledges": "4"}),
        ("branch_pledged_2", ["community"], {"organisation_pledges": "2"}),
    ]


def test_a_notice_in_traditional_script_is_proposed_alike():
    asked = one("每名黨員的學習時間不少於40個學時")

    assert (asked.entry["rule"], asked.entry["needs"]) == ("enough_study", {"study_hours": "40"})


@pytest.mark.parametrize("becomes", WEIGHTS)
def test_the_grounds_of_a_kind_add_up_to_no_more_than_certain(becomes):
    assert sum(WEIGHTS[becomes].values()) in (0, WHOLE)


@given(st.data())
def test_a_ground_added_never_lowers_the_confidence(data):
    becomes = data.draw(st.sampled_from(sorted(WEIGHTS)))
    every = sorted({g for weights in WEIGHTS.values() for g in weights} | {"another"})
    grounds = data.draw(st.sets(st.sampled_from(every)))
    more = grounds | data.draw(st.sets(st.sampled_from(every)))

    assert 0 <= confidence(becomes, grounds) <= confidence(becomes, more) <= 1


@given(st.lists(st.sampled_from([e for m in matches() for e in [*m["examples"], *m["unlike"]]]), max_size=8))
def test_every_item_has_one_proposal_in_the_order_of_the_text(asked):
    read = draft(Notice(FRAME.format("。\n".join(asked)), "x"))
    found = propose(read)

    assert [p.item for p in found] == sorted(read.items, key=lambda i: (i.start, i.end))
    assert all(p.reason and 0 <= p.confidence <= 1 for p in found)
    assert propose(read) == found


def test_a_notice_without_stages_is_one_stage_from_its_day_to_the_last_that_it_names():
    text = "关于学习的通知\n每名党员在2010年9月底前学习不少于40学时。\n支部书记在6月底前讲1次党课。\n2010年4月28日\n"
    found = propose(draft(Notice(text, "x")))
    pack = pack_of(found, code="mine", name="学习活动", date="2010-04-28")

    assert check(pack) == []
    assert [(s["starts_on"], s["ends_on"]) for s in pack["stages"]] == [("2010-04-28", "2010-09-30")]
    assert pack_of([], code="mine", name="学习活动", date="2010-04-28")["stages"] == []


def test_a_report_on_what_the_house_knows_is_refused_as_a_pack_would_be():
    report, hours = proposed("各支部每月报送学习情况", "每名党员的学习时间不少于40个学时")

    assert report.becomes == "nothing" and "不再要人报" in report.refused
    assert not hours.refused


def test_others_than_those_named_before_are_told_by_their_own_words():
    leaders, others = proposed("领导班子成员写出两篇3000字以上心得体会，其他党员写一篇心得体会")

    assert "书记" in leaders.entry["posts"] and others.entry["posts"] == []


def test_every_pack_of_a_dated_notice_passes_the_check():
    for text in [FRAME.format("。\n".join(m["examples"][0] for m in matches()))]:
        assert check(from_draft(draft(Notice(text, "x")), code="mine", name="我们的活动")) == []


def test_proposing_and_comparing_need_no_installation():
    code = (
        "import sys; from zhengyou.packs.comparing import compare; from zhengyou.reading import Notice, draft; "
        "plan = draft(Notice('关于学习的通知\\n每名党员学习不少于40学时。', 'x')); found = compare(plan, plan); "
        "from django.conf import settings; sys.exit(settings.configured or len(found.lines) != 1)"
    )

    assert subprocess.run([sys.executable, "-c", code], env=ALONE).returncode == 0  # noqa: S603 — our own words
