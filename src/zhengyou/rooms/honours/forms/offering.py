"""Choosing among rows that are offered, and a sentence or two."""

from collections.abc import Iterable
from typing import Any

from django import forms


class Offering(forms.ChoiceField):
    """One row out of those that are offered."""

    def offer(self, rows: Iterable[Any], label: Any = str) -> None:
        self.rows = {str(row.pk): row for row in rows}
        self.choices = [(key, label(row)) for key, row in self.rows.items()]

    def clean(self, value: Any) -> Any:
        chosen = super().clean(value)
        return self.rows.get(chosen)


class OfferingMany(forms.MultipleChoiceField):
    """Rows out of those that are offered, all of them ticked at first."""

    widget = forms.CheckboxSelectMultiple

    def offer(self, rows: Iterable[Any], label: Any = str) -> None:
        self.rows = {str(row.pk): row for row in rows}
        self.choices = [(key, label(row)) for key, row in self.rows.items()]
        self.initial = list(self.rows)

    def clean(self, value: Any) -> Any:
        return [self.rows[key] for key in super().clean(value)]
