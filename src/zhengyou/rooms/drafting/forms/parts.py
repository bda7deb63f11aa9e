"""Fields that several forms have."""

from typing import Any

from django import forms


def words(rows: int = 3, **given: Any) -> forms.CharField:
    """A sentence or two."""
    return forms.CharField(widget=forms.Textarea(attrs={"rows": rows}), **given)
