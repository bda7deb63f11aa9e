"""What is filled in about a figure."""

from django import forms
from django.utils.translation import gettext_lazy as _


class DoubtForm(forms.Form):
    """这个数不对."""

    words = forms.CharField(label=_("哪里不对"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}))


class ClearingForm(forms.Form):
    """核实结果."""

    holds = forms.TypedChoiceField(
        label=_("结论"),
        choices=[("yes", _("确实有误，已在原记录上改正")), ("no", _("没有错"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    words = forms.CharField(label=_("查了什么"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
