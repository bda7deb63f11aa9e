"""What measures may add up about promises."""

from django.utils.translation import gettext_lazy as _

from zhengyou.core.facts import fact_table
from zhengyou.rooms.pledges.models.keeping import Review
from zhengyou.rooms.pledges.models.promises import Pledge
from zhengyou.rooms.pledges.models.wishes import Wish

# A person's first promise in a campaign is marked, so that people add up without being counted twice.
fact_table(
    "pledge",
    {
        "id": "int",
        "org_id": "int",
        "person_id": "int",
        "campaign_id": "int",
        "on_day": "date",
        "kind": "text",
        "done": "int",
        "first": "int",
    },
    """select p.id, p.organisation_id as org_id, p.person_id, p.campaign_id, p.published_on as on_day, p.kind,
    case when exists (select 1 from pledges_step as s where s.pledge_id = p.id and not exists (
        select 1 from pledges_fulfilment as f where f.step_id = s.id)) then 0 else 1 end as done,
    case when exists (
        select 1 from pledges_pledge as e where e.person_id = p.person_id and e.campaign_id = p.campaign_id
        and e.published_on is not null and e.withdrawn_on is null
        and (e.published_on < p.published_on or (e.published_on = p.published_on and e.id < p.id))
    ) then 0 else 1 end as first
    from pledges_pledge as p where p.published_on is not null and p.withdrawn_on is null""",
    {"kind": _("种类"), "done": _("各步都做到")},
    {"kind": dict(Pledge.Kind.choices)},
)
# A step counts from the day on which it is due; what was due before a promise was withdrawn stays due.
fact_table(
    "pledge_step",
    {
        "id": "int",
        "org_id": "int",
        "person_id": "int",
        "campaign_id": "int",
        "on_day": "date",
        "kept": "int",
        "fulfilled_on": "date",
        "proven": "int",
    },
    """select s.id, p.organisation_id as org_id, p.person_id, p.campaign_id, s.due_on as on_day,
    case when f.id is null then 0 else 1 end as kept, f.on_day as fulfilled_on,
    case when f.meeting_id is not null or f.finding_id is not null or f.paper <> '' then 1 else 0 end as proven
    from pledges_step as s
    join pledges_pledge as p on p.id = s.pledge_id
    left join pledges_fulfilment as f on f.step_id = s.id
    where p.published_on is not null and (p.withdrawn_on is null or s.due_on <= p.withdrawn_on)""",
    {"kept": _("已兑现"), "fulfilled_on": _("做到的日子"), "proven": _("有据可查")},
)
# A promise may be judged by several: the first judgement makes it judged, the latest says how.
fact_table(
    "pledge_review",
    {
        "id": "int",
        "org_id": "int",
        "person_id": "int",
        "campaign_id": "int",
        "on_day": "date",
        "source": "text",
        "verdict": "text",
        "first": "int",
        "latest": "int",
    },
    """select r.id, p.organisation_id as org_id, p.person_id, p.campaign_id, r.on_day, r.source, r.verdict,
    case when exists (select 1 from pledges_review as e where e.pledge_id = r.pledge_id
        and (e.on_day < r.on_day or (e.on_day = r.on_day and e.id < r.id))) then 0 else 1 end as first,
    case when exists (select 1 from pledges_review as e where e.pledge_id = r.pledge_id
        and (e.on_day > r.on_day or (e.on_day = r.on_day and e.id > r.id))) then 0 else 1 end as latest
    from pledges_review as r join pledges_pledge as p on p.id = r.pledge_id""",
    {"source": _("谁评的"), "verdict": _("结论")},
    {"source": dict(Review.Source.choices), "verdict": dict(Review.Verdict.choices)},
)
# A wish counts on the day it was voiced; whose own it is, is nobody's to add up.
fact_table(
    "wish",
    {
        "id": "int",
        "org_id": "int",
        "campaign_id": "int",
        "on_day": "date",
        "origin": "text",
        "answered_on": "date",
    },
    """select w.id, w.organisation_id as org_id, w.campaign_id, w.on_day, w.origin, a.on_day as answered_on
    from pledges_wish as w left join pledges_wishanswer as a on a.wish_id = w.id""",
    {"origin": _("谁提的"), "answered_on": _("答复日期")},
    {"origin": dict(Wish.Origin.choices)},
)
