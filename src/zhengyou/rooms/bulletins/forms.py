"""What is filled in about circulars."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhengyou.core.fields import words
from zhengyou.rooms.appraisal.queries import TIER_WORDS


def _banded(one: Any) -> str:
    """An organisation in its band, with the way out where it lags."""
    whose = f"{one.above} {one.organisation.short_name}"
    if one.words == str(TIER_WORDS[one.band]):
        return whose
    return gettext("%(told)s：%(words)s") % {"told": whose, "words": one.words}


class ChooseForm(forms.Form):
    """起草通报 — which of the results, those beneath one organisation together; of an appraisal, those of one band."""

    lines = forms.MultipleChoiceField(label=_("通报哪些"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, offered: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = {one.key: one for one in offered}
        groups: dict[str, list[tuple[str, str]]] = {}
        for key, one in self.offered.items():
            group = str(TIER_WORDS[one.band]) if one.band else one.above
            groups.setdefault(group, []).append((key, _banded(one) if one.band else str(one)))
        self.fields["lines"].choices = list(groups.items())  # type: ignore[attr-defined]

    def clean_lines(self) -> list[Any]:
        return [self.offered[key] for key in self.cleaned_data["lines"]]


class WordForm(forms.Form):
    """修改通报 — title and opening."""

    title = forms.CharField(label=_("标题"), max_length=80)
    opening = words(rows=3, label=_("开头"), max_length=300)


class LineForm(forms.Form):
    """修改通报内容 — what is said; empty, and the line is left out."""

    post = forms.CharField(
        label=_("职务"), max_length=30, required=False, help_text=_("说的是某个职务的事才写，如书记")
    )
    words = words(rows=3, label=_("内容"), max_length=300, required=False, help_text=_("清空就是去掉这一条"))


class IssueForm(forms.Form):
    """签发通报 — let out, or returned and why."""

    issued = forms.TypedChoiceField(
        label=_("决定"),
        choices=[("1", _("签发")), ("0", _("退回修改"))],
        coerce=lambda v: v == "1",
        widget=forms.RadioSelect,
    )
    number = forms.CharField(label=_("文号"), max_length=60, required=False)
    words = words(rows=2, label=_("意见"), max_length=200, required=False, help_text=_("退回的必须写"))
