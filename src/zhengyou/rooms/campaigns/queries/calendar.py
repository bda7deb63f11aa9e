"""日历 — what is coming for an organisation or a person: meetings, days by which something is asked, own promises."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext as _

from zhengyou.core import clock
from zhengyou.core.calendars import Entry
from zhengyou.core.models import Organisation
from zhengyou.core.permissions import orgs_where
from zhengyou.rooms.campaigns.models import Requirement
from zhengyou.rooms.campaigns.queries.asking import requirements_of
from zhengyou.rooms.campaigns.queries.seen import campaigns_seen_by
from zhengyou.rooms.meetings.queries import held_since

KEPT = timedelta(days=31)  # how long what is over stays in a calendar


def calendar_of_organisation(viewer: Any, pk: int) -> tuple[Organisation, list[Entry]] | None:
    """An organisation with its meetings, stages and due days; nothing for whoever may not see how far it is."""
    organisation = orgs_where(viewer, "see_progress").filter(pk=pk).first()
    if organisation is None:
        return None
    return organisation, [*_meetings(organisation), *_asked(viewer, organisation, personal=False)]


def calendar_of_person(viewer: Any, home: Organisation) -> list[Entry]:
    """The meetings of one's own organisation, and by when something is asked of everybody in it."""
    return [*_meetings(home), *_asked(viewer, home, personal=True)]


def _meetings(organisation: Organisation) -> Iterator[Entry]:
    for m in held_since(organisation, clock.today() - KEPT):
        words = "\n".join(filter(None, [m.get_kind_display(), m.agenda]))
        yield Entry(f"meeting-{m.pk}", m.title, m.held_on, m.starts_at, m.minutes, m.place, words)


def _asked(viewer: Any, organisation: Organisation, *, personal: bool) -> Iterator[Entry]:
    """What running campaigns ask by which day; stages for organisations only."""
    since = clock.today() - KEPT
    running = campaigns_seen_by(viewer).filter(issued_on__isnull=False, ends_on__gte=since)
    for campaign in running.prefetch_related("stages"):
        for r in requirements_of(campaign, organisation):
            if r.due_on >= since and (not personal or r.grain == Requirement.Grain.PERSON):
                title = _("截止：%(what)s") % {"what": r.name}
                yield Entry(f"requirement-{r.pk}", title, r.due_on, words=f"{campaign.name}\n{r.asks}")
        for stage in () if personal else campaign.stages.all():
            if stage.ends_on >= since:
                title = _("%(stage)s阶段结束") % {"stage": stage.name}
                yield Entry(f"stage-{stage.pk}", title, stage.ends_on, words=campaign.name)
