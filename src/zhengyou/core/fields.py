"""Fields that forms of every room share."""

from typing import Any

from django import forms


def day(**given: Any) -> forms.DateField:
    """A day, chosen in the browser's own way, which wants it written 2010-06-30 whatever the language."""
    return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **given)


def words(rows: int = 2, **given: Any) -> forms.CharField:
    """A sentence or two."""
    return forms.CharField(widget=forms.Textarea(attrs={"rows": rows}), **given)
