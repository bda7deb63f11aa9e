"""样张 — papers as an office would write them; the places are made up."""

from collections.abc import Iterator
from datetime import date, timedelta

from zhengyou.core.papers import (
    Addressee,
    Appendix,
    Attachments,
    Colophon,
    Column,
    Heading,
    Letterhead,
    Masthead,
    Note,
    Para,
    Share,
    Sheet,
    Signature,
    Table,
    Tailpiece,
    Written,
)

OFFICE = "中共青禾市委创先争优活动领导小组办公室"
TOWNSHIPS = (
    "城关镇 马家河乡 东沟镇 柳林镇 石桥乡 南湾镇 白塔乡 北原镇 清水镇 双井乡 "
    "龙泉镇 青山乡 河口镇 新集镇 大营乡 王台镇 枣园乡 平安镇 古渡镇 永丰乡"
).split()
DAY = date(2010, 9, 14)


def standings() -> list[tuple[str, int, int, int, Share]]:
    """达标情况 — township, branches, members, members who have met the requirement."""
    rows = []
    for at, name in enumerate(TOWNSHIPS):
        members = 380 + at * 37
        met = members - (at * 23) % 61
        rows.append((name, 12 + at % 9, members, met, Share(met, members)))
    return rows


def circular() -> Iterator[Written]:
    """学习达标情况通报 — a circular of several pages with everything that a circular may have."""
    rows = standings()
    members, met = sum(row[2] for row in rows), sum(row[3] for row in rows)
    yield Letterhead(f"{OFFICE}文件", "青创先办〔2010〕18号", urgency="加急")
    yield "关于全市基层党组织和党员\n学习达标情况的通报"
    yield Addressee("各乡镇党委，市委各部委，市直各单位党组（党委）")
    yield (
        "按照市委关于在基层党组织和党员中深入开展创先争优活动的部署，市委创先争优活动领导小组办公室"
        "对各乡镇2010年6月至8月集中学习情况进行了统计，现将有关情况通报如下。"
    )
    yield Heading(1, "总体情况")
    yield (
        f"截至2010年8月31日，全市20个乡镇应参学党员{members}名，达到“学时不少于40学时、集中学习不少于三分之二”"
        f"要求的{met}名，占{Share(met, members).percent}。各乡镇达标情况见下表。"
    )
    yield Table(
        ["乡镇", "党支部数", "应参学党员数", "达标党员数", "达标率"], rows, caption="各乡镇党员学习达标情况"
    )
    yield Heading(1, "主要做法")
    yield Heading(
        2, "领导带头学。", "各乡镇党委书记、党委委员到所在支部和联系点支部讲党课，与普通党员一同学习讨论。"
    )
    yield Heading(2, "分类组织学")
    yield Heading(3, "农村党员。", "结合农时安排，利用早晚时间集中学习，对年老体弱党员送学上门。")
    yield Heading(3, "流动党员。", "由流出地和流入地党组织共同负责，主要采取以下办法：")
    yield Heading(4, "寄送学习材料，电话了解学习情况；")
    yield Heading(4, "返乡期间补课，补课情况记入学习台账。")
    yield Heading(1, "存在的问题")
    yield "一是少数支部集中学习次数偏少。二是个别支部签到不规范，事后补签。三是学习与工作结合不紧。"
    yield Heading(1, "下一步要求")
    yield (
        "各乡镇党委要逐支部核对未达标党员名单，9月30日前完成补课；补课情况由支部组织委员当日登记，"
        "不另行上报统计表。"
    )
    yield Attachments(["各乡镇未达标党员所在支部名单", "补课安排"])
    yield Signature(OFFICE, DAY)
    yield Note("此件公开发布")
    yield Colophon(
        OFFICE,
        DAY,
        copies="省委创先争优活动领导小组办公室；市委常委，市人大常委会、市政府、市政协党组，"
        "市纪委，市法院、市检察院党组",
    )


