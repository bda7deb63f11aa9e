"""What is filled in to decide, and about what was given."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhengyou.core.fields import words
from zhengyou.rooms.honours.forms.offering import OfferingMany


class DecideForm(forms.Form):
    """决定表彰 — whom, at which meeting."""

    nominations = OfferingMany(label=_("授予"), required=False)
    meeting = forms.CharField(
        label=_("在哪个会议决定"), max_length=80, help_text=_("如市委常委会2010年6月28日会议")
    )
    words = words(label=_("没有勾选的，为什么不授予"), max_length=200, required=False)

    def __init__(self, *args: Any, offered: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["nominations"].offer(offered, lambda n: n.who)  # type: ignore[attr-defined]


class ExemplarForm(forms.Form):
    """树立典型 — what to learn."""

    words = words(
        label=_("学什么"), max_length=200, help_text=_("做了哪些事由系统里的事实说，这里只写学什么")
    )


class SureForm(forms.Form):
    """确认 — nothing to fill in."""


class WhyForm(forms.Form):
    """撤销荣誉 — why."""

    words = words(label=_("为什么撤销"), max_length=200, help_text=_("荣誉册上看得到；不写个人隐私"))
