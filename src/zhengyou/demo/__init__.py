"""青禾市 — a made-up city whose campaign is played for nine months through the same actions that people use.

city        the organisations of the city and the workbook of its roster, made by a seed
people      made-up names, and identity numbers of an unassigned region with telephone numbers nobody has
months      what each branch does, day by day: diligent ones, late ones, one that has to make up
"""

from zhengyou.demo.months import play

__all__ = ["play"]
