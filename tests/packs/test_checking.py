"""A pack that is wrong says on which line, and what to do about it."""

import json
import re

import pytest

from zhengyou.core.models import Category, Kind
from zhengyou.packs import PackError, load_bytes, load_text, shipped_file, shipped_packs, write_yaml
from zhengyou.packs.checking import HERE
from zhengyou.packs.checking.naming import CODED
from zhengyou.packs.loading.files import PROGRAMMES
from zhengyou.packs.telling.vocabulary import CATEGORIES, KINDS, WORDS
from zhengyou.rooms.campaigns.queries import unknown_in_pack, unknown_in_requirement

GOOD = """\
code: mine_2026
name: 我们的活动
starts_on: 2026-03-01
ends_on: 2026-06-30
stages:
- name: 学习
  starts_on: 2026-03-01
  ends_on: 2026-04-30
  look_back:
  - requirement: study
  - meeting: true
  - 群众的意见听了没有
- name: 总结
  starts_on: 2026-05-01
  ends_on: 2026-06-30
requirements:
- code: study
  name: 学习达标
  asks: 每名党员40学时，集中学习占三分之二以上
  rule: enough_study
  needs: {study_hours: 40, collective_share: 2/3}
  grain: person
  kinds: [branch]
  categories: [village]
  stage: 1
  due_on: 2026-04-30
"""


def problems(text: str) -> list[str]:
    with pytest.raises(PackError) as found:
        load_text(text, "mine.yaml", unknown_in_requirement)
    return found.value.problems


def spoilt(right: str, wrong: str) -> list[str]:
    assert GOOD.count(right) == 1, right
    return problems(GOOD.replace(right, wrong))


def test_a_pack_written_by_hand_is_read_as_it_stands():
    pack = load_text(GOOD, "mine.yaml", unknown_in_requirement)

    assert pack["requirements"][0]["needs"] == {"study_hours": "40", "collective_share": "2/3"}
    assert pack["stages"][0]["ends_on"] == "2026-04-30"


def test_a_pack_is_written_and_read_again_without_a_change():
    pack = load_text(GOOD)

    assert load_text(write_yaml(pack)) == pack


@pytest.mark.parametrize("pack", shipped_packs(), ids=lambda p: p["code"])
def test_a_shipped_pack_stands_on_rules_that_exist_and_names_the_source_of_every_line(pack):
    lines = [part for key in CODED for part in pack.get(key, [])]
    items = [item for stage in pack["stages"] for item in stage.get("look_back", [])]

    assert shipped_file(pack["code"]).stem == pack["code"]
    assert unknown_in_pack(pack) == []
    assert [line for line in [pack, *lines, *items] if not line.get("source")] == []


@pytest.mark.parametrize("pack", shipped_packs(), ids=lambda p: p["code"])
def test_a_shipped_pack_is_named_in_both_languages_and_every_line_can_be_changed_by_code(pack):
    named = [pack, *(part for key in ("audiences", "stages", "requirements") for part in pack.get(key, []))]
    coded = [part for key in CODED for part in pack.get(key, [])]

    assert [
        part["name"] for part in named if not part.get("name_en", "").isascii() or not part.get("name_en")
    ] == []
    assert [part for part in coded if not part.get("code")] == []


