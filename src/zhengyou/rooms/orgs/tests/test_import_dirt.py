"""One workbook with one of every known kind of dirt, and beside each what should happen."""

from datetime import date, datetime

import pytest
from openpyxl import Workbook

from zhengyou.core.models import Deed, Organisation
from zhengyou.core.permissions import OPERATOR
from zhengyou.rooms.orgs.actions import import_roster
from zhengyou.rooms.orgs.imports import read_roster
from zhengyou.rooms.orgs.imports.cells import CHECKS, WEIGHTS
from zhengyou.rooms.orgs.models import Membership, Person, Place


def number(born, order=1):
    """An identity number of the unassigned region 990101 whose check digit holds."""
    digits = f"990101{born}{order:03}"
    return digits + CHECKS[sum(int(d) * w for d, w in zip(digits, WEIGHTS, strict=True)) % 11]


def another_check(right):
    """The same number with another check digit."""
    return right[:17] + CHECKS[(CHECKS.index(right[17]) + 1) % 11]


# What is written, and what should be held: name, birth date, joining date, posts. None: the row is refused,
# with this in its reason. A fourth column of words: a warning that says so.
A, B = "东街村党支部", "西街村党支部"
ENTERS, REFUSED, WARNED = "enters", "refused", "warned"
DIRT = [
    # name, identity, born, joined, branch, post, telephone, sex, mobile → what should happen
    (["张三", number("19781001"), "1978.10", "1998-07-01", A, "书记", "10018689916", "男", "否"], ENTERS,
     ("张三", date(1978, 10, 1), date(1998, 7, 1), {"书记"})),
    (["李 四", number("19780501", 3), 1978.5, "1998年7月", A, "委员", 10018689917, "男", None], ENTERS,
     ("李四", date(1978, 5, 1), date(1998, 7, 1), {"委员"})),
    (["王　五", number("19780501", 5), "1978年5月1日", "1998/7", A, "委员、组织委员", None, "男性", "是"], ENTERS,
     ("王五", date(1978, 5, 1), date(1998, 7, 1), {"委员", "组织委员"})),
    (["阿依古丽•买买提", number("19780501", 2), "１９７８．５", 19980701, A, None, None, "女", "√"], ENTERS,
     ("阿依古丽·买买提", date(1978, 5, 1), date(1998, 7, 1), set())),
    (["𬍛𠮷", number("19780502", 1), 28612, 199807, A, "无", "１００18689918", None, None], ENTERS,
     ("𬍛𠮷", date(1978, 5, 2), date(1998, 7, 1), set())),
    (["赵六", number("19780503", 1), datetime(1978, 5, 3), date(1998, 7, 1), A, None, None, None, None], ENTERS,
     ("赵六", date(1978, 5, 3), date(1998, 7, 1), set())),
    (["孙七", f" {number('19780504', 1)[:17]}x ".replace("x", number("19780504", 1)[17].lower()), None, "1998.07", A,
      None, None, None, None], ENTERS, ("孙七", date(1978, 5, 4), date(1998, 7, 1), set())),
    (["周八", "", 1978, "1998.1.5", A, None, None, "女", None], ENTERS,
     ("周八", date(1978, 1, 1), date(1998, 1, 5), set())),
    (["吴九", number("19780505", 2), "1980-01-01", None, A, None, None, "男", None], WARNED,
     ("吴九", date(1978, 5, 5), ("与身份证号中的1978-05-05不符", "与身份证号中的“女”不符"))),
    (["郑十", number("19780506", 1), None, 1998.1, A, None, None, None, None], WARNED,
     ("郑十", date(1978, 5, 6), ("已按10月登记",))),
    (["冯娃", number("19900506", 1), None, "1998-07-01", A, None, None, None, None], WARNED,
     ("冯娃", date(1990, 5, 6), ("入党时不满16岁",))),
    (["数一", 3.70123197805011e17, None, None, A, None, None, None, None], REFUSED, "后几位已丢失"),
    (["数二", "3.7E+17", None, None, A, None, None, None, None], REFUSED, "后几位已丢失"),
    (["短号", "99010119780501", None, None, A, None, None, None, None], REFUSED, "应为18位，现为14位"),
    (["老号", "990101780501123", None, None, A, None, None, None, None], REFUSED, "15位的老身份证号"),
    (["错号", number("19780507", 1)[:17] + "A", None, None, A, None, None, None, None], REFUSED, "末位X以外的字"),
    (["校验", another_check(number("19780508", 1)), None, None, A, None, None, None, None], REFUSED, "校验码不对"),
    (["假日", "990101197802305602", None, None, A, None, None, None, None], REFUSED, "不是真实的日期"),
    (["重号", number("19781001"), None, None, A, None, None, None, None], REFUSED, "同一身份证号在第4行已出现过"),
    (["周八", "", None, None, A, None, None, None, None], REFUSED, "分不清"),
    (["", number("19780509", 1), None, None, A, None, None, None, None], REFUSED, "不能为空"),
    (["无支部", number("19780510", 1), None, None, None, None, None, None, None], REFUSED, "不能为空"),
    (["远方", number("19780511", 1), None, None, "南街村党支部", None, None, None, None], REFUSED, "没有这个党支部"),
    (["坏日", "", "1978年13月", None, A, None, None, None, None], REFUSED, "不是真实的日期"),
    (["怪日", "", "去年", None, A, None, None, None, None], REFUSED, "不是日期"),
    (["未来", "", None, "2098-01-01", A, None, None, None, None], REFUSED, "在今天之后"),
    (["性别", "", None, None, A, None, None, "中", None], REFUSED, "不是性别"),
    (["电话", "", None, None, A, None, "没有电话", None, None], REFUSED, "不是电话号码"),
    (["流动", "", None, None, A, None, None, None, "也许"], REFUSED, "请写是或否"),
    (["长" * 41, "", None, None, A, None, None, None, None], REFUSED, "最多40个"),
    (["职长", "", None, None, A, "职" * 31, None, None, None], REFUSED, "职务最多30个字"),
]  # fmt: skip
HEADS = ("序号", "姓 名", "民族", "公民身份号码", "出生年月（如1978.05）", "入党时间*", "所属党支部", "党内职务", "联系电话", "性别",
         "是否流动党员", "健康状况", "备注")  # fmt: skip


