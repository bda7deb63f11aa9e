"""安静时段 — reminders go out on working days, in office hours; the rest of life is quiet."""

from datetime import datetime

from django.utils import timezone

from zhengyou.core.workdays import is_workday

FROM, UNTIL = 8, 18  # o'clock


def may_go_out(moment: datetime) -> bool:
    """Whether a reminder may go out at a moment, by the clock and the calendar of this place."""
    here = timezone.localtime(moment)
    return FROM <= here.hour < UNTIL and is_workday(here.date())
