"""What is filled in once, when an installation is claimed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhengyou.core.models import Category, Kind
from zhengyou.rooms.accounts.forms import ChooseForm

FIRST_KINDS = (
    Kind.COMMITTEE,
    Kind.GENERAL_BRANCH,
    Kind.BRANCH,
    Kind.UNION,
    Kind.YOUTH,
    Kind.WOMEN,
    Kind.OTHER,
)


class CodeForm(forms.Form):
    """口令 — proof of standing at the machine."""

    code = forms.CharField(
        label=_("口令"),
        max_length=40,
        help_text=_("启动服务的那个窗口里印着，形如ABCD-EFGH-JKLM"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )


class BeginForm(ChooseForm, CodeForm):
    """启用 — the first organisation, and who looks after the installation."""

    name = forms.CharField(
        label=_("第一个组织"),
        max_length=80,
        help_text=_("最上面的那个，写全称，例如：中共红星镇委员会；下面的组织一会儿从表格导入"),
    )
    kind = forms.ChoiceField(
        label=_("组织类型"), choices=[(k.value, k.label) for k in FIRST_KINDS], initial=Kind.COMMITTEE
    )
    category = forms.ChoiceField(
        label=_("类别"), choices=Category.choices, initial=Category.GOVERNMENT, required=False
    )
    who = forms.CharField(label=_("您是"), max_length=40, help_text=_("姓名或者科室，留痕里会这样写"))
    username = forms.RegexField(
        r"^[\w.@+-]+$", label=_("账号"), max_length=40, help_text=_("您以后登录时写的，字母、数字都行")
    )
    is_office = forms.BooleanField(
        label=_("我也做领导小组办公室的事：起草、印发、调度"), required=False, initial=True
    )
    field_order = ("code", "name", "kind", "category", "who", "username", "password", "again", "is_office")

    def __init__(self, *args: Any, has_tree: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if has_tree:  # imported on the machine itself: it has its first organisation
            for name in ("name", "kind", "category"):
                del self.fields[name]


class RemoveForm(forms.Form):
    """清除示例 — the numbers that were shown, and that they were read."""

    counted = forms.JSONField(widget=forms.HiddenInput)
    sure = forms.BooleanField(label=_("我看过了：这些都是示例，全部清除"))