@pytest.mark.parametrize("file", sorted(PROGRAMMES.glob("*.yaml")), ids=lambda f: f.stem)
def test_a_number_says_whether_a_paper_gives_it_or_it_is_configuration(file):
    text = file.read_text(encoding="utf-8")
    numbers = [line for line in text.splitlines() if re.match(r"\s*(needs|needs_by_category|quota):", line)]

    if "Every number is configuration" not in text.split("code:")[0]:
        assert [line for line in numbers if "#" not in line] == []


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("  asks: 每", "  ask: 每", "mine.yaml第19行（requirements → 第1项 → ask）：不认识ask，是不是asks？"),
        ("  grain: person\n", "", "mine.yaml第17行（requirements → 第1项）：缺少grain"),
        ("grain: person", "grain: people", "第22行（requirements → 第1项 → grain）：只能写person、"),
        ("kinds: [branch]", "kinds: [brunch]", "第23行（requirements → 第1项 → kinds → 第1项）：只能写committee、"),
        ("name: 总结", "name:", "第13行（stages → 第2项 → name）：没有内容"),
        ("name: 总结", "name: 2026", '第13行（stages → 第2项 → name）：要写文字，请加引号："2026"'),
        ("study_hours: 40", "study_hours: 四十", "第21行（requirements → 第1项 → needs → study_hours）：四十写法不对"),
        ("2/3", "2/0", "第21行（requirements → 第1项 → needs → collective_share）：2/0写法不对"),
        ("  due_on: 2026-04-30", "  due_on: 2026-04-31", "第26行（requirements → 第1项 → due_on）：2026-04-31不是"),
        ("  due_on: 2026-04-30", "  due_on: 2027-04-30", "第26行（requirements → 第1项 → due_on）：学习达标的截止"),
        ("  starts_on: 2026-05-01", "  starts_on: 2026-04-30", "第14行（stages → 第2项 → starts_on）：总结与上一"),
        ("  stage: 1", "  stage: 3", "第25行（requirements → 第1项 → stage）：学习达标说的第3阶段不存在，一共2个"),
        ("requirement: study", "requirement: studies", "第10行（stages → 第1项 → look_back → 第1项 → requirement）"),
        ("meeting: true", "meeting: false", "第11行（stages → 第1项 → look_back → 第2项 → meeting）：只能写true"),
        ("  rule: enough_study", "  rule: enough_studies", "第20行（requirements → 第1项 → rule）：“学习达标”说的规则"),
        ("2/3}", "2/3, pledges_kept: 1}", "第20行（requirements → 第1项 → rule）：“学习达标”给了pledges_kept"),
        ("name: 我们的活动", "name：我们的活动", "第3行：项目后面要用半角冒号"),
        ("  stage: 1", "\tstage: 1", "第25行：缩进里有制表符"),
        ("  stage: 1", "  stage: *first", "第25行：方案包里不用引用"),
        ("  stage: 1", "  rule: enough_study", "第25行：rule写了两次"),
        ("  stage: 1\n", "  stage: 1\n---\n", "第26行：一个文件只写一个方案"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_its_line_and_the_remedy(right, wrong, told):
    found = spoilt(right, wrong)

    assert any(told in problem for problem in found), found
    assert all(problem.startswith("mine.yaml第") for problem in found)


def test_problems_stand_in_the_order_of_the_file():
    text = GOOD.replace("grain: person", "grain: x").replace("code: mine_2026", "code: Mine")
    text = text.replace("name: 总结", "nam: 总结")
    lines = [int(p.split("第")[1].split("行")[0]) for p in problems(text)]

    assert lines == sorted(lines) and len(lines) == 4


@pytest.mark.parametrize(
    "text", ["", "- 学习", "学习", "[" * 5000, "a: !!python/object:os.system x", "? [a]\n: b", "a: \x00"]
)
def test_what_is_no_pack_at_all_is_refused_in_words(text):
    assert len(problems(text)) == 1


def test_a_file_of_an_older_editor_is_read():
    assert load_bytes(GOOD.encode("gb18030"), "mine.yaml") == load_bytes(
        b"\xef\xbb\xbf" + GOOD.encode(), "mine.yaml"
    )
    with pytest.raises(PackError, match="不是文字文件"):
        load_bytes(b"PK\x03\x04\xff\xff\x81", "mine.xlsx")


def test_the_schema_knows_every_kind_and_category_of_the_house_and_calls_them_alike():
    parts = json.loads((HERE / "pack.schema.json").read_text(encoding="utf-8"))["$defs"]

    assert parts["kinds"]["items"]["enum"] == Kind.values
    assert parts["categories"]["items"]["enum"] == Category.values
    assert {k: str(label) for k, label in Kind.choices} == KINDS
    assert {k: str(label) for k, label in Category.choices} == CATEGORIES
    assert parts["vocabulary"]["propertyNames"]["enum"] == list(WORDS)
