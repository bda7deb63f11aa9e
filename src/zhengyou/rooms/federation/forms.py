"""What people fill in about linked installations."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhengyou.core import clock
from zhengyou.core.fields import day
from zhengyou.core.measures import MEASURES
from zhengyou.core.models import Organisation

LARGEST = 20 * 1024 * 1024  # bytes
PLAIN = {"autocomplete": "off", "autocapitalize": "off", "spellcheck": "false"}


class PartnerForm(forms.Form):
    """登记联网单位 — which organisation of the tree, and the key its bundles are signed with."""

    code = forms.CharField(
        label=_("组织编码"), max_length=60, widget=forms.TextInput(attrs=PLAIN), help_text=_("组织页上有")
    )
    key = forms.CharField(
        label=_("对方的公钥"),
        max_length=80,
        widget=forms.TextInput(attrs=PLAIN),
        help_text=_("64位，由对方在自己的联网汇总页上抄给您；请另打电话核对头尾几位"),
    )

    def __init__(self, *args: Any, organisations: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.organisations = organisations

    def clean_code(self) -> Organisation:
        found: Organisation | None = self.organisations.filter(code=self.cleaned_data["code"].strip()).first()
        if found is None:
            raise forms.ValidationError(_("没有这个编码的组织。"))
        return found


class ReceiveForm(forms.Form):
    """接收上报 — a bundle that came on a disk or by post."""

    sent = forms.FileField(label=_("上报文件"), help_text=_("对方生成的.json文件，不超过20MB"))

    def clean_sent(self) -> str:
        file = self.cleaned_data["sent"]
        if file.size > LARGEST:
            raise forms.ValidationError(_("文件超过20MB。"))
        return str(file.read().decode(errors="replace"))


class HandUpForm(forms.Form):
    """上报汇总数 — which measures, over which days, how many levels down."""

    measures = forms.MultipleChoiceField(
        label=_("指标"),
        choices=lambda: [(m.name, m.title) for m in MEASURES.values() if not m.counts_once],
        widget=forms.CheckboxSelectMultiple,
        help_text=_("占比按分子、分母两个数上报，到上级再相除"),
    )
    since = day(label=_("时段起"), required=False, help_text=_("不填就从头算起；和上级约定一致才能相加"))
    until = day(label=_("时段止"), initial=clock.today)
    levels = forms.IntegerField(
        label=_("报到下几级"), min_value=0, max_value=9, initial=0, help_text=_("0是只报本单位总数")
    )

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        first, last = found.get("since"), found.get("until")
        if isinstance(first, date) and isinstance(last, date) and last < first:
            self.add_error("until", _("截止日期在开始日期以前。"))
        return found
