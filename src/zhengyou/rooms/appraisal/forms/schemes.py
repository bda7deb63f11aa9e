"""A scheme on a page: its head, its lines, its clauses."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhengyou.core.measures import MEASURES
from zhengyou.core.models import Kind
from zhengyou.rooms.appraisal.models import Clause, Tier
from zhengyou.rooms.ratings.queries import GROUP_WORDS

DAY = forms.DateInput(attrs={"type": "date"})
HEADING, RATING = "heading", "rating"
LINES, CLAUSES = 10, 5


class SchemeForm(forms.Form):
    """考评办法 — its name, period, bands, and the round whose ballots count."""

    name = forms.CharField(label=_("名称"), max_length=60)
    number = forms.CharField(label=_("文号"), max_length=60, required=False)
    starts_on = forms.DateField(label=_("考评期开始"), widget=DAY)
    ends_on = forms.DateField(label=_("考评期截止"), widget=DAY)
    kinds = forms.MultipleChoiceField(
        label=_("考评哪些组织"),
        choices=Kind.choices,
        initial=[Kind.BRANCH],
        widget=forms.CheckboxSelectMultiple,
    )
    round: Any = forms.ModelChoiceField(label=_("用哪一次测评"), queryset=None, required=False)
    advanced_from = forms.DecimalField(label=_("先进从几分起"), max_digits=6, decimal_places=2, initial=85)
    middle_from = forms.DecimalField(label=_("中间从几分起"), max_digits=6, decimal_places=2, initial=60)
    most_bonus = forms.DecimalField(
        label=_("加分最多"), max_digits=6, decimal_places=2, initial=0, min_value=0
    )

    def __init__(self, *args: Any, rounds: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["round"].queryset = rounds  # type: ignore[attr-defined]

    @property
    def details(self) -> dict[str, Any]:
        """What the deed takes."""
        found = dict(self.cleaned_data)
        held = found.pop("round")
        return found | {"round_id": held.pk if held else None}


def _ways() -> list[tuple[str, Any]]:
    """Only what may give points is offered: a sum of lines, a rating, an outcome measure."""
    outcomes = [(m.name, m.title) for m in MEASURES.values() if m.outcome]
    return [("", "—"), (HEADING, _("下面各项之和")), (RATING, _("测评")), *outcomes]


class CriterionForm(forms.Form):
    """考评指标 — one line; a line whose number begins with a heading's belongs beneath it."""

    number = forms.CharField(label=_("编号"), max_length=8, widget=forms.TextInput(attrs={"size": 4}))
    name = forms.CharField(label=_("名称"), max_length=40)
    way = forms.ChoiceField(label=_("怎样计"), choices=_ways)
    full = forms.DecimalField(label=_("满分"), max_digits=6, decimal_places=2, required=False, min_value=0)
    enough = forms.DecimalField(
        label=_("多少算满分"), max_digits=12, decimal_places=2, required=False, min_value=0
    )
    groups = forms.MultipleChoiceField(
        label=_("测评来源"),
        choices=lambda: list(GROUP_WORDS.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    @property
    def line(self) -> dict[str, Any]:
        """The line as the deed takes it, a heading still without what lies below."""
        found = self.cleaned_data
        way = found["way"]
        made = {"number": found["number"], "name": found["name"], "full": found["full"] or 0}
        if way == RATING:
            return made | {"groups": found["groups"]}
        return made if way == HEADING else made | {"measure": way, "enough": found["enough"]}


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


CriterionForms = forms.formset_factory(CriterionForm, extra=LINES, max_num=60)
ClauseForms = forms.formset_factory(ClauseForm, extra=CLAUSES, max_num=30)


def nested(lines: Any) -> list[dict[str, Any]]:
    """The lines filled in, each beneath the heading that its number begins with (A1 beneath A)."""
    found = [f for f in lines if f.has_changed()]
    headings = {f.cleaned_data["number"]: f.line for f in found if f.cleaned_data["way"] == HEADING}
    top: list[dict[str, Any]] = []
    for form in found:
        number = form.cleaned_data["number"]
        above = max((h for h in headings if h != number and number.startswith(h)), key=len, default="")
        line = headings.get(number) or form.line
        (headings[above].setdefault("children", []) if above else top).append(line)
    return top
