"""What people fill in about campaigns."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

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
