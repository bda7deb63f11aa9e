"""A pack that says only what differs from another: what it takes, what it changes, what it drops, what is refused."""

import pytest

from tests.packs.full import FULL
from zhengyou.packs import PackError, load, load_text
from zhengyou.rooms.campaigns.queries import unknown_in_requirement


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "full_2026.yaml").write_text(FULL, encoding="utf-8")
    return tmp_path


@pytest.fixture
def extended(folder):
    """Read a pack that stands beside the whole one."""
    return lambda text: load_text(text, "own.yaml", unknown_in_requirement, folder)


def refused(extended, text: str) -> list[str]:
    with pytest.raises(PackError) as found:
        extended(text)
    return found.value.problems


HEAD = "code: own_2026\nextends: full_2026\n"


def test_a_pack_that_changes_nothing_is_the_pack_above_under_another_code(extended):
    above = load_text(FULL)

    assert extended(HEAD) == above | {"code": "own_2026"}


def test_an_entry_of_the_same_code_is_changed_and_any_other_added(extended):
    pack = extended(
        HEAD
        + "requirements:\n- {code: study, needs: {study_hours: 48}}\n"
        + "- {code: kept, name: 兑现, asks: 步步兑现, rule: steps_fulfilled, grain: fact}\n"
        + "tasks:\n- {what: 开一次座谈会}\n"
    )

    assert pack["requirements"][0]["needs"] == {"study_hours": "48", "collective_share": "2/3"}
    assert [asked["code"] for asked in pack["requirements"]] == ["study", "heads_study", "pledged", "kept"]
    assert [task["what"] for task in pack["tasks"]] == ["讲一次党课", "开一次座谈会"]
    assert pack["requirements"][0]["name"] == "学习达标"


def test_lists_without_codes_and_plain_words_take_the_place_of_those_above(extended):
    pack = extended(HEAD + "name: 另一个名称\nstages:\n- {code: learn, present: [office]}\n")

    assert (pack["name"], pack["name_en"]) == ("另一个名称", "Good work at one's post")
    assert pack["stages"][0]["present"] == ["office"]


def test_what_is_removed_is_gone_and_what_follows_moves_up(extended):
    pack = extended(
        HEAD
        + "remove: {stages: [act], requirements: [pledged], honours: [good_branch]}\n"
        + "stages:\n- {code: learn, days: 40, remove: {look_back: [heard]}}\n"
        + "requirements: [{code: heads_study, days: 40}]\nown_plans: {days: 10}\n"
    )

    assert [stage["name"] for stage in pack["stages"]] == ["学习"]
    assert pack["ends_on"] == "2026-04-09"
    assert pack["stages"][0]["look_back"] == [{"requirement": "study"}, {"meeting": True}]
    assert pack["honours"] == []


def test_a_new_first_day_moves_every_day_that_is_taken_over(folder, extended):
    plain = FULL.replace("days: 60", "starts_on: 2026-03-01\n  ends_on: 2026-04-29").replace(
        "days: 90", "due_on: 2026-05-01"
    )
    (folder / "full_2026.yaml").write_text(plain, encoding="utf-8")
    pack = extended(HEAD + "starts_on: 2027-03-01\n")

    assert [(s["starts_on"], s["ends_on"]) for s in pack["stages"]] == [
        ("2027-03-01", "2027-04-29"),
        ("2027-04-30", "2027-05-29"),
    ]
    assert pack["requirements"][1]["due_on"] == "2027-05-01"
    assert pack["readings"][0]["dated"] == "2022-10-22"


def test_a_stage_put_in_between_leaves_every_requirement_in_its_own_stage(extended):
    pack = extended(HEAD + "stages:\n- {name: 讨论, after: learn, days: 10}\n")

    assert [stage["name"] for stage in pack["stages"]] == ["学习", "讨论", "行动"]
    assert pack["stages"][2]["starts_on"] == "2026-05-10"
    assert pack["requirements"][2]["stage"] == 3, "the pack above wrote stage: 2 and meant 行动"


def test_days_said_one_way_take_the_place_of_days_said_another(extended):
    pack = extended(
        HEAD
        + "requirements:\n- {code: heads_study, due_on: 2026-04-15}\nstages:\n- {code: act, ends_on: 2026-06-30}\n"
    )

    assert pack["requirements"][1]["due_on"] == "2026-04-15"
    assert pack["stages"][1]["ends_on"] == "2026-06-30"


