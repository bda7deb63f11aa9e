"""A pack told in words, and two beside each other."""

import json

import pytest
from click.testing import CliRunner

from tests.packs.full import FULL
from zhengyou.cli import main
from zhengyou.packs import differences, load_text, told


def changed(*replaced: tuple[str, str]) -> list[str]:
    text = FULL
    for old, new in replaced:
        assert old in text, old
        text = text.replace(old, new)
    return differences(load_text(FULL), load_text(text))


def test_two_packs_that_ask_the_same_differ_in_nothing_however_they_are_written():
    assert (
        changed(
            ("days: 60", "ends_on: 2026-04-29"),
            ("about: 试验用的方案包\n", "about: 试验用的方案包\nsource: 通知\n"),
        )
        == []
    )


@pytest.mark.parametrize(
    ("old", "new", "told_"),
    [
        ("study_hours: 40", "study_hours: 48", ["要求“学习达标”：学时由40提高到48"]),
        (", collective_share: 2/3}", "}", ["要求“学习达标”：不再要求集中学习占比（原不少于2/3）"]),
        ("{study_hours: 30}", "{study_hours: 20}", ["要求“学习达标”（村）：学时由30降低到20"]),
        ("late_days: 7", "late_days: 14", ["要求“学习达标”：迟录宽限天数由7改为14"]),
        ("posts: [书记, 副书记]", "posts: [书记]",
         ["对象“负责人”：职务由书记、副书记改为书记", "要求“负责人学习”：职务由书记、副书记改为书记"]),
        ("focus_most: 3", "focus_most: 5", ["督导：重点单位至多由3改为5"]),
        ("checks: [学习计划是否公开, ", "checks: [", ["督导清单：取消“学习计划是否公开”"]),
        ("  audience: heads\n", "", ["要求“负责人学习”：去掉了对象（原为负责人）", "要求“负责人学习”：去掉了职务（原为书记、副书记）"]),
        ("days: 30\n", "days: 35\n",
         ["活动：结束由2026-05-29改为2026-06-03（推迟5天）", "阶段“行动”：结束由2026-05-29改为2026-06-03（推迟5天）",
          "要求“支部承诺”：截止由2026-05-29改为2026-06-03（推迟5天）"]),
        ("{branch: 班组, member: 会员}", "{branch: 小组}", ["用词：“班组”改称“小组”", "用词：“会员”改称“党员”"]),
        ("  - {code: heard, words: 群众的意见听了没有}\n", "", ["阶段“学习”的回头看：取消“群众的意见听了没有”"]),
        ("  inspection: false\n", "", ["阶段“行动”：去掉了要检查（原为否）"]),
        ("what: 领导班子好, points: 20", "what: 领导班子好, points: 30", ["标准“五个好”“领导班子好”：分值由20改为30"]),
        ("quota: {share: 1/5, at_most: 10}", "quota: {share: 1/10}",
         ["表彰“先进支部”：名额由占比1/5，最多10改为占比1/10"]),
        ("- {code: lesson, what: 讲一次党课, who: 书记, every: quarter, minutes: 90, stage: learn, days: 20}",
         "- {code: talk, what: 谈一次话}", ["取消任务“讲一次党课”", "增加任务“谈一次话”"]),
    ],
)  # fmt: skip
def test_what_a_new_version_asks_otherwise_is_said_in_words(old, new, told_):
    assert changed((old, new)) == told_


def test_a_pack_is_told_with_everything_that_somebody_has_to_do():
    text = "\n".join(told(load_text(FULL)))

    for said in (
        "支部称“班组”、党员称“会员”",
        "负责人  支部书记和副书记（书记、副书记）",
        "转段：督导组到会，要申请，要检查",
        "学习达标  每名会员  规则学习达标（enough_study）：学时不少于40，集中学习占比不少于2/3；村：学时不少于30  截止2026-04-29，迟录7天内算数  每次45分钟×40次",
        "负责人学习  对象：负责人",
        "书记：讲一次党课  每季度  截止2026-03-20",
        "领导班子好  20分",
        "本单位专题（本单位自定）",
        "章程（必读）",
        "先进支部  不超过10个  不超过总数的20%  公示5天  条件：承诺全部兑现",
        "通知：活动通知  办公室",
        "各单位2026-03-31前报送本单位方案，由上级党委审定  〔通知第八条〕",
    ):
        assert said in text, (said, text)


@pytest.fixture
def run(tmp_path):
    (tmp_path / "full_2026.yaml").write_text(FULL, encoding="utf-8")
    own = "code: own\nextends: full_2026\nrequirements: [{code: study, needs: {study_hours: 48}}]\n"
    (tmp_path / "own.yaml").write_text(own, encoding="utf-8")

    def do(*words: str):
        return CliRunner().invoke(
            main, ["pack", *(str(tmp_path / w) if w.endswith(".yaml") else w for w in words)]
        )

    return do


def test_pack_show_gives_the_whole_of_a_pack_that_inherits(run):
    assert json.loads(run("show", "own.yaml", "--format", "json").output)["requirements"][0]["needs"] == {
        "study_hours": "48",
        "collective_share": "2/3",
    }
    assert load_text(run("show", "own.yaml", "--format", "yaml").output)["code"] == "own"
    assert "学时不少于48" in run("show", "own.yaml").output
    assert run("show", "own.yaml", "--format", "file").output.startswith("code: own\nextends: full_2026\n")


def test_pack_diff_ends_with_0_1_or_2_as_diff_does(run):
    same, differs = run("diff", "own.yaml", "own.yaml"), run("diff", "full_2026.yaml", "own.yaml")
    unread = run("diff", "own.yaml", "nope")

    assert (same.exit_code, same.output) == (0, "两个方案要求相同。\n")
    assert (differs.exit_code, differs.output) == (1, "要求“学习达标”：学时由40提高到48\n")
    assert unread.exit_code == 2 and "没有名为nope的方案包" in unread.output


def test_pack_check_accepts_a_pack_that_inherits(run):
    done = run("check", "own.yaml")

    assert done.exit_code == 0 and done.output.startswith("可以用：own  岗位建功活动")


def test_pack_schema_prints_what_editors_check_by(run):
    assert json.loads(run("schema").output)["title"] == "活动方案包"
