"""The town in the middle of everything, its names and words spelled in letters.

Whatever is still Chinese on its pages then comes from the code, not from what people entered.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from types import SimpleNamespace
from typing import Any

from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.db import connection, models

from tests import town as made
from zhengyou.core.models import Role
from zhengyou.rooms.campaigns.models import Requirement
from zhengyou.rooms.gates.actions import (
    answer_item,
    apply_for_gate,
    decide_passage,
    inspect_application,
    open_gate,
)
from zhengyou.rooms.meetings.actions import call_meeting, close_list, record_list, record_make_up
from zhengyou.rooms.meetings.models import Attendance
from zhengyou.rooms.pledges.actions import (
    change_pledge,
    discuss_pledge,
    draft_pledge,
    fulfil_step,
    publish_pledge,
    review_pledge,
    withdraw_pledge,
)
from zhengyou.rooms.ratings.actions import cast_ballot, close_round, issue_tokens, open_round, rate_self

CHINESE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]")
GOOD = ["good", "fair"]


def play(t: SimpleNamespace, on: Callable[[date], None]) -> SimpleNamespace:
    """Let two months of the campaign happen, so that every kind of sentence has a reason to stand on a page."""
    t.north = made.organisation(t.committee, "1.1.3", "北街社区党支部", "北街社区", "branch", "community")
    t.north_secretary = made.account("north", Role.SECRETARY, t.north, made.person("钱丽", t.north))
    _ask_more(t)
    _meet(t, on)
    _pledge(t, on)
    _pass_gates(t, on)
    _rate(t, on)
    on(date(2010, 9, 14))
    return t


def _ask_more(t: SimpleNamespace) -> None:
    """A requirement of every branch and one of every step, beside that of every member."""
    common = {"organisation": t.city, "entered_by": t.office, "campaign": t.campaign, "stage": t.second}
    Requirement.objects.create(
        **common, code="own", name="支部承诺", asks="每个支部公开承诺2项", rule="branch_pledged",
        grain="organisation", needs={"organisation_pledges": "2"}, due_on=date(2010, 9, 20),
    )  # fmt: skip
    Requirement.objects.create(
        **common, code="steps", name="步骤兑现", asks="到期的步骤都要做到", rule="steps_fulfilled", grain="fact",
        due_on=date(2010, 9, 20),
    )  # fmt: skip


def _meet(t: SimpleNamespace, on: Callable[[date], None]) -> None:
    on(date(2010, 6, 2))
    past = {"kind": "study", "minutes": 180, "campaign": t.campaign, "place": "村委会"}
    t.meeting = call_meeting(t.east_secretary, t.east, title="学习党章", held_on=date(2010, 6, 1), **past)
    record_list(
        t.east_secretary, t.meeting, hows={t.li.pk: "present", t.wang.pk: "leave", t.liu.pk: "at_home"}
    )
    close_list(t.east_secretary, t.meeting)
    missed = Attendance.objects.get(meeting=t.meeting, person=t.chen)
    record_make_up(t.east_secretary, missed, on_day=date(2010, 6, 2))
    on(date(2010, 9, 13))
    t.open_meeting = call_meeting(
        t.east_secretary, t.east, title="再学一次", held_on=date(2010, 9, 13), **past
    )
    ahead = {**past, "kind": "lecture", "place": ""}
    call_meeting(t.east_secretary, t.east, title="听一课", held_on=date(2010, 9, 16), **ahead)


def _pledge(t: SimpleNamespace, on: Callable[[date], None]) -> None:
    on(date(2010, 7, 1))
    steps = [(f"第{n}步", date(2010, 7 + n, 14)) for n in range(4)]
    given = {"campaign": t.campaign, "what": "修一条路", "how_seen": "路通了", "steps": steps}
    t.pledge = publish_pledge(t.east_secretary, draft_pledge(t.east_secretary, t.east, **given))
    mine = draft_pledge(t.member, t.east, **{**given, "what": "帮一户人家"}, person=t.li)
    t.mine = publish_pledge(t.member, mine)
    t.dropped = publish_pledge(t.east_secretary, draft_pledge(t.east_secretary, t.east, **given))
    t.draft = draft_pledge(t.east_secretary, t.east, **{**given, "what": "办一件事"})
    on(date(2010, 8, 20))
    withdraw_pledge(t.east_secretary, t.dropped, why="做不了")
    early, late = t.pledge.steps.all()[:2]
    fulfil_step(t.east_secretary, early, words="做完了", on_day=date(2010, 7, 10))
    fulfil_step(t.east_secretary, late, words="补做了")
    change_pledge(t.east_secretary, t.pledge, what="修一条好路", why="说清楚")
    discuss_pledge(t.east_secretary, t.pledge, words="大家都说好")
    votes = {"kept": 9, "partly": 3, "not_kept": 1}
    review_pledge(t.east_secretary, t.pledge, source="public", votes=votes, words="再快些")
    review_pledge(t.office, t.pledge, source="above", verdict="kept")


def _pass_gates(t: SimpleNamespace, on: Callable[[date], None]) -> None:
    """Branches at every place of the first gate, all of them before the second."""
    on(date(2010, 8, 21))
    t.gate = open_gate(t.office, t.campaign, stage=t.first, items=[{"words": "意见都答复了吗"}])
    for branch, secretary in _branches(t):
        item = t.gate.items.get()
        answer_item(
            secretary, branch, item=item, yes=branch != t.west, words="" if branch != t.west else "差一条"
        )
        branch.application = apply_for_gate(secretary, branch, gate=t.gate)
    for branch, holds in ((t.east, False), (t.west, True), (t.north, True)):
        found = {"sample": "三户", "finding": "看过了", "holds": holds}
        inspect_application(t.supervisor, branch.application, **found)
    how = {"to_make_up": "重新答复", "due_on": date(2010, 9, 30), "words": "抓紧"}
    decide_passage(t.office, t.east.application, how="make_up", **how)
    decide_passage(t.office, t.north.application, how="pass")
    asked = [{"requirement": r} for r in t.campaign.requirements.all()]
    t.next_gate = open_gate(
        t.office, t.campaign, stage=t.second, items=[*asked, {"meeting": True}, {"words": "做到了吗"}]
    )


def _branches(t: SimpleNamespace) -> list[tuple[Any, Any]]:
    return [
        (t.east, t.east_secretary),
        (t.west, t.west_secretary),
        (t.river, t.river_secretary),
        (t.north, t.north_secretary),
    ]


def _rate(t: SimpleNamespace, on: Callable[[date], None]) -> None:
    on(date(2010, 9, 1))
    given = {
        "campaign": t.campaign, "opens_on": date(2010, 9, 1), "questions": ["办得怎么样", "管得怎么样"],
        "groups": ["below", "peers", "public", "self"], "subjects": [t.east, t.west],
    }  # fmt: skip
    t.counted = open_round(t.office, t.committee, name="上次测评", closes_on=date(2010, 9, 5), **given)
    subject = t.counted.subjects.get(organisation=t.east)
    for group, votes in (("below", 3), ("peers", 3), ("public", 6)):
        box = subject.boxes.get(group=group)
        for code in issue_tokens(t.office, box, number=votes):
            cast_ballot(AnonymousUser(), box, code=code, answers=GOOD)
    rate_self(t.east_secretary, subject, answers=GOOD)
    t.round = open_round(t.office, t.committee, name="这次测评", closes_on=date(2010, 9, 30), **given)
    t.code = issue_tokens(
        t.office, t.round.subjects.get(organisation=t.east).boxes.get(group="public"), number=2
    )[0]
    on(date(2010, 9, 6))
    close_round(t.office, t.counted)


# ── spelling ──────────────────────────────────────────────────────────────────


def spell_in_letters() -> None:
    """Put letters for every Chinese character that somebody entered; choices are codes and stay."""
    with unguarded():
        for model in apps.get_models():
            fields = [f for f in model._meta.concrete_fields if _holds_words(f)]
            for row in model._default_manager.all():
                changed = {f.name: spelled(getattr(row, f.attname)) for f in fields}
                if any(getattr(row, name) != value for name, value in changed.items()):
                    model._default_manager.filter(pk=row.pk).update(**changed)


@contextmanager
def unguarded() -> Iterator[None]:
    """What the database refuses to have changed is spelled all the same: its guards stand aside meanwhile."""
    with connection.cursor() as cursor:
        cursor.execute("select name, sql from sqlite_master where type = 'trigger'")
        guards = cursor.fetchall()
        for name, _sql in guards:
            cursor.execute(f'drop trigger "{name}"')
        yield
        for _name, sql in guards:
            cursor.execute(sql)


def _holds_words(field: Any) -> bool:
    return isinstance(field, models.CharField | models.TextField | models.JSONField) and not field.choices


def spelled(value: Any) -> Any:
    """The same value with letters for Chinese characters, always the same ones for the same character."""
    match value:
        case str():
            return CHINESE.sub(lambda m: _letters(m.group()), value)
        case list():
            return [spelled(v) for v in value]
        case dict():
            return {k: spelled(v) for k, v in value.items()}
        case _:
            return value


def _letters(character: str) -> str:
    # The secretary's post is found by its title.
    number = ord(character)
    return chr(97 + number % 26) + chr(97 + number // 26 % 26)


def chinese_in(html: str) -> Iterator[str]:
    """What is Chinese in a page, with a few words around it; the switch back is meant to be."""
    shown = re.sub(r"<!--.*?-->|<button[^>]*lang=\"zh-Han[st]\">(?:中文|繁體)</button>", "", html, flags=re.S)
    for found in re.finditer(f"{CHINESE.pattern}+", shown):
        yield shown[max(0, found.start() - 40) : found.end() + 20]