@pytest.fixture
def dirt(tmp_path):
    book = Workbook()
    notes = book.active
    notes.title = "填表说明"
    notes.append(["一、请如实填写。"])
    tree = book.create_sheet("组织")
    tree.append(["某市基层党组织一览表"])
    tree.append(["序号", "组织名称", "上级组织", "组织类型", "所属领域", "阵地", None])
    tree.append([None, None, None, None, None, "面积(㎡)", "产权"])
    tree.append([1, A, "中共某市委员会", "党支部", "村", "60㎡", "自有"])
    tree.append([2, "西街村 党支部", None, "支部", "行政村", 45.5, "租用"])
    tree.append([3, "中共某市委员会", None, "党委", "机关", None, None])
    tree.append([4, A, "中共某市委员会", "党支部", "村", None, None])
    tree.append([5, "圈一", "圈二", "党支部", None, None, None])
    tree.append([6, "圈二", "圈一", "党支部", None, None, None])
    tree.append([7, "怪组织", "中共某市委员会", "俱乐部", None, None, None])
    tree.append(["合 计", "共7个", None, None, None, None, None])
    tree.merge_cells("A2:A3")
    tree.merge_cells("F2:G2")
    tree.merge_cells("C4:C5")  # the parent of both branches
    roster = book.create_sheet("花名册")
    roster.append(["某市党员花名册"])
    roster.append(["填报单位：某市", None, None, "2010年5月"])
    roster.append(list(HEADS))
    for at, (row, _, _) in enumerate(DIRT):
        name, identity, born, joined, branch, post, phone, sex, mobile = row
        roster.append(
            [at + 1, name, "汉", identity, born, joined, branch, post, phone, sex, mobile, "良好", "x"]
        )
    roster.append([None] * 13)
    roster.append([None, "小计", f"{len(DIRT)}人"])
    roster.append(list(HEADS))  # a second printed page
    roster.append(
        [99, "陈后", "汉", number("19780601", 1), None, None, B, None, None, None, None, "良好", None]
    )
    roster.append(["合计", f"{len(DIRT) + 1}人"])
    roster.append(["填表人：张三", None, None, "审核人：李四", None, None, "2010年5月1日"])
    file = tmp_path / "roster.xlsx"
    book.save(file)
    return file


