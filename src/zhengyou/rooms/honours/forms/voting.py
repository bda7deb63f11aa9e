"""What is filled in to let the public vote on those who are nominated."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhengyou.core.fields import day


class VoteForm(forms.Form):
    """群众评选 — what is asked about every one of them, and until when."""

    question = forms.CharField(
        label=_("问群众什么"), max_length=100, help_text=_("四个等次来答：好、较好、一般、差")
    )
    closes_on = day(label=_("评到哪天"))

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if "question" in found:
            found["questions"] = [found.pop("question")]
        return found
