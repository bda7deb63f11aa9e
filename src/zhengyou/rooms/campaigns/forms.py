"""What people fill in about campaigns."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhengyou.core import clock
from zhengyou.core.measures import MEASURES
from zhengyou.rooms.campaigns.models import Exemption


class NoticeForm(forms.Form):
    """文件 — a notice to read: the file, and what the campaign shall be called."""

    notice = forms.FileField(
        label=_("文件"),
        help_text=_("通知、方案或讲话，.txt、.docx或.html；服务器装有LibreOffice时也可用.doc和.wps"),
    )
    name = forms.CharField(label=_("活动名称"), max_length=80)
    code = forms.RegexField(
        r"^[a-z][a-z0-9_]*$",
        label=_("代号"),
        max_length=40,
        help_text=_("小写字母、数字、下划线，例如striving_2010"),
    )


def day(**given: Any) -> forms.DateField:
    """A day, chosen in the browser's own way."""
    return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}), **given)


class IssueForm(forms.Form):
    """印发 — to the whole tree below, or to one part of it."""

    to: forms.ModelChoiceField = forms.ModelChoiceField(
        label=_("发到"),
        queryset=None,
        empty_label=None,
        help_text=_("只发给一部分时选那一级；上面的照样看得到"),
    )

    def __init__(self, *args: Any, places: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = places  # type: ignore[attr-defined]


class ApprovalForm(forms.Form):
    """批准超负担 — up to how many minutes, and why."""

    minutes = forms.IntegerField(label=_("每月最多分钟"), min_value=1, max_value=10_000)
    words = forms.CharField(label=_("理由"), max_length=200, help_text=_("为什么值得基层多花这些时间"))


class ExemptionForm(forms.Form):
    """例外 — who, why of a closed list, from when to when, from everything or from one requirement."""

    person: forms.ModelChoiceField = forms.ModelChoiceField(
        label=_("谁"), queryset=None, empty_label=_("请选")
    )
    reason = forms.ChoiceField(
        label=_("事由"), choices=Exemption.Reason.choices, help_text=_("只选一项，不写病情，也不用交证明")
    )
    requirement: forms.ModelChoiceField = forms.ModelChoiceField(
        label=_("哪一项不要求"), queryset=None, required=False, empty_label=_("整个活动")
    )
    since = day(label=_("起"), required=False, help_text=_("不填就是今天"))
    until = day(label=_("止"), required=False, help_text=_("从这天起照常要求；还不知道就不填"))

    def __init__(self, *args: Any, people: Any, requirements: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = people  # type: ignore[attr-defined]
        self.fields["requirement"].queryset = requirements  # type: ignore[attr-defined]


class AmendmentForm(forms.Form):
    """变更要求 — another day, other numbers, from when, and why."""

    due_on = day(label=_("截止"))
    asks = forms.CharField(
        label=_("要求的说法"), max_length=120, help_text=_("下面的人看的是这句话，要和数字一致")
    )
    effective_on = day(label=_("从哪天起"), help_text=_("以前的数据不改"))
    words = forms.CharField(label=_("为什么改"), max_length=200)

    def __init__(self, *args: Any, requirement: Any, **kwargs: Any) -> None:
        today = clock.today()
        kwargs["initial"] = {"due_on": requirement.due_on, "asks": requirement.asks, "effective_on": today}
        super().__init__(*args, **kwargs)
        self.stands = requirement
        for name, value in requirement.needs.items():
            m = MEASURES[name]
            self.fields[f"need_{name}"] = forms.RegexField(
                r"^\d+(/0*[1-9]\d*|\.\d+)?$",
                label=m.title,
                initial=value,
                max_length=12,
                help_text=m.unit or _("写成2/3这样的分数"),
            )
        self.order_fields(
            [*(f"need_{n}" for n in requirement.needs), "asks", "due_on", "effective_on", "words"]
        )

    def found(self) -> dict[str, Any]:
        """What was filled in, the numbers by their measures; the words only where they were changed."""
        told = dict(self.cleaned_data)
        needs = {name: told.pop(f"need_{name}") for name in self.stands.needs}
        if told["asks"] == self.stands.asks:
            told["asks"] = ""
        return told | {"needs": needs}


class WithdrawalForm(forms.Form):
    """撤回要求 — from when, and why."""

    withdraw = forms.BooleanField(widget=forms.HiddenInput, initial=True)
    effective_on = day(label=_("从哪天起"))
    words = forms.CharField(label=_("为什么撤回"), max_length=200)


class ClosingForm(forms.Form):
    """总结 — what was done, what was not, what stays."""

    words = forms.CharField(
        label=_("总结"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("做成了什么，没做成什么，留下什么做法；数字不用写，下面都有"),
    )
