"""What people fill in about keeping a promise."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhengyou.core import clock
from zhengyou.core.fields import day, words
from zhengyou.core.templatetags.days import zh_day
from zhengyou.rooms.pledges.models import Review


class WordsForm(forms.Form):
    """说一句 — what was done, or said, on a day."""

    on_day = day(label=_("哪一天"))
    words = words(label=_("做到了什么"), max_length=300, help_text=_("群众看得到"))

    def __init__(self, *args: Any, label: str = "", **kwargs: Any) -> None:
        kwargs["initial"] = {"on_day": clock.today()} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        if label:
            self.fields["words"].label = label


class FulfilForm(WordsForm):
    """登记履诺 — what was done, and which fact stands behind it."""

    paper = forms.CharField(
        label=_("依据：文件、票据、验收单"),
        max_length=120,
        required=False,
        help_text=_("写名称和编号就行，不用上传"),
    )

    def __init__(self, *args: Any, meetings: Any, findings: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label, queryset in (
            ("meeting", _("依据：哪次会议"), meetings),
            ("finding", _("依据：哪项整改"), findings),
        ):
            if queryset.exists():
                self.fields[name] = Dated(
                    label=label, queryset=queryset, required=False, empty_label=_("没有")
                )


class Dated(forms.ModelChoiceField):
    """事实 — what it was, after its day."""

    def label_from_instance(self, fact: Any) -> str:
        day = getattr(fact, "held_on", None) or getattr(fact, "right_on", None)
        return f"{zh_day(day)} {fact}" if day else str(fact)


class DiscussForm(WordsForm):
    """议诺 — what was said, and at which meeting."""

    def __init__(self, *args: Any, meetings: Any, **kwargs: Any) -> None:
        super().__init__(*args, label=str(_("大家说了什么")), **kwargs)
        if meetings.exists():
            self.fields["meeting"] = Dated(
                label=_("在哪次会上"), queryset=meetings, required=False, empty_label=_("没有开会，个别说的"),
                help_text=_("选了会议，日子以会议为准"),
            )  # fmt: skip


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
