"""A pack played through on the town: laid down, issued, its gates opened, and branches on their way through them."""

import csv
import io
import zipfile
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any

from zhengyou.core import clock
from zhengyou.core.engines import Live
from zhengyou.core.models import Organisation
from zhengyou.packs import gate_of, load_text, shipped_pack, taken
from zhengyou.rooms.campaigns.actions import close_campaign, draft_campaign, issue_campaign
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.campaigns.papers import archive_of
from zhengyou.rooms.campaigns.queries import progress_of
from zhengyou.rooms.gates.actions import (
    answer_item,
    apply_for_gate,
    decide_passage,
    inspect_application,
    open_gate,
    put_forward,
)
from zhengyou.rooms.gates.models import Decision, Gate
from zhengyou.rooms.meetings.actions import call_meeting, close_list, record_list
from zhengyou.rooms.meetings.queries import due_at
from zhengyou.rooms.pledges.actions import draft_pledge, fulfil_step, publish_pledge
from zhengyou.rooms.pledges.models import Step
from zhengyou.rooms.supervision.actions import assign_group, form_group, join_group, record_presence


def issued(town: Any, code: str, starts_on: date) -> Campaign:
    """A shipped pack that begins on a day: laid down by the city's office, issued, every gate opened."""
    pack = taken(shipped_pack(code), starts_on=starts_on)
    campaign = draft_campaign(town.office, town.city, pack=pack)
    issue_campaign(town.office, campaign)
    group = form_group(town.office, town.city, campaign=campaign, name="第一督导组")
    join_group(town.office, group, user=town.supervisor)
    assign_group(town.office, group, organisation=town.city)
    requirements = {r.code: r for r in campaign.requirements.all()}
    for stage in campaign.stages.all():
        laid_down = gate_of(pack, stage.number)
        items = [
            item | ({"requirement": requirements[item["requirement"]]} if "requirement" in item else {})
            for item in laid_down["items"]
        ]
        needed = {key: laid_down[key] for key in ("present", "application", "inspection")}
        for kind in laid_down["kinds"] if items else ():
            open_gate(town.office, campaign, stage=stage, items=items, kind=kind, **needed)
    return campaign


def gate(campaign: Campaign, number: int, kind: str = "branch") -> Gate:
    return Gate.objects.get(campaign=campaign, stage__number=number, kind=kind)


def pledge(
    by: Any, where: Organisation, campaign: Campaign, what: str, *due: date, person: Any = None
) -> list[Step]:
    """A promise with a step for each day, published; its steps."""
    steps = [(f"第{n}步", day) for n, day in enumerate(due, 1)]
    made = draft_pledge(
        by, where, campaign=campaign, what=what, how_seen="群众看得到", steps=steps, person=person
    )
    publish_pledge(by, made)
    return list(made.steps.all())


def fulfil(by: Any, steps: Iterable[Step]) -> None:
    for step in steps:
        fulfil_step(by, step, words="做到了")


def study(
    by: Any, where: Organisation, campaign: Campaign, day: date, hows: dict[int, str] | None = None
) -> Any:
    """Four class hours together, everybody present who is not named otherwise."""
    meeting = call_meeting(
        by, where, kind="study", title=f"{day:%m-%d}集中学习", held_on=day, minutes=180, campaign=campaign
    )
    record_list(by, meeting, hows={p.pk: "present" for p in due_at(meeting)} | (hows or {}))
    close_list(by, meeting)
    return meeting


def look_back(town: Any, by: Any, where: Organisation, at: Gate, *, supervised: bool = True) -> None:
    """Answer every question and hold the transition meeting, where the gate wants one."""
    for item in at.items.filter(by="asked"):
        answer_item(by, where, item=item, yes=True)
    if at.items.filter(by="meeting").exists():
        meeting = call_meeting(
            by, where, kind="transition", title="转段分析会", held_on=clock.today(), minutes=90, stage=at.stage,
        )  # fmt: skip
        close_list(by, meeting)
        if supervised:
            record_presence(by, meeting, who=town.supervisor, capacity="supervision_group")


def applied(town: Any, by: Any, where: Organisation, at: Gate, *, holds: bool = True) -> Any:
    """Apply, or be put forward where the gate asks for no application; be inspected where it asks for that."""
    if at.application:
        application = apply_for_gate(by, where, gate=at)
    else:
        application = put_forward(town.office, where, gate=at)
    if at.inspection:
        words = "相符" if holds else "有一次没有讨论"
        inspect_application(town.supervisor, application, sample="3次会议的名单", finding=words, holds=holds)
    return application


def passes(town: Any, by: Any, where: Organisation, at: Gate) -> None:
    decide_passage(town.office, applied(town, by, where, at), how="pass")


def sent_back(town: Any, by: Any, where: Organisation, at: Gate, days: int) -> None:
    """Inspected, found wanting, and told what to make up by when."""
    application = applied(town, by, where, at, holds=False)
    due_on = clock.today() + timedelta(days=days)
    decide_passage(town.office, application, how="make_up", to_make_up="补开一次讨论会", due_on=due_on)


def who_passed(at: Gate) -> dict[str, date]:
    """The day on which each organisation was let through."""
    found = Decision.objects.filter(application__gate=at, how="pass").select_related(
        "application__organisation"
    )
    return {d.application.organisation.short_name: d.decided_on for d in found}


def made_up(campaign: Campaign) -> list[str]:
    """Who was told to make something up, in order."""
    found = Decision.objects.filter(application__gate__campaign=campaign).exclude(how="pass").order_by("pk")
    return [d.application.organisation.short_name for d in found.select_related("application__organisation")]


def by_level(town: Any, campaign: Campaign, code: str) -> dict[str, tuple[int, int]]:
    """Due and met of a requirement at every level that has any."""
    requirement = campaign.requirements.get(code=code)
    found = progress_of(campaign, town.city, Live())
    names = dict(Organisation.objects.values_list("pk", "short_name"))
    return {
        names[org]: (row[requirement.pk].due, row[requirement.pk].met)
        for org, row in found.items()
        if requirement.pk in row and row[requirement.pk].due
    }


def archived(town: Any, campaign: Campaign, on: Callable[[date], None]) -> dict[str, tuple[int, int]]:
    """Summed up on the day after its last and archived: due and met of each requirement at the top, as the zip says."""
    on(campaign.ends_on + timedelta(days=1))
    close_campaign(town.office, campaign, words="行之有效的做法留下来，没有做完的写明谁来办、何时办。")
    archive = zipfile.ZipFile(io.BytesIO(archive_of(campaign)))

    def read(name: str) -> str:
        return archive.read(f"{campaign.code}/{name}").decode("utf-8-sig")

    assert load_text(read("pack.yaml")) == campaign.pack, "what was laid down leaves whole"
    rows = csv.DictReader(io.StringIO(read("progress.csv")))
    return {
        row["requirement"]: (int(row["due"]), int(row["met"]))
        for row in rows
        if row["organisation"] == campaign.organisation.code
    }
