"""What is filled in about concrete requirements."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhengyou.core.fields import day
from zhengyou.core.models import Category
from zhengyou.rooms.standards.models import Opinion


class OpeningForm(forms.Form):
    """发起讨论 — what about, for whom, until when."""

    title = forms.CharField(label=_("讨论什么"), max_length=80, help_text=_("例如“农村党员先进性的具体要求”"))
    category = forms.ChoiceField(
        label=_("类别"), choices=[("", _("全部类别")), *Category.choices], required=False
    )
    post = forms.CharField(
        label=_("岗位"), max_length=40, required=False, help_text=_("只针对一种岗位时写，例如“窗口工作人员”")
    )
    closes_on = day(label=_("截止"))


class ProposalForm(forms.Form):
    """提法 — one line."""

    words = forms.CharField(label=_("我提一条"), max_length=200, help_text=_("一句话，说清做什么；不署名"))


class OpinionForm(forms.Form):
    """意见 — whose, and what."""

    proposal = forms.IntegerField(widget=forms.HiddenInput)
    source = forms.ChoiceField(label=_("谁的意见"), choices=Opinion.Source.choices)
    said = forms.CharField(label=_("意见"), max_length=300)


class AdoptionForm(forms.Form):
    """定下 — the lines, and into which each proposal went."""

    lines = forms.CharField(
        label=_("具体要求"),
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("每行一条，大家提的可以合并"),
    )

    def __init__(self, *args: Any, proposals: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.proposals = proposals
        for p in proposals:
            self.fields[f"into_{p.pk}"] = forms.IntegerField(
                label=_("“%(words)s”并入第几条") % {"words": p.words}, min_value=1, required=False
            )

    def found(self) -> dict[str, Any]:
        """The lines, and the proposals that went into one."""
        told = self.cleaned_data
        taken = {p: n for p in self.proposals if (n := told[f"into_{p.pk}"])}
        return {"lines": told["lines"].splitlines(), "taken": taken}
