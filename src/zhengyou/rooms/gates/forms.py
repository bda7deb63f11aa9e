"""What people fill in about passing from stage to stage."""

from django import forms
from django.utils.translation import gettext_lazy as _

from zhengyou.rooms.gates.models import Decision


class InspectionForm(forms.Form):
    """检查 — what was looked at, what was found, whether it holds."""

    sample = forms.CharField(label=_("抽查了什么"), max_length=200)
    finding = forms.CharField(label=_("发现了什么"), max_length=200)
    holds = forms.BooleanField(label=_("符合要求"), required=False)


class DecisionForm(forms.Form):
    """决定 — let pass, or say what is to be made up by when."""

    how = forms.ChoiceField(label=_("决定"), choices=Decision.How.choices)
    to_make_up = forms.CharField(label=_("要补什么"), max_length=200, required=False)
    due_on = forms.DateField(
        label=_("补到哪天"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    words = forms.CharField(label=_("意见"), max_length=200, required=False)
