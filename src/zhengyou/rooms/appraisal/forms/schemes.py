"""A scheme on a page: its head, its lines, its clauses, the thresholds of classes judged apart."""

from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from zhengyou.core.fields import day
from zhengyou.core.measures import MEASURES
from zhengyou.core.models import Category, Kind
from zhengyou.rooms.appraisal.models import Clause, Missing, Tier
from zhengyou.rooms.ratings.queries import GROUP_WORDS

HEADING, RATING, CHECK = "heading", "rating", "check"
LINES, CLAUSES, CLASSES = 10, 5, 3


def _points(label: Any, **given: Any) -> forms.DecimalField:
    return forms.DecimalField(label=label, max_digits=6, decimal_places=2, min_value=0, **given)


class SchemeForm(forms.Form):
    """考评办法 — its name, period, bands, and the round whose ballots count."""

    name = forms.CharField(label=_("名称"), max_length=60)
    number = forms.CharField(label=_("文号"), max_length=60, required=False)
    starts_on = day(label=_("考评期开始"))
    ends_on = day(label=_("考评期截止"))
    kinds = forms.MultipleChoiceField(
        label=_("考评哪些组织"),
        choices=Kind.choices,
        initial=[Kind.BRANCH],
        widget=forms.CheckboxSelectMultiple,
    )
    categories = forms.MultipleChoiceField(
        label=_("只考评哪几类"),
        choices=Category.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("不选就是各类都考评；各类分开看，不混在一起比"),
    )
    round: Any = forms.ModelChoiceField(label=_("用哪一次测评"), queryset=None, required=False)
    advanced_from = _points(_("先进从几分起"), initial=85)
    middle_from = _points(_("中间从几分起"), initial=60)
    most_bonus = _points(_("加分最多"), initial=0)
    missing = forms.ChoiceField(label=_("缺项怎么办"), choices=Missing.choices, required=False)
    digits = forms.TypedChoiceField(
        label=_("得分保留几位小数"),
        choices=[("2", "2"), ("1", "1"), ("0", "0")],
        coerce=int,
        initial="2",
        required=False,
        help_text=_("中间一律不舍入，只在最后舍入这一次"),
    )
    selects = forms.ChoiceField(
        label=_("为哪项评选排序"),
        required=False,
        help_text=_("方案包里有名额的集体表彰才能选；不选就只分档，不排名次"),
    )

    def __init__(self, *args: Any, rounds: Any, selections: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["round"].queryset = rounds  # type: ignore[attr-defined]
        self.fields["selects"].choices = [("", "—"), *selections.items()]  # type: ignore[attr-defined]
        if not selections:
            del self.fields["selects"]

    @property
    def details(self) -> dict[str, Any]:
        """What the deed takes."""
        found = dict(self.cleaned_data)
        held = found.pop("round")
        found["missing"] = found["missing"] or Missing.WHOLE
        found["digits"] = 2 if found["digits"] == "" else found["digits"]
        return found | {"round_id": held.pk if held else None}


def _ways() -> list[tuple[str, Any]]:
    """Only what may give points is offered: a sum of lines, a rating, a check, an outcome measure."""
    outcomes = [(m.name, m.title) for m in MEASURES.values() if m.outcome]
    return [
        ("", "—"),
        (HEADING, _("下面各项之和")),
        (RATING, _("测评")),
        (CHECK, _("考核组评分")),
        *outcomes,
    ]


class CriterionForm(forms.Form):
    """考评指标 — one line; a line whose number begins with a heading's belongs beneath it."""

    number = forms.CharField(label=_("编号"), max_length=8, widget=forms.TextInput(attrs={"size": 4}))
    name = forms.CharField(label=_("名称"), max_length=40)
    way = forms.ChoiceField(label=_("怎样计"), choices=_ways)
    full = _points(_("满分"), required=False)
    enough = forms.DecimalField(
        label=_("多少算满分"), max_digits=12, decimal_places=2, required=False, min_value=0
    )
    groups = forms.MultipleChoiceField(
        label=_("测评来源"),
        choices=lambda: list(GROUP_WORDS.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    weights = forms.CharField(
        label=_("来源权重，如3:2"), max_length=40, required=False, widget=forms.TextInput(attrs={"size": 6})
    )
    trim = forms.DecimalField(
        label=_("两头各去掉%"), max_digits=4, decimal_places=2, required=False, min_value=0
    )

    def clean_weights(self) -> list[str]:
        """One number for each source that is chosen, in the order in which they stand."""
        said = [w.strip() for w in self.cleaned_data["weights"].replace("：", ":").split(":") if w.strip()]
        groups = self.cleaned_data.get("groups") or []
        try:
            for weight in said:
                Decimal(weight)
        except InvalidOperation as error:
            raise forms.ValidationError(_now("权重写成3:2这样的数")) from error
        if said and len(said) != len(groups):
            raise forms.ValidationError(
                _now("选了%(n)d个来源，写了%(m)d个权重") % {"n": len(groups), "m": len(said)}
            )
        return said

    @property
    def line(self) -> dict[str, Any]:
        """The line as the deed takes it, a heading still without what lies below."""
        found = self.cleaned_data
        way, trim = found["way"], found.get("trim")
        made = {"number": found["number"], "name": found["name"], "full": found["full"] or 0}
        if way == HEADING:
            return made
        if way == CHECK:
            return made | {"check": True, "trim": trim}
        if way == RATING:
            weights = dict(zip(found["groups"], found["weights"], strict=False)) if found["weights"] else {}
            return made | {"groups": found["groups"], "weights": weights, "trim": trim}
        return made | {"measure": way, "enough": found["enough"], "trim": trim}


class ClauseForm(forms.Form):
    """加减分条款 — for what points are added or taken off, or a tier denied."""

    kind = forms.ChoiceField(label=_("种类"), choices=[("", "—"), *Clause.Kind.choices])
    words = forms.CharField(label=_("情形"), max_length=100)
    most = forms.DecimalField(
        label=_("每次最多几分"), max_digits=5, decimal_places=2, required=False, min_value=0
    )
    at_most = forms.ChoiceField(label=_("至多定为"), choices=[("", "—"), *Tier.choices[1:]], required=False)

    def clean(self) -> dict[str, Any]:
        """A veto says which tier is left, the others say how many points at most."""
        found = super().clean() or {}
        if found.get("kind") == Clause.Kind.VETO:
            if not found.get("at_most"):
                self.add_error("at_most", _("一票否决请写明至多定为哪一档"))
            found["most"] = 0
        elif not found.get("most"):
            self.add_error("most", _("请写明每次最多几分"))
        return found


class BandForm(forms.Form):
    """分类起点 — other thresholds for a class judged apart."""

    category = forms.ChoiceField(label=_("类别"), choices=[("", "—"), *Category.choices])
    middle = _points(_("中间从几分起"))
    advanced = _points(_("先进从几分起"))


class Rows(forms.BaseFormSet):
    """Rows of a table: any of them may be emptied, also those that were filled in beforehand."""

    def initial_form_count(self) -> int:
        """None that has to stay filled in once the rows come back."""
        return 0 if self.is_bound else super().initial_form_count()


CriterionForms = forms.formset_factory(CriterionForm, formset=Rows, extra=LINES, max_num=60)
ClauseForms = forms.formset_factory(ClauseForm, formset=Rows, extra=CLAUSES, max_num=30)
BandForms = forms.formset_factory(BandForm, formset=Rows, extra=CLASSES, max_num=10)


def nested(lines: Any) -> list[dict[str, Any]]:
    """The lines filled in, each beneath the heading that its number begins with (A1 beneath A)."""
    found = [f for f in lines if f.cleaned_data.get("number")]
    headings = {f.cleaned_data["number"]: f.line for f in found if f.cleaned_data["way"] == HEADING}
    top: list[dict[str, Any]] = []
    for form in found:
        number = form.cleaned_data["number"]
        above = max((h for h in headings if h != number and number.startswith(h)), key=len, default="")
        line = headings.get(number) or form.line
        (headings[above].setdefault("children", []) if above else top).append(line)
    return top


def bands_of(rows: Any) -> dict[str, tuple[str, str]]:
    """The thresholds filled in, by class."""
    found = [f.cleaned_data for f in rows if f.cleaned_data.get("category")]
    return {f["category"]: (str(f["middle"]), str(f["advanced"])) for f in found}
