"""青禾市 — a made-up city whose campaign is played for nine months through the same actions that people use.

city        the organisations of the city and the workbook of its roster, made by a seed
people      made-up names, and identity numbers of an unassigned region with telephone numbers nobody has
cast        how the branches differ
months      who lives when: everything that happens, in the order of the calendar (schedule)
ground      units covered, ties, members away, hand-overs
study, promises, gates, supervising, ratings, appraisal    what they do
"""

from zhengyou.demo.months import play

__all__ = ["play"]
