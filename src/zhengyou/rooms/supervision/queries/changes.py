"""上次督导以来 — what has changed at an organisation since the group was last there, from facts that exist anyway."""

from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction

from zhengyou.core import clock
from zhengyou.core.engines import Live
from zhengyou.core.figures import figures_by_org
from zhengyou.core.measures import MEASURES
from zhengyou.core.models import Organisation
from zhengyou.core.rollup import Window
from zhengyou.core.rules import number
from zhengyou.rooms.supervision.models import SupervisionGroup

# What people did, none of it a report: promises kept, lessons made up, findings put right.
TOLD = ("steps_kept", "made_up_lessons", "findings_put_right")


def changes_since(
    organisation: Organisation, group: SupervisionGroup, visited: Mapping[int, date]
) -> list[str]:
    """What was done at or below an organisation since the day after its last visit, else since the group was sent out."""
    last = visited.get(organisation.pk)
    since = last + timedelta(days=1) if last else group.starts_on
    today = clock.today()
    if since > today:
        return []
    window = Window(today, since, group.campaign_id)
    found = figures_by_org(Live(), list(TOLD), organisation, window, 0)[organisation.pk]
    return [_told(name, value) for name in TOLD if (value := found[name].value)]


def _told(name: str, value: Fraction) -> str:
    measure = MEASURES[name]
    return f"{measure.title} {number(value)}{measure.unit_of(value)}"
