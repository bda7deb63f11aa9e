"""What is filled in about those who are nominated and posted."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhengyou.core.fields import day, words
from zhengyou.rooms.honours.forms.offering import Offering, OfferingMany


class NominateForm(forms.Form):
    """推荐表彰 — whom, and what they did."""

    named = Offering(label=_("推荐谁"))
    county_rank = forms.BooleanField(label=_("是县处级干部"), required=False)
    words = words(
        label=_("主要事迹"),
        rows=4,
        max_length=500,
        help_text=_("做了什么、结果怎样；系统里有的数会排在旁边，不用抄"),
    )

    def __init__(
        self, *args: Any, offered: Iterable[Any], of_person: bool, ranked: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.of_person = of_person
        self.fields["named"].offer(offered)  # type: ignore[attr-defined]
        if not ranked:
            del self.fields["county_rank"]

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if "named" in found:
            found["person" if self.of_person else "unit"] = found.pop("named")
        return found


class RecommendForm(forms.Form):
    """逐级推荐 — passed on, or not and why."""

    recommended = forms.TypedChoiceField(
        label=_("意见"),
        choices=[("1", _("同意上报")), ("0", _("不上报"))],
        coerce=lambda v: v == "1",
        widget=forms.RadioSelect,
    )
    words = words(label=_("说明"), max_length=200, required=False, help_text=_("不上报的必须写"))


class JudgeForm(forms.Form):
    """核实条件 — whether it holds, and how one knows."""

    holds = forms.TypedChoiceField(
        label=_("结论"),
        choices=[("1", _("符合")), ("0", _("不符合"))],
        coerce=lambda v: v == "1",
        widget=forms.RadioSelect,
    )
    words = words(label=_("怎样核实的"), max_length=200)


def _proposed(nomination: Any) -> str:
    told = {"who": nomination.who, "org": nomination.organisation.short_name}
    return gettext("%(who)s（%(org)s推荐）") % told


class PostForm(forms.Form):
    """公示 — who, and until when."""

    nominations = OfferingMany(label=_("拟表彰对象"))
    last_day = day(label=_("公示到哪天"), required=False, help_text=_("不写就按规定的天数"))

    def __init__(self, *args: Any, offered: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["nominations"].offer(offered, _proposed)  # type: ignore[attr-defined]


class ObjectForm(forms.Form):
    """提异议 — what, in words that can be looked into."""

    words = words(
        label=_("是什么事"), rows=4, max_length=500, help_text=_("写时间、地点和怎样查得到；不用写自己的姓名")
    )


class AnswerForm(forms.Form):
    """答复异议 — what was found."""

    upheld = forms.TypedChoiceField(
        label=_("结论"),
        choices=[("0", _("异议不成立")), ("1", _("异议成立"))],
        coerce=lambda v: v == "1",
        widget=forms.RadioSelect,
    )
    words = words(label=_("查核结果"), rows=3, max_length=300, help_text=_("公示页上看得到，不写提异议的人"))
