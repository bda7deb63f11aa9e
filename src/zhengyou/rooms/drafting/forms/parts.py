"""Fields that several forms have."""

from typing import Any

from django import forms


def day(**given: Any) -> forms.DateField:
    """A day, picked from a calendar where the browser has one."""
    return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **given)


def words(rows: int = 3, **given: Any) -> forms.CharField:
    """A sentence or two."""
    return forms.CharField(widget=forms.Textarea(attrs={"rows": rows}), **given)
