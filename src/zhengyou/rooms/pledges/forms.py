"""What people fill in about promises."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhengyou.core import clock
from zhengyou.core.fields import day
from zhengyou.core.models import Organisation
from zhengyou.rooms.orgs.queries import members_of
from zhengyou.rooms.pledges.models import Review

STEPS = range(1, 5)


def words(rows: int = 2, **given: Any) -> forms.CharField:
    """A sentence or two."""
    return forms.CharField(widget=forms.Textarea(attrs={"rows": rows}), **given)


class PledgeForm(forms.Form):
    """承诺 — what is promised, how one will see it, and up to four dated steps."""

    what = words(label=_("承诺什么"), max_length=200, help_text=_("一句话，群众看得懂；不写身份证号和手机号"))
    how_seen = words(
        label=_("怎样算做到"), max_length=200, required=False, help_text=_("要能检查；公开以前必须写上")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for n in STEPS:
            label = _("第%(n)d步做什么") % {"n": n}
            self.fields[f"step_{n}"] = forms.CharField(label=label, max_length=100, required=False)
            self.fields[f"due_{n}"] = day(label=_("第%(n)d步哪天前做到") % {"n": n}, required=False)
        self.fields["shown_by_name"] = forms.BooleanField(
            label=_("愿意公开姓名（不选就写“一名党员”）"), required=False
        )

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        found["steps"] = []
        for n in STEPS:
            what, due = found.pop(f"step_{n}", ""), found.pop(f"due_{n}", None)
            if bool(what) != bool(due) and f"due_{n}" not in self.errors:
                self.add_error(f"due_{n}" if what else f"step_{n}", _("做什么和哪天前做到要一起写。"))
            elif what and due:
                found["steps"].append((what, due))
        return found


class BranchPledgeForm(PledgeForm):
    """承诺(支部登记) — the organisation's own promise, or one that a member made on paper."""

    person: forms.ModelChoiceField = forms.ModelChoiceField(
        label=_("谁的承诺"), queryset=None, required=False, empty_label=_("本组织的承诺")
    )
    field_order = ("person", "what", "how_seen")

    def __init__(self, *args: Any, organisation: Organisation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = members_of(organisation)  # type: ignore[attr-defined]


class WordsForm(forms.Form):
    """说一句 — what was done, or said, on a day."""

    on_day = day(label=_("哪一天"))
    words = words(label=_("做到了什么"), max_length=300, help_text=_("群众看得到"))

    def __init__(self, *args: Any, label: str = "", **kwargs: Any) -> None:
        kwargs["initial"] = {"on_day": clock.today()} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        if label:
            self.fields["words"].label = label


class ReviewForm(forms.Form):
    """评诺 — a judgement from above, or how others voted."""

    source = forms.ChoiceField(label=_("谁评的"))
    verdict = forms.ChoiceField(
        label=_("结论"),
        choices=[("", _("由票数定")), *Review.Verdict.choices],
        required=False,
        help_text=_("填了票数就不用选，票多的算，一样多时取差的"),
    )
    kept = forms.IntegerField(label=_("“做到了”票数"), min_value=0, required=False)
    partly = forms.IntegerField(label=_("“做了一半”票数"), min_value=0, required=False)
    not_kept = forms.IntegerField(label=_("“没做到”票数"), min_value=0, required=False)
    words = words(label=_("说了什么"), max_length=300, required=False)
    on_day = day(label=_("哪一天"))

    def __init__(self, *args: Any, from_above: bool, **kwargs: Any) -> None:
        kwargs["initial"] = {"on_day": clock.today()} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        offered = [c for c in Review.Source.choices if from_above or c[0] != Review.Source.ABOVE]
        self.fields["source"].choices = offered  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        found["votes"] = {v: found.pop(v, None) or 0 for v in Review.Verdict.values}
        if not found.get("verdict") and not any(found["votes"].values()):
            self.add_error("verdict", _("请选一个结论，或填票数。"))
        return found


class ChangeForm(forms.Form):
    """修改承诺 — new words, perhaps one step more, and why."""

    what = words(label=_("承诺什么"), max_length=200)
    how_seen = words(label=_("怎样算做到"), max_length=200, required=False)
    step = forms.CharField(label=_("增加一步：做什么"), max_length=100, required=False)
    due_on = day(label=_("增加的一步哪天前做到"), required=False)
    why = forms.CharField(
        label=_("为什么改"), max_length=200, required=False, help_text=_("已公开的必须写；原来的话一直看得到")
    )

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        step, due_on = found.pop("step", ""), found.pop("due_on", None)
        if bool(step) != bool(due_on):
            self.add_error("due_on" if step else "step", _("做什么和哪天前做到要一起写。"))
        found["add_steps"] = [(step, due_on)] if step and due_on else []
        return found


class StepForm(forms.Form):
    """修改步骤 — what a step says, its day, and why."""

    what = forms.CharField(label=_("做什么"), max_length=100)
    due_on = day(label=_("哪天前做到"))
    why = forms.CharField(label=_("为什么改"), max_length=200, required=False, help_text=_("已公开的必须写"))


class WhyForm(forms.Form):
    """原因 — why a promise is withdrawn."""

    why = words(label=_("为什么撤回"), max_length=200, help_text=_("群众看得到"))
