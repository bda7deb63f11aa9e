"""What is filled in to rename, move, merge, split or close an organisation."""

from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from zhengyou.core import clock
from zhengyou.core.language import listed
from zhengyou.core.models import Category, Establishment, Kind, Organisation
from zhengyou.rooms.orgs.models import Person

FEW = 5  # organisations that are named where words fit several
DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
PLAIN = {"autocomplete": "off", "spellcheck": "false"}


class Reshaping(forms.Form):
    """Any change of the tree: from which day on, and for this organisation."""

    on = forms.DateField(
        label=_("从哪一天起"),
        widget=DAY,
        initial=clock.today,
        help_text=_("这一天以前的数字不变，仍算在原来的组织名下"),
    )

    def __init__(
        self, *args: Any, organisation: Organisation, reach: QuerySet[Organisation], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.organisation, self.reach = organisation, reach

    @property
    def details(self) -> dict[str, Any]:
        """What the deed takes."""
        return self.cleaned_data


class NameForm(Reshaping):
    """组织更名."""

    name = forms.CharField(label=_("新的名称"), max_length=120)
    short_name = forms.CharField(
        label=_("新的简称"), max_length=40, required=False, help_text=_("不写就按名称自动取")
    )
    field_order = ("name", "short_name", "on")


class KindForm(Reshaping):
    """变更组织类型."""

    kind = forms.ChoiceField(label=_("组织类型"), choices=Kind.choices)
    category = forms.ChoiceField(label=_("类别"), choices=Category.choices)
    establishment = forms.ChoiceField(
        label=_("组建方式"), choices=[("", _("未定")), *Establishment.choices], required=False
    )
    field_order = ("kind", "category", "establishment", "on")


class MoveForm(Reshaping):
    """划转组织."""

    to = forms.CharField(
        label=_("划到哪个组织之下"), max_length=120, widget=forms.TextInput(attrs=PLAIN),
        help_text=_("写编码、全称或简称；编码在组织页上"),
    )  # fmt: skip
    field_order = ("to", "on")

    def clean_to(self) -> Organisation:
        return one_called(self.cleaned_data["to"], self.reach)


class MergeForm(Reshaping):
    """合并组织."""

    merged = forms.CharField(
        label=_("并入哪些组织"), widget=forms.Textarea(attrs={"rows": 2, **PLAIN}),
        help_text=_("写编码、全称或简称，一行一个；它们的人员和下级组织都到这里来，当天撤销"),
    )  # fmt: skip
    field_order = ("merged", "on")

    def clean_merged(self) -> list[Organisation]:
        lines = [line.strip() for line in self.cleaned_data["merged"].splitlines() if line.strip()]
        return [one_called(line, self.reach) for line in lines]


class SplitForm(Reshaping):
    """分设组织."""

    name = forms.CharField(label=_("新组织的名称"), max_length=120)
    people = forms.ModelMultipleChoiceField(
        label=_("分到新组织的人员"), queryset=Person.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    field_order = ("name", "people", "on")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["people"]
        chosen.queryset = Person.objects.filter(
            memberships__organisation=self.organisation, memberships__until=None
        ).distinct()


class CloseForm(Reshaping):
    """撤销组织."""


def one_called(words: str, reach: QuerySet[Organisation]) -> Organisation:
    """The one organisation of a code or name among those that may be chosen; the error says which there are."""
    words = words.strip()
    found = list(
        reach.filter(closed_on=None).filter(Q(code=words) | Q(name=words) | Q(short_name=words))[: FEW + 1]
    )
    if len(found) == 1:
        return found[0]
    if not found:
        raise forms.ValidationError(_("没有叫“%(words)s”的组织，或者它不归您管理。"), params={"words": words})
    several = listed(f"{o.name} {o.code}" for o in found[:FEW])
    raise forms.ValidationError(
        _("有几个组织叫“%(words)s”，请写编码：%(several)s"), params={"words": words, "several": several}
    )