def ledger(rows: int = 300) -> Iterator[Written]:
    """整改台账 — many rows under a head of two levels, with shares, days and a total."""
    columns = [
        Column("单位", kind="text"),
        Column("问题", width=16),
        Column("查出日期", kind="date", group="查出"),
        Column("件数", kind="number", group="查出"),
        Column("责任人", group="整改"),
        Column("完成期限", kind="date", group="整改"),
        Column("已办结", kind="number", group="整改"),
        Column("办结率", kind="share"),
        Column("备注"),
    ]
    filled = []
    for at in range(rows):
        found, done = 3 + at % 7, (3 + at % 7) - at % 3
        day = date(2010, 6, 1) + timedelta(days=at % 80)
        filled.append(
            (
                TOWNSHIPS[at % 20] + "党委",
                "部分支部集中学习次数不足，补课记录不全，需要逐一核对" if at % 4 == 0 else "签到不规范",
                day,
                found,
                f"{'甲乙丙丁'[at % 4]}某某",
                day + timedelta(days=30),
                done,
                Share(done, found),
                None if at % 5 else "已复查",
            )
        )
    yield "青禾市创先争优活动整改台账"
    yield Sheet("整改台账", columns, filled, total=True, whose="中共青禾市委", as_of=DAY)


def plain_pages() -> Iterator[Written]:
    """满页 — nothing but characters, to count lines and characters of a full page."""
    yield Para("学习承诺评议整改总结表彰" * 150)


def request() -> Iterator[Written]:
    """请示 — a paper that goes upwards, with all that can stand above the red line, sealed, with an attachment."""
    yield Letterhead(
        "中共柳林镇委员会文件",
        "柳发〔2010〕9号",
        urgency="特急",
        secrecy="秘密★1年",
        copy_number="000012",
        signers=("甲某", "乙某某", "丙某某"),
    )
    yield "关于调整创先争优活动集中学习时间安排的请示"
    yield Addressee("市委创先争优活动领导小组办公室：")
    yield "因农忙，拟将8月下旬的集中学习移至9月上旬，学时不减。妥否，请批示。"
    yield Attachments(["集中学习时间安排"])
    yield Signature("中共柳林镇委员会", date(2010, 8, 5), sealed=True)
    yield Note("（联系人：甲某）")
    yield Appendix("集中学习时间安排")
    yield Table(["日期", "内容", "学时"], [(date(2010, 9, 1), "党课", 2), (date(2010, 9, 8), "讨论", 2)])
    yield Colophon("中共柳林镇委员会办公室", date(2010, 8, 5))


def long_names() -> Iterator[Written]:
    """长名称 — an office whose name fills a line, and characters that few fonts have."""
    office = "中共青禾市委深入开展保持共产党员先进性教育活动领导小组办公室"
    yield Letterhead(f"{office}文件", "青先教办〔2010〕118号")
    yield "关于各基层党组织开展先进性教育活动集中学习、公开承诺和民主评议情况的通报"
    yield Addressee("堃喆村党支部、瑄頔社区党支部、古丽巴格·英买里党支部")
    yield "䶮家湾村党支部、㛃河村党支部已经达到要求。"
    yield Table(
        ["党支部", "已达到"], [("堃喆村党支部", 12), ("䶮家湾村党支部", 8), ("古丽巴格·英买里党支部", 9)]
    )
    yield Signature(office, date(2010, 12, 30))
    yield Colophon(office, date(2010, 12, 30), copies=["市委常委", "各督导组"])


def bulletin() -> Iterator[Written]:
    """简报 — with its own head and foot."""
    yield Masthead("创先争优简报", "第12期（总第48期）", OFFICE, DAY)
    yield "柳林镇利用早晚时间组织农村党员学习"
    yield "农忙时节，柳林镇各党支部把集中学习安排在早晚。"
    yield Tailpiece([("报", "市委常委"), ("送", "市直各单位党组"), ("发", "各乡镇党委")], copies=120)
