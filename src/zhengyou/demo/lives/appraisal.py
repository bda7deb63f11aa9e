"""The appraisal of the play: a scheme in autumn and one for the year, points with reasons, disputes, a way out."""

from datetime import date
from typing import Any

from zhengyou.core.models import Organisation
from zhengyou.demo.cast import Branch
from zhengyou.demo.schedule import Life
from zhengyou.rooms.accounts.models import User
from zhengyou.rooms.appraisal.actions import (
    dispute_score,
    give_mark,
    issue_scheme,
    plan_remedy,
    reply_to_dispute,
    report_duty,
)
from zhengyou.rooms.appraisal.models import Dispute, Mark, Scheme
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.ratings.models import Round

YEAR = "2010年度考评"
AUTUMN = [{"number": "A", "name": "到期步骤兑现", "full": 100, "measure": "pledges_kept"}]
CRITERIA = [
    {
        "number": "A",
        "name": "承诺兑现",
        "children": [
            {"number": "A1", "name": "到期步骤兑现", "full": 30, "measure": "pledges_kept"},
            {"number": "A2", "name": "评定做到", "full": 20, "measure": "judged_kept_share"},
        ],
    },
    {
        "number": "B",
        "name": "三方测评",
        "children": [
            {"number": "B1", "name": "党员测评", "full": 15, "groups": ["below"]},
            {"number": "B2", "name": "上级考评", "full": 10, "groups": ["above"]},
            {"number": "B3", "name": "群众评议", "full": 25, "groups": ["public"]},
        ],
    },
]
CLAUSES: list[dict[str, Any]] = [
    {"kind": "bonus", "words": "做法在全市推广", "most": 2},
    {"kind": "bonus", "words": "帮助后进支部转化见效", "most": 1},
    {"kind": "deduction", "words": "群众反映的事拖着不办", "most": 2},
    {"kind": "veto", "words": "弄虚作假", "at_most": "middle"},
]
# Where, by which clause, points, day, why.
MARKS: tuple[tuple[str, int, str, date, str], ...] = (
    ("河西村", 0, "2", date(2010, 11, 3), "党员带户学技术的做法，市里开了现场会"),
    ("茶山村", 0, "1.5", date(2010, 11, 17), "村务公开“一月一册”在全市推开"),
    ("桃溪社区", 1, "1", date(2010, 12, 8), "结对帮扶西坡村，生产路已通"),
    ("渔港村", 2, "2", date(2010, 11, 30), "路灯坏了两个月，群众三次反映没有人修"),
    ("北关村", 2, "1", date(2010, 12, 2), "自来水收费的事反映后超期没有答复"),
)


def lay_down(campaign: Campaign, office: User) -> Life:
    """The scheme of the autumn, then that of the year once the boxes are opened."""
    yield date(2010, 9, 25), 9
    issue_scheme(
        office,
        campaign,
        name="2010年三季度考评",
        number="青创先办〔2010〕7号",
        criteria=AUTUMN,
        starts_on=campaign.starts_on,
        ends_on=date(2010, 9, 30),
    )
    yield date(2010, 12, 20), 9
    round = Round.objects.get(name="2010年度民主测评")
    issue_scheme(
        office,
        campaign,
        name=YEAR,
        number="青创先办〔2010〕11号",
        criteria=CRITERIA,
        clauses=CLAUSES,
        most_bonus="3",
        starts_on=campaign.starts_on,
        ends_on=date(2010, 12, 31),
        round_id=round.pk,
    )


def appraise(played: list[Branch], office: User) -> Life:
    """Points given at the year's end; a dispute that holds, one that still waits; a way out."""
    yield date(2010, 12, 27), 10
    scheme = Scheme.objects.get(name=YEAR)
    clauses = list(scheme.clauses.all())
    places: dict[str, Organisation] = {b.name: b.organisation for b in played}
    secretaries: dict[str, Any] = {b.name: b.secretary for b in played}
    for name, clause, points, day, words in MARKS:
        give_mark(office, places[name], clause=clauses[clause], points=points, on_day=day, words=words)
    yield date(2011, 1, 5), 11
    dispute_score(
        secretaries["北关村"],
        places["北关村"],
        scheme=scheme,
        mark=Mark.objects.get(organisation=places["北关村"]),
        words="收费的事是11月29日才转到我村，12月1日已经答复，有群众签字。",
    )
    yield date(2011, 1, 7), 15
    found = "查了转办单和答复书：11月29日收到，12月1日答复，没有超期，扣分撤销。"
    reply_to_dispute(office, Dispute.objects.get(organisation=places["北关村"]), holds=True, words=found)
    yield date(2011, 1, 8), 10
    plan_remedy(
        office,
        places["渔港村"],
        scheme=scheme,
        why="路灯的事群众三次反映没有人修，承诺的几步没有交代",
        what="先修好主街路灯，公开栏按月更新，请群众再看一次",
        helper=places["渔港村"].parent or places["渔港村"],
        due_on=date(2011, 3, 31),
    )
    yield date(2011, 1, 10), 9
    report_duty(
        secretaries["石桥村"],
        places["石桥村"],
        scheme=scheme,
        done="生产路修到了三组，群众出义务工，没有向户里收钱。",
        lacking="电教室只开了一半的周六，值班没有排定。",
        next="一月底前排出全年值班表，贴在门口。",
    )
    yield date(2011, 1, 12), 16
    dispute_score(
        secretaries["石桥村"],
        places["石桥村"],
        scheme=scheme,
        criterion=scheme.criteria.get(number="A1"),
        words="有一步是修路遇雨停工，12月已补做，请核对。",
    )