def test_a_shipped_pack_may_be_extended_from_anywhere():
    pack = load_text(
        "code: ours\nextends: striving_2010\nname: 我们的创先争优\n", unknown_in=unknown_in_requirement
    )

    assert pack["name"] == "我们的创先争优" and len(pack["stages"]) == 3


def test_packs_may_stand_on_packs_that_stand_on_packs(folder):
    (folder / "b.yaml").write_text(
        "code: b\nextends: full_2026\ntasks: [{code: lesson, who: 班长}]\n", encoding="utf-8"
    )
    (folder / "c.yaml").write_text(
        "code: c\nextends: b\ntasks: [{code: lesson, minutes: 60}]\n", encoding="utf-8"
    )
    lesson = load(folder / "c.yaml")["tasks"][0]

    assert (lesson["who"], lesson["minutes"], lesson["every"]) == ("班长", 60, "quarter")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (HEAD + "remove: {requirements: [studdy]}\n",
         "own.yaml第3行：上面的方案里requirements没有代号为studdy的，是不是study？不需要就删去这一行"),
        (HEAD + "remove: {pledges: [study]}\n",
         "own.yaml第3行：上面的方案没有pledges可去掉；可以从audiences、stages、requirements、tasks、criteria_sets、pledge_themes、topics、readings、honours、documents中去掉"),
        (HEAD + "remove: {stages: learn}\n",
         "own.yaml第3行（remove → stages）：要写逐条列出（每条以“- ”开头），请对照文档改正"),
        (HEAD + "stages:\n- {name: 讨论, days: 9, remove: {look_back: [heard]}}\n",
         "own.yaml第4行：这里没有继承的内容，没有可去掉的；请删去remove，或在开头写extends"),
        ("code: full_2026\nextends: full_2026\n",
         "own.yaml第2行：继承绕回了自己（full_2026 → full_2026），请去掉其中一处extends"),
        ("code: own\nextends: ful_2026\n",
         "own.yaml第2行：没有名为ful_2026的方案包可以继承；现成的有："),
        ("extends: full_2026\n", "own.yaml第1行：缺少code，请补上"),
        (HEAD + "requirements:\n- {code: kept, name: 兑现, rule: steps_fulfilled, grain: fact}\n",
         "own.yaml第4行（requirements → 第4项）：缺少asks，请补上"),
        (HEAD + "requirements:\n- {code: study, nedes: {study_hours: 48}}\n",
         "own.yaml第4行（requirements → 第1项 → nedes）：不认识nedes，是不是needs？不需要就删去"),
        (HEAD + "requirements:\n- {code: study, needs: {pledges_kept: 1}}\n",
         "own.yaml第4行（requirements → 第1项 → needs）：“学习达标”给了pledges_kept一个数，而学习达标只看study_hours、collective_share"),
        (HEAD + "remove: {requirements: [pledged]}\n",
         "own.yaml第2行（继承自full_2026.yaml第83行：honours → 第1项 → met → 第1项）：没有代号为pledged的要求，有：study、heads_study"),
        (HEAD + "stages:\n- {code: learn, days: 90}\nends_on: 2026-05-29\n",
         "own.yaml第2行（继承自full_2026.yaml第32行：stages → 第2项 → days）：行动晚于活动结束2026-05-29，请核对日期"),
    ],
)  # fmt: skip
def test_what_cannot_be_inherited_is_told_on_the_authors_own_line(extended, text, told):
    found = refused(extended, text)

    assert found[0].startswith(told), found


def test_packs_that_extend_each_other_in_a_circle_are_refused(folder):
    for code, above in (("a", "b"), ("b", "c"), ("c", "a")):
        (folder / f"{code}.yaml").write_text(f"code: {code}\nextends: {above}\n", encoding="utf-8")

    with pytest.raises(PackError, match=r"c\.yaml第2行：继承绕回了自己（a → b → c → a）"):
        load(folder / "a.yaml")


def test_a_pack_above_that_is_no_pack_is_told_by_its_own_name(folder):
    (folder / "broken.yaml").write_text("code: broken\nextends: full_2026\nnaam: 写错了\n", encoding="utf-8")

    with pytest.raises(PackError, match=r"broken\.yaml第3行（naam）：不认识naam，是不是name？"):
        load_text("code: own\nextends: broken\n", "own.yaml", None, folder)
