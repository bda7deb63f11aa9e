"""青禾市 — a made-up city whose campaign is played for nine months through the same actions that people use.

city        the organisations of the city and the workbook of its roster, made by a seed
people      made-up names, and identity numbers of an unassigned region with telephone numbers nobody has
cast        how the branches differ
beginning   the city taken in, the accounts, the campaign issued
months      who lives when: everything that happens, in the order of the calendar (schedule)
lives       what they do, one subject a file
sample      a town of four branches to play with, from the same lives
"""

from zhengyou.demo.months import play

__all__ = ["play"]
