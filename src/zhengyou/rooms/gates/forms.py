"""What people fill in about passing from stage to stage."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhengyou.core.fields import day
from zhengyou.rooms.gates.models import Decision, InspectionSample


class InspectionForm(forms.Form):
    """检查 — what was looked at, what was found, whether it holds."""

    sample = forms.CharField(label=_("抽查了什么"), max_length=200)
    failed = forms.IntegerField(label=_("抽中的里面不符合的有几个"), min_value=0, initial=0)
    finding = forms.CharField(label=_("发现了什么"), max_length=200)
    holds = forms.BooleanField(label=_("符合要求"), required=False)

    def __init__(self, *args: Any, drawn: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["sample" if drawn else "failed"]


class SampleForm(forms.Form):
    """抽样 — of what, and how sure one wants to be."""

    of = forms.ChoiceField(label=_("抽什么"), choices=InspectionSample.Of.choices)
    rate = forms.IntegerField(
        label=_("不符合的超过百分之几就要查出来"), min_value=0, max_value=99, initial=10
    )
    chance = forms.IntegerField(label=_("把握不小于百分之几"), min_value=1, max_value=100, initial=95)


class DecisionForm(forms.Form):
    """决定 — let pass, or say what is to be made up by when."""

    how = forms.ChoiceField(label=_("决定"), choices=Decision.How.choices)
    to_make_up = forms.CharField(label=_("要补什么"), max_length=200, required=False)
    due_on = day(label=_("补到哪天"), required=False)
    words = forms.CharField(label=_("意见"), max_length=200, required=False)
