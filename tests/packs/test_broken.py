"""Broken packs, one a line: what an author reads, the line and the remedy, to the letter."""

import pytest

from tests.packs.full import FULL
from zhengyou.packs import PackError, load_text
from zhengyou.rooms.campaigns.queries import unknown_in_requirement


def problems(text: str) -> list[str]:
    with pytest.raises(PackError) as found:
        load_text(text, "full.yaml", unknown_in_requirement)
    return found.value.problems


def test_the_pack_that_is_spoilt_below_is_whole():
    assert load_text(FULL, "full.yaml", unknown_in_requirement)["code"] == "full_2026"


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("format: 2", "format: 3", "第1行（format）：这个方案包按第3版格式写成，本系统读到第2版；请升级本系统，或按第2版改写"),
        ("days: 60", "days: 0", "第24行（stages → 第1项 → days）：至少为1，现为0"),
        ("days: 60", "ends_on: 2026-04-29\n  days: 60",
         "第25行（stages → 第1项 → days）：ends_on和days只能写一样，请删去一样"),
        ("  days: 60\n", "", "第22行（stages → 第1项）：学习没有写到哪天为止，请写ends_on，或写days（多少天）"),
        ("days: 30", "after: win\n  days: 30",
         "第32行（stages → 第2项 → after）：行动的after要写前面一个阶段的代号或名称；前面有：learn"),
        ("code: act", "code: learn", "第30行（stages → 第2项 → code）：行动的代号learn重复，请改名"),
        ("stage: learn\n  late", "stage: lern\n  late",
         "第44行（requirements → 第1项 → stage）：学习达标说的阶段lern不存在；有：learn、act"),
        ("audience: heads", "audience: heds",
         "第54行（requirements → 第2项 → audience）：没有代号为heds的对象；有：heads、villages"),
        ("grain: person\n  audience", "grain: organisation\n  audience",
         "第53行（requirements → 第2项 → grain）：负责人学习只问某些职务的人，就要按人算：请写grain: person，或去掉posts"),
        ("days: 90", "days: 91", "第55行（requirements → 第2项 → days）：负责人学习的截止2026-05-30不在活动期内，请改日期"),
        ("days: 90", "due_on: 2026-04-01\n  days: 90",
         "第56行（requirements → 第2项 → days）：due_on和days只能写一样，请删去一样"),
        ("days: 90", "window: stage", "第55行（requirements → 第2项 → window）：负责人学习按阶段计，却没有写是哪个阶段，请写上stage"),
        ("{village: {study", "{vilage: {study",
         "第42行（requirements → 第1项 → needs_by_category → vilage）：不认识vilage，是不是village？不需要就删去"),
        ("  grain: person\n  stage", "  categories: [school]\n  grain: person\n  stage",
         "第42行（requirements → 第1项 → needs_by_category → village）：学习达标不问village，只问school；请去掉这一类，或加进categories"),
        ("{village: {study_hours", "{village: {works",
         "第42行（requirements → 第1项 → needs_by_category → village → works）：学习达标的needs里没有works，请先写上其余各类的数"),
        ("late_days: 7", "late_days: 一周", "第45行（requirements → 第1项 → late_days）：要写整数，请对照文档改正"),
        ("every: quarter", "every: 季度",
         "第64行（tasks → 第1项 → every）：只能写day、week、month、quarter、half_year、year之一，现为季度"),
        ("present: [supervision_group]", "present: [督导组]",
         "第29行（stages → 第1项 → present → 第1项）：只能写supervision_group、leading_group、office、secretary、members、public之一，现为督导组"),
        ("  inspection: false", "  present: [office]",
         "第34行（stages → 第2项 → present）：写了谁要到会，回头看里却没有转段分析会：请加一条meeting: true，或删去present"),
        ("  look_back: [答应的事办了没有]\n", "",
         "第33行（stages → 第2项 → inspection）：行动没有回头看，不设关口：请写look_back，或删去inspection"),
        ("inspection: false", "application: false\n  inspection: true",
         "第35行（stages → 第2项 → inspection）：没有申请就没有可检查的：请去掉application: false，或写inspection: false"),
        ("historical: true\n", "",
         "第7行（own_plans）：照此执行就是有效的方案，不能要求各单位报送自己的方案；只有照文件复原的历史活动（historical: true）可以写"),
        (", source: 通知第八条}", "}", "第8行（own_plans）：请写source：历史上的哪个文件要求报送本单位方案"),
        ("accepted_by: 上级党委, ", "", "第8行（own_plans）：缺少accepted_by，请补上"),
        ("{branch: 班组,", "{zhibu: 班组,",
         "第9行（vocabulary → zhibu）：不认识zhibu，这里可以写campaign、organisation、committee、branch、group、member、secretary、office、leading_group、supervision_group、plan、stage、requirement、gate、look_back、transition_meeting、make_up、pledge、study、meeting、honour。不需要就删去"),
        ("what: 领导班子好, points", "what: 集中学习到会率, points",
         "第69行（criteria_sets → 第1项 → items → 第1项 → points）：界限：学习和到会情况只作回头看，不计分。可以改为在转段检查和总结里列出学时、到会率，分值给办成的事。请去掉points，或改写"),
        ("measure: pledges_kept", "measure: pledges_keep",
         "第69行（criteria_sets → 第1项 → items → 第2项 → points）：没有名为pledges_keep的指标；见docs/measures.md"),
        ("what: 讲一次党课", "what: 每月报送工作总结",
         "第64行（tasks → 第1项 → what）：“每月报送工作总结”：系统知道的不再要人报：台账、简报和总结由系统汇总；请写成要求让指标自动计。请改写或删去"),
        ("what: 讲一次党课", "what: 讲课要拍照上传",
         "第64行（tasks → 第1项 → what）：“拍照”：不要照片、截图作凭据：事实登记在发生的地方就是凭据。请改写或删去"),
        ("words: 群众的意见听了没有", "words: 党员是否都用手机签到",
         "第28行（stages → 第1项 → look_back → 第3项 → words）：界限：本系统不定位、不刷脸、不用手机拍照或扫码签到。可以改为由会议、活动的组织者登记一次到会情况。请改写或删去"),
        ("reads: [charter]", "reads: [charta]",
         "第73行（topics → 第1项 → reads → 第1项）：没有代号为charta的读物，是不是charter？"),
        ("met: [pledged]", "met: [all]",
         "第83行（honours → 第1项 → met → 第1项）：没有代号为all的要求，有：study、heads_study、pledged"),
        ("share: 1/5", "share: 6/5", "第81行（honours → 第1项 → quota → share）：名额占比6/5超过了全部，请写1/5或0.2这样的数"),
        ("kind: notice", "kind: report",
         "第86行（documents → 第1项 → kind）：只能写notice、plan、opinion、speech、minutes、application、decision、circular、bulletin、letter、card、certificate、form之一，现为report"),
        ("code: full_2026", "code: full_2026\nremove: {stages: [act]}",
         "第3行：这里没有继承的内容，没有可去掉的；请删去remove，或在开头写extends"),
        ("  - {code: heard, words: 群众的意见听了没有}\n", "  - meeting: true\n",
         "第28行（stages → 第1项 → look_back → 第3项）：与第2项相同，请删去一项"),
        ("focus_least: 2", "focus_least: 4",
         "第89行（supervision → focus_least）：重点督促单位至少4个、至多3个，请把至少改得不大于至多"),
        ("what: 群众意见是否原样记下", "what: 有没有走访照片、是否拍照上传",
         "第88行（supervision → checks → 第2项 → what）：“拍照”：不要照片、截图作凭据：事实登记在发生的地方就是凭据。请改写或删去"),
    ],
)  # fmt: skip
def test_an_author_reads_the_line_and_the_remedy(right, wrong, told):
    assert FULL.count(right) == 1, right

    assert problems(FULL.replace(right, wrong)) == [f"full.yaml{told}"]


def test_a_file_that_says_format_1_keeps_to_it():
    found = problems(FULL.replace("format: 2", "format: 1"))

    assert found[0] == "full.yaml第4行（name_en）：第1版格式里没有name_en；请在开头写format: 2，或删去"
    assert len(found) == 20


def test_points_may_be_given_for_results_only_and_the_message_says_which_those_are():
    found = problems(FULL.replace("measure: pledges_kept", "measure: study_hours"))

    assert "指标学时（study_hours）只回头看、不计分；看结果的有：" in found[0] and "pledges_kept" in found[0]
