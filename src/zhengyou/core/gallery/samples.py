"""样例表单 — forms with a field of every look, and words longer than anybody planned for."""

from __future__ import annotations

from typing import Any

from django import forms

Look = tuple[str, dict[str, Any]]  # a template and what it is given
LONG = "中共青禾市柳河镇石桥村与双井村联合流动党员临时支部委员会及驻外务工党员互助小组"
LATER = "（公开承诺与回头看情况登记）"


class SampleForm(forms.Form):
    """A form with a field of every look."""

    title = forms.CharField(label="会议名称", help_text="写清楚学什么，不写“例会”")
    kind = forms.ChoiceField(label="种类", choices=[("study", "集中学习"), ("lecture", "党课")])
    agenda = forms.CharField(label="议程", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    make_up = forms.BooleanField(label="补课并入这次会", required=False)
    level = forms.ChoiceField(
        label="谁来", choices=[("all", "全体党员"), ("committee", "支委")], widget=forms.RadioSelect
    )


class StateForm(forms.Form):
    """A short form, to be shown fresh, filled, and come back."""

    what = forms.CharField(label="办什么", help_text="一件具体的事")
    on = forms.DateField(label="哪天办完")
