"""What people fill in about honours."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhengyou.core.fields import day
from zhengyou.core.models import Category, Kind
from zhengyou.rooms.honours.models import HonourKind, Level


def words(rows: int = 2, **given: Any) -> forms.CharField:
    """A sentence or two."""
    return forms.CharField(widget=forms.Textarea(attrs={"rows": rows}), **given)


class Offering(forms.ChoiceField):
    """One row out of those that are offered."""

    def offer(self, rows: Iterable[Any], label: Any = str) -> None:
        self.rows = {str(row.pk): row for row in rows}
        self.choices = [(key, label(row)) for key, row in self.rows.items()]

    def clean(self, value: Any) -> Any:
        chosen = super().clean(value)
        return self.rows.get(chosen)


class OfferingMany(forms.MultipleChoiceField):
    """Rows out of those that are offered, all of them ticked at first."""

    widget = forms.CheckboxSelectMultiple

    def offer(self, rows: Iterable[Any], label: Any = str) -> None:
        self.rows = {str(row.pk): row for row in rows}
        self.choices = [(key, label(row)) for key, row in self.rows.items()]
        self.initial = list(self.rows)

    def clean(self, value: Any) -> Any:
        return [self.rows[key] for key in super().clean(value)]


class KindForm(forms.Form):
    """设立荣誉种类 — what is given and to whom, then on which ground."""

    name = forms.CharField(label=_("名称"), max_length=40)
    holder = forms.ChoiceField(label=_("授予"), choices=HonourKind.Holder.choices, widget=forms.RadioSelect)
    sort = forms.ChoiceField(
        label=_("性质"),
        choices=HonourKind.Sort.choices,
        widget=forms.RadioSelect,
        help_text=_("没有批准文号的，只能办本单位年度考评"),
    )
    level = forms.ChoiceField(label=_("由哪一级授予"))
    approval = forms.CharField(label=_("批准文号"), max_length=60, required=False)
    approved_by = forms.ChoiceField(
        label=_("由哪一级批准"),
        choices=[("", _("没有批准")), *Level.choices[:2]],
        required=False,
        help_text=_("评比表彰和创建示范只由中央和省级审批"),
    )
    approved_level = forms.ChoiceField(
        label=_("批准哪一级开展"), choices=[("", "—"), *Level.choices], required=False
    )
    kinds = forms.MultipleChoiceField(
        label=_("哪些组织类型"),
        choices=Kind.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("不选就不限"),
    )
    categories = forms.MultipleChoiceField(
        label=_("哪些类别"), choices=Category.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    most = forms.IntegerField(label=_("名额至多"), min_value=1, required=False)
    share = forms.CharField(
        label=_("名额占比"), max_length=12, required=False, help_text=_("如1/5；两样都写，取少的")
    )
    conditions = words(
        label=_("由人核实的条件"), rows=3, required=False, help_text=_("一行一条；系统里查得到的不用写")
    )
    notice_days = forms.IntegerField(label=_("公示天数"), min_value=5, initial=5)
    years = forms.IntegerField(
        label=_("有效年数"), min_value=1, max_value=20, required=False, help_text=_("不写就长期有效")
    )
    source = forms.CharField(label=_("出处"), max_length=120, required=False)

    def __init__(self, *args: Any, levels: Iterable[Level], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["level"].choices = [(one.value, one.label) for one in levels]  # type: ignore[attr-defined]

    def clean_conditions(self) -> list[str]:
        return [line.strip() for line in self.cleaned_data["conditions"].splitlines() if line.strip()]


class BatchForm(forms.Form):
    """开始一批表彰 — called what, until when, for how many."""

    name = forms.CharField(label=_("这一批叫什么"), max_length=60, help_text=_("如2010年“七一”"))
    nominate_by = day(label=_("推荐截止"))
    places = forms.IntegerField(label=_("名额"), min_value=1, required=False)

    def __init__(self, *args: Any, quota: int | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["places"]
        if quota is None:
            field.required = True
        else:
            field.initial = quota
            field.help_text = _("按设立时的名额，至多%(n)d个") % {"n": quota}


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


class WhyForm(forms.Form):
    """撤销荣誉 — why."""

    words = words(label=_("为什么撤销"), max_length=200, help_text=_("荣誉册上看得到；不写个人隐私"))
