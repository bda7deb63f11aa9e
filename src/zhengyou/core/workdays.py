"""工作日 — working days of the Chinese calendar, with the make-up days that the State Council announces.

Source: the yearly notice 国务院办公厅关于部分节假日安排的通知, as kept by the package ``chinesecalendar``.
For a year it does not know yet, Monday to Friday count as working days.
"""

from datetime import date, timedelta

import chinese_calendar


def is_workday(day: date) -> bool:
    """Whether offices work on a day; swapped Saturdays and Sundays count as they are announced."""
    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return day.weekday() < 5


def workdays_after(day: date, number: int) -> date:
    """The day on which the n-th working day after a day falls: N个工作日内 ends there."""
    if number < 0:
        raise ValueError("a time limit cannot be negative")
    while number:
        day += timedelta(days=1)
        number -= is_workday(day)
    return day


def workdays_between(first: date, last: date) -> int:
    """How many working days lie after the first day, up to and including the last; negative if it is past."""
    if last < first:
        return -workdays_between(last, first)
    return sum(is_workday(first + timedelta(days=n)) for n in range(1, (last - first).days + 1))
