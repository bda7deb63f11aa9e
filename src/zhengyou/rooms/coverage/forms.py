"""What people fill in about units and their coverage."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhengyou.core import clock
from zhengyou.core.fields import day
from zhengyou.core.models import Category, Establishment
from zhengyou.rooms.coverage.models import Line
from zhengyou.rooms.coverage.queries import needs_by_line


class RegisterForm(forms.Form):
    """单位名册 — the file, and whether it is only tried."""

    file = forms.FileField(
        label=_("名册文件"),
        help_text=_(
            "电子表格或.csv，要有“名称”一列；类别、所在、从业人数、党员数、团员数、妇女数有哪列认哪列"
        ),
    )
    dry_run = forms.BooleanField(label=_("只试一遍，看看会怎样，不存"), required=False)


class CoverForm(forms.Form):
    """登记覆盖 — by which organisation, and how."""

    covered_by = forms.CharField(label=_("由哪个组织覆盖"), max_length=120, help_text=_("全称、简称或编码"))
    how = forms.ChoiceField(label=_("组建方式"), choices=Establishment.choices)
    since = day(label=_("哪天起"), required=False, help_text=_("不填就是今天"))


class FoundForm(forms.Form):
    """新建组织 — its name; what it is and where it stands follows from the unit."""

    name = forms.CharField(label=_("新组织的名称"), max_length=120)
    since = day(label=_("哪天成立"), required=False, help_text=_("不填就是今天"))


class DeadlineForm(forms.Form):
    """补建期限 — until when."""

    due_on = day(label=_("这些空白点补到哪天"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["due_on"].widget.attrs["min"] = clock.today().isoformat()


class StandardForm(forms.Form):
    """建组织人数 — for which line, from how many people on, by which document."""

    line = forms.ChoiceField(label=_("哪一线"), choices=Line.choices)
    people = forms.IntegerField(label=_("几人以上"), min_value=1, max_value=100_000)
    source = forms.CharField(label=_("依据"), max_length=200, help_text=_("文件名称和条款"))


class FilterForm(forms.Form):
    """类别 — only the units of one category."""

    category = forms.ChoiceField(
        label=_("类别"), required=False, choices=[("", _("全部")), *Category.choices]
    )


def people_words() -> dict[str, str]:
    """What is counted for each line, in the reader's language: 党员, 职工…"""
    said = {"members": _("党员"), "workers": _("从业人员"), "youth": _("团员"), "women": _("妇女")}
    return {line: str(said[need.counted]) for line, need in needs_by_line().items()}
