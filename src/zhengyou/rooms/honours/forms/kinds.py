"""What is filled in to lay a kind of honour down and to open a batch."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhengyou.core.fields import day, words
from zhengyou.core.models import Category, Kind
from zhengyou.rooms.honours.models import HonourKind, Level


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
