"""What is filled in about people on the move."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhengyou.core import clock
from zhengyou.core.fields import day as any_day
from zhengyou.core.models import Organisation
from zhengyou.rooms.mobility.models import Contact
from zhengyou.rooms.orgs.queries import members_of

OUTSIDE = "outside"


def day(**given: Any) -> forms.DateField:
    """A day, chosen in the browser's own way; today unless another is told."""
    return any_day(initial=lambda: clock.today(), **given)


class StartForm(forms.Form):
    """转出组织关系 — where to, why, within how many days."""

    to = forms.ChoiceField(label=_("转往"), widget=forms.RadioSelect, required=False)
    outside = forms.CharField(
        label=_("系统外去向"), max_length=80, required=False, help_text=_("转往系统外才写，写党组织全称")
    )
    why = forms.CharField(label=_("为什么转"), max_length=100, help_text=_("如工作调动、毕业、迁居"))
    days = forms.IntegerField(
        label=_("几天内办结"), min_value=1, max_value=180, initial=30, help_text=_("到期没办结，两边都会看到")
    )

    def __init__(self, *args: Any, organisations: Iterable[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = {str(o.pk): o for o in organisations}
        choices = [(key, _label(o)) for key, o in self.offered.items()]
        self.fields["to"].choices = [*choices, (OUTSIDE, _("系统外（在下面写明）"))]  # type: ignore[attr-defined]
        if len(choices) == 1:
            self.initial.setdefault("to", choices[0][0])

    def clean_to(self) -> Organisation | None:
        return self.offered.get(self.cleaned_data["to"])


def _label(organisation: Organisation) -> str:
    if organisation.parent is None:
        return organisation.name
    words = {"name": organisation.name, "above": organisation.parent.short_name}
    return gettext("%(name)s（%(above)s）") % words


class ReturnForm(forms.Form):
    """退回转接 — why."""

    why = forms.CharField(
        label=_("为什么退回"),
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("对方照这句话补齐"),
    )


class ReceiptForm(forms.Form):
    """收到回执 — from which day on, and what the receipt says."""

    on_day = day(label=_("回执上的接收日期"))
    told = forms.CharField(label=_("回执编号或说明"), max_length=200, required=False)


class ContactForm(forms.Form):
    """登记联系 — how, on which day, by whom, reached or not."""

    how = forms.ChoiceField(label=_("怎样联系的"), choices=Contact.How.choices, widget=forms.RadioSelect)
    on_day = day(label=_("哪一天"))
    who: forms.ModelChoiceField = forms.ModelChoiceField(
        label=_("联系人"), queryset=None, required=False, empty_label=_("没有指定")
    )
    reached = forms.BooleanField(label=_("联系上了"), required=False, initial=True)

    def __init__(self, *args: Any, organisation: Organisation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["who"].queryset = members_of(organisation)  # type: ignore[attr-defined]


class RegisterForm(forms.Form):
    """社区报到 — with which community."""

    community = forms.ChoiceField(label=_("在哪里报到"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, organisations: Iterable[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = {str(o.pk): o for o in organisations}
        choices = [(key, _label(o)) for key, o in self.offered.items()]
        self.fields["community"].choices = choices  # type: ignore[attr-defined]

    def clean_community(self) -> Organisation:
        return self.offered[self.cleaned_data["community"]]


class ServiceForm(forms.Form):
    """登记报到服务 — what was done, on which day, for how long."""

    what = forms.CharField(label=_("做了什么"), max_length=100)
    on_day = day(label=_("哪一天"))
    minutes = forms.IntegerField(label=_("多少分钟"), min_value=1, max_value=1440)
