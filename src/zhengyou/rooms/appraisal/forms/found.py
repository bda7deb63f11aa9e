"""What is filled in by those who go and look, and by those who answer for an organisation."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhengyou.core.fields import day
from zhengyou.core.models import Organisation
from zhengyou.rooms.appraisal.forms.beside import BesideForm
from zhengyou.rooms.appraisal.models import Clause, Criterion, Scheme
from zhengyou.rooms.appraisal.queries import criteria_to_check, helpers_for

WORDS = forms.Textarea(attrs={"rows": 3})


def _points(label: Any) -> forms.DecimalField:
    return forms.DecimalField(label=label, max_digits=6, decimal_places=2, min_value=0)


class CheckForm(BesideForm):
    """核查评分 — for which line, how many points, what was seen and when."""

    criterion = forms.ModelChoiceField(
        label=_("核查哪一项"), queryset=Criterion.objects.none(), empty_label=None
    )
    points = _points(_("给几分"))
    words = forms.CharField(
        label=_("看到什么"), max_length=300, widget=WORDS, help_text=_("看了什么、问了谁")
    )
    on_day = day(label=_("核查日期"))

    def __init__(self, *args: Any, scheme: Scheme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["criterion"].queryset = criteria_to_check(scheme)  # type: ignore[attr-defined]


class ClaimForm(BesideForm):
    """自评分 — only for what nothing else tells: lines that are checked, and bonuses."""

    what = forms.ChoiceField(label=_("自评哪一项"))
    points = _points(_("自评几分"))
    words = forms.CharField(label=_("凭什么"), max_length=300, widget=WORDS, help_text=_("什么事、谁能证明"))

    def __init__(self, *args: Any, scheme: Scheme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.criteria = {f"c{c.pk}": c for c in criteria_to_check(scheme)}
        self.clauses = {f"k{c.pk}": c for c in scheme.clauses.filter(kind=Clause.Kind.BONUS)}
        choices = {**self.criteria, **self.clauses}
        self.fields["what"].choices = [(k, str(c)) for k, c in choices.items()]  # type: ignore[attr-defined]

    @property
    def any(self) -> bool:
        """Whether there is anything that an organisation has to say itself."""
        return bool(self.criteria or self.clauses)

    @property
    def details(self) -> dict[str, Any]:
        """What the deed takes."""
        found = dict(self.cleaned_data)
        what = found.pop("what")
        return found | {"criterion": self.criteria.get(what), "clause": self.clauses.get(what)}


class DutyForm(BesideForm):
    """述职 — three questions, own words; no figures, which are known."""

    done = forms.CharField(
        label=_("做成了什么"), max_length=600, widget=WORDS, help_text=_("数字系统里有，不用抄")
    )
    lacking = forms.CharField(label=_("还差什么"), max_length=600, widget=WORDS)
    next = forms.CharField(label=_("下一步做什么、哪天前"), max_length=600, widget=WORDS)


class RemedyForm(BesideForm):
    """整顿措施 — where it lacks, what to do, with whom, by when."""

    why = forms.CharField(label=_("差在哪里"), max_length=200, widget=forms.Textarea(attrs={"rows": 2}))
    what = forms.CharField(
        label=_("做什么"),
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("做到什么样算改好"),
    )
    helper: Any = forms.ModelChoiceField(label=_("谁来帮"), queryset=None, empty_label=None)
    due_on = day(label=_("哪天前改好"))

    def __init__(self, *args: Any, organisation: Organisation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["helper"].queryset = helpers_for(organisation)  # type: ignore[attr-defined]


class RecheckForm(BesideForm):
    """整顿复查 — whether it is mended, and what was seen."""

    mended = forms.TypedChoiceField(
        label=_("复查结果"),
        choices=[("yes", _("已经改好")), ("no", _("还没有改好"))],
        widget=forms.RadioSelect,
        coerce=lambda said: said == "yes",
    )
    words = forms.CharField(label=_("复查看到什么"), max_length=300, widget=WORDS)
