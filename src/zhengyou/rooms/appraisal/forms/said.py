"""What is filled in on an opened score."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhengyou.core.fields import day
from zhengyou.rooms.appraisal.forms.beside import BesideForm
from zhengyou.rooms.appraisal.models import Clause, Criterion, Dispute, Scheme
from zhengyou.rooms.appraisal.queries import Appraised

WORDS = forms.Textarea(attrs={"rows": 3})


class DisputeForm(BesideForm):
    """这个数不对 — which line of the score, and what is wrong with it."""

    what = forms.ChoiceField(label=_("哪一项"))
    words = forms.CharField(label=_("哪里不对"), max_length=300, widget=WORDS)

    def __init__(self, *args: Any, appraised: Appraised, scheme: Scheme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.criteria = {
            f"c{c.pk}": c for c in scheme.criteria.all() if c.by != Criterion.By.HEADING
        }  # a heading is a sum: what is wrong is one of its lines
        self.marks = {f"m{m.pk}": m for m in appraised.standing}
        choices = {**self.criteria, **self.marks}
        self.fields["what"].choices = [(k, str(c)) for k, c in choices.items()]  # type: ignore[attr-defined]

    @property
    def details(self) -> dict[str, Any]:
        """What the deed takes."""
        what = self.cleaned_data["what"]
        return {
            "criterion": self.criteria.get(what),
            "mark": self.marks.get(what),
            "words": self.cleaned_data["words"],
        }


class ReplyForm(BesideForm):
    """答复 — whether it holds, and what was looked at."""

    holds = forms.TypedChoiceField(
        label=_("结论"),
        choices=[("yes", _("成立")), ("no", _("不成立"))],
        widget=forms.RadioSelect,
        coerce=lambda said: said == "yes",
        help_text=_("成立的扣分或加分随即撤销；事实有误的，请填写人改正，得分随之变"),
    )
    words = forms.CharField(label=_("查了什么"), max_length=300, widget=WORDS)
    points = forms.DecimalField(
        label=_("应得几分"),
        max_digits=6,
        decimal_places=2,
        min_value=0,
        required=False,
        help_text=_("异议成立，才由给分的人写"),
    )

    def __init__(self, *args: Any, dispute: Dispute, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if dispute.criterion is None or dispute.criterion.by != Criterion.By.CHECK:
            del self.fields["points"]


class CommentForm(BesideForm):
    """点评 — words, no points; perhaps a day by which to say what was done."""

    words = forms.CharField(label=_("点评"), max_length=300, widget=WORDS, help_text=_("只写话，不加减分"))
    due_on = day(label=_("哪天前答复做了什么"), required=False, help_text=_("不用答复就空着"))


class MarkForm(BesideForm):
    """加减分 — by which clause, how many points, what happened and when."""

    clause = forms.ModelChoiceField(label=_("条款"), queryset=Clause.objects.none(), empty_label=None)
    points = forms.DecimalField(
        label=_("分"),
        max_digits=5,
        decimal_places=2,
        min_value=0,
        required=False,
        help_text=_("一票否决不填"),
    )
    words = forms.CharField(label=_("事由"), max_length=200, help_text=_("什么事、谁能证明"))
    on_day = day(label=_("发生日期"))

    def __init__(self, *args: Any, scheme: Scheme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["clause"].queryset = scheme.clauses.all()  # type: ignore[attr-defined]

    @property
    def details(self) -> dict[str, Any]:
        """What the deed takes."""
        return self.cleaned_data | {"points": self.cleaned_data["points"] or 0}


class RetractForm(BesideForm):
    """撤销加减分 — why it falls."""

    why = forms.CharField(label=_("为什么撤销"), max_length=200)
