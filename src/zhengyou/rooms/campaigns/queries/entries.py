"""What one entry of a kind costs in minutes, and on what that stands: assumptions, written down to be disputed.

Nobody is timed. A minute here is read off the form: how many fields it has, how many names are ticked.
Taking part is another thing than entering: it is shown beside it and never called formalism.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext_lazy as _

# Half a working day a month, to which one district cut the form work of its villages.
BUDGET = 240  # minutes a month that an organisation may be asked to enter
WEEK = 90  # minutes a week above which two campaigns are said to meet
BUDGET_GROUND = _("每个组织每月录入不超过半个工作日：有的地方把村级填表时间减到了这个数")


@dataclass(frozen=True)
class Entry:
    """登记 — one kind of fact: what it costs the branch each time, and for each person, and who takes part how long."""

    fact: str
    title: Any
    ground: Any
    holds: int = (
        1  # how many units of the measure one time yields: a meeting of 90 minutes holds two class hours
    )
    each: Fraction = Fraction(0)  # minutes of the organisation each time, however many are there
    head: Fraction = Fraction(0)  # minutes of the organisation for each person each time
    taking: int = 0  # minutes of each person who takes part
    expected: Fraction = Fraction(
        1
    )  # times for each organisation, or person, where a notice lays down no number


ENTRIES = {
    e.fact: e
    for e in (
        Entry(
            "attendance",
            _("会议和点名"),
            _("一次90分钟，合2学时；排一次会填题目、时间、地点约3分钟，点一个名约10秒"),
            holds=2,
            each=Fraction(3),
            head=Fraction(1, 6),
            taking=90,
        ),
        Entry("missed", _("补课登记"), _("十人中约一人缺一次课；登记补课约2分钟"), head=Fraction(1, 5)),
        Entry("work", _("笔记、心得批阅登记"), _("登记一篇约1分钟；写一篇约2小时"), head=Fraction(1), taking=120),
        Entry("pledge", _("承诺登记"), _("事项和每步时间约4栏，3分钟；想清楚、写下来约20分钟"), head=Fraction(3), taking=20),
        Entry("pledge_step", _("说做到哪一步"), _("一份承诺约3步；每步写一句，约1分钟"), head=Fraction(1), expected=Fraction(3)),
        Entry("pledge_review", _("评诺登记"), _("一份承诺记一次结果，约1分钟"), head=Fraction(1)),
        Entry("cover", _("单位覆盖登记"), _("一家单位约5栏，2分钟；一个支部联系约3家"), each=Fraction(2), expected=Fraction(3)),
        Entry("reading", _("必读篇目登记"), _("约5篇；读完打一个勾约10秒，读一篇约45分钟"), head=Fraction(1, 6), taking=45, expected=Fraction(5)),
        Entry("review_week", _("笔记批阅登记"), _("约8周；一周登记一次约2分钟"), each=Fraction(2), expected=Fraction(8)),
        Entry("gate_due", _("转段申请"), _("一次点击加核对约5分钟"), each=Fraction(5)),
    )
}  # fmt: skip
ALIKE = {"passage": "gate_due"}  # counted on another table, entered by the same deed
OTHER = Entry("", _("其他登记"), _("没有专门估计的，每次按3分钟计"), each=Fraction(3))
STATED = Entry("stated", _("方案包写明的"), _("方案包里写明了每次几分钟、几次"))
MEETING = Entry(
    "meeting", _("转段分析会"), _("排会、点名、写议定事项约10分钟；开会90分钟"),
    each=Fraction(10), head=Fraction(1, 6), taking=90,
)  # fmt: skip
QUESTION = Entry("answer", _("回头看的一个问题"), _("点是或否，答“否”写一句，约2分钟"), each=Fraction(2))
ADOPTION = Entry("plan", _("照此执行"), _("一次点击，连读要求约1分钟"), each=Fraction(1))
OWN_PLAN = Entry("filed_plan", _("本单位方案"), _("写一份、讨论一次约4小时"), each=Fraction(240))


def entry_for(fact: str | None) -> Entry:
    """What entering a kind of fact costs."""
    return ENTRIES.get(ALIKE.get(fact or "", fact or ""), OTHER)