@pytest.mark.django_db
@pytest.mark.database
def test_every_kind_of_dirt_is_entered_or_refused_as_it_should(dirt):
    report = import_roster(OPERATOR, None, roster=read_roster(dirt)).as_dict()

    refused = {(r["sheet"], r["row"]): r["reason"] for r in report["refused"]}
    warned = {}
    for w in report["warnings"]:
        warned.setdefault(w["row"], []).append(w["reason"])
    for at, (row, happens, what) in enumerate(DIRT):
        place = at + 4
        if happens == REFUSED:
            assert what in refused.pop(("花名册", place)), row
            continue
        person = Person.objects.get(name=what[0])
        assert person.born_on == what[1], row
        if happens == WARNED:
            assert len(warned[place]) == len(what[2]), (row, warned[place])
            assert all(said in found for said, found in zip(what[2], warned[place], strict=True)), row
        else:
            assert (person.joined_on, set(person.posts.values_list("title", flat=True))) == what[2:], row
            assert place not in warned, (row, warned[place])
    assert (
        Membership.objects.get(person__name="王五").mobile
        and not Membership.objects.get(person__name="张三").mobile
    )
    assert Membership.objects.get(person__name="陈后").organisation.name == B

    assert "已经写了这个组织" in refused.pop(("组织", 7))
    assert "没有这个上级组织" in refused.pop(("组织", 8)) and "没有这个上级组织" in refused.pop(("组织", 9))
    assert "没有“俱乐部”这种组织类型" in refused.pop(("组织", 10))
    assert refused == {}
    assert {o.name: o.parent and o.parent.name for o in Organisation.objects.all()} == {
        "中共某市委员会": None, A: "中共某市委员会", B: "中共某市委员会",
    }  # fmt: skip
    assert sorted(Place.objects.values_list("area", "tenure")) == [(46, "租用"), (60, "自有")]
    assert {w["column"] for w in report["warnings"] if w["row"] == 0} == {"民族", "健康状况"}
    assert report["people"]["refused"] == sum(happens == REFUSED for _, happens, _ in DIRT)
    assert number("19781001") not in str(report) and "10018689916" not in str(report)


@pytest.mark.django_db
@pytest.mark.database
def test_the_dirty_file_a_second_time_changes_nothing(dirt):
    first = import_roster(OPERATOR, None, roster=read_roster(dirt)).as_dict()
    held = everything()
    again = import_roster(OPERATOR, None, roster=read_roster(dirt)).as_dict()

    assert everything() == held
    for of in ("organisations", "people"):
        assert again[of] == {
            "new": 0, "changed": 0, "unchanged": first[of]["new"], "refused": first[of]["refused"],
        }  # fmt: skip
    assert again["gone"] == 0
    assert list(Deed.objects.values_list("did", flat=True)) == ["import_roster"] * 2


def everything():
    """All that is held about organisations and people."""
    from zhengyou.rooms.orgs.models import Post

    return [sorted(model.objects.values_list()) for model in (Organisation, Person, Membership, Post, Place)]
