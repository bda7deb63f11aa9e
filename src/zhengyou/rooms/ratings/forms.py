"""What people fill in about ratings."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhengyou.core.fields import day
from zhengyou.rooms.ratings.models import Access, Grade, Group, Round
from zhengyou.rooms.ratings.queries import MOST_AT_ONCE, criteria_sets_of

WHICH = (("branches", _("所辖全部党支部")), ("children", _("直接下级")), ("own", _("本组织")))


class RoundForm(forms.Form):
    """开展测评 — who is rated by whom, on which questions, until when."""

    name = forms.CharField(label=_("名称"), max_length=60)
    which = forms.ChoiceField(label=_("评谁"), choices=WHICH)
    groups = forms.MultipleChoiceField(
        label=_("由谁来评"),
        choices=Group.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("除自评外都凭码、不记名，开了以后不能改成记名"),
    )
    access = forms.ChoiceField(
        label=_("怎样投"),
        choices=Access.choices,
        initial=Access.CODE,
        help_text=_("公开链接谁都能投、能投多次，只能用于群众评议，结果另标，不进考评"),
    )
    criteria_set = forms.ChoiceField(
        label=_("按方案里的标准问"), required=False, help_text=_("选了一套，每条标准就是一题")
    )
    questions = forms.CharField(
        label=_("自己写的问题"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("一行一个问题；每题都在好、较好、一般、差里选一个"),
    )
    opens_on = day(label=_("开始"))
    closes_on = day(label=_("截止"), help_text=_("过了这一天才能开箱计票"))

    def __init__(self, *args: Any, campaign: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sets = [(code, f"{name} · {len(items)}") for code, name, items in criteria_sets_of(campaign)]
        if sets:
            self.fields["criteria_set"].choices = [("", _("不用，自己写")), *sets]  # type: ignore[attr-defined]
        else:
            del self.fields["criteria_set"]

    def clean_questions(self) -> list[str]:
        return [line.strip() for line in self.cleaned_data["questions"].splitlines() if line.strip()]

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if not found.get("questions") and not found.get("criteria_set"):
            self.add_error("questions", _("选一套标准，或者至少写一个问题。"))
        first, last = found.get("opens_on"), found.get("closes_on")
        if isinstance(first, date) and isinstance(last, date) and last < first:
            self.add_error("closes_on", _("截止日期在开始日期以前。"))
        return found


class CodesForm(forms.Form):
    """发评议码 — how many codes for each organisation rated."""

    group = forms.ChoiceField(label=_("来源"))
    number = forms.IntegerField(label=_("每个组织发几个"), min_value=1, max_value=MOST_AT_ONCE)
    occasion = forms.CharField(
        label=_("在哪里发"),
        max_length=60,
        required=False,
        help_text=_("如“5月20日党员大会，按到会人数”；印在纸条上"),
    )

    def __init__(self, *args: Any, round: Round, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [(g, Group(g).label) for g in round.groups if g != Group.SELF]
        self.fields["group"].choices = offered  # type: ignore[attr-defined]


class CodeForm(forms.Form):
    """凭码评一评 — the code from a slip."""

    code = forms.CharField(
        label=_("评议码"),
        max_length=40,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
                "placeholder": "ABCDE-FGHJK",
            }
        ),
    )


class ReceiptForm(forms.Form):
    """查回执 — the number shown after rating."""

    receipt = forms.CharField(
        label=_("回执"),
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "inputmode": "numeric", "placeholder": "1234-5678-9012"}
        ),
    )


class AnswersForm(forms.Form):
    """测评票 — a grade for every question of a round."""

    def __init__(self, *args: Any, round: Round, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for n, question in enumerate(round.questions):
            self.fields[f"q{n}"] = forms.ChoiceField(
                label=question,
                choices=Grade.choices,
                error_messages={"required": _("这一题还没有选"), "invalid_choice": _("这一题还没有选")},
            )

    @property
    def answers(self) -> list[str]:
        """The grades in the order of the questions."""
        return [self.cleaned_data[name] for name in self.fields]

    @property
    def questions(self) -> list[dict[str, Any]]:
        """The questions as the ballot's template asks for them."""
        return [
            {
                "name": name,
                "words": field.label,
                "choices": Grade.choices,
                "chosen": self.data.get(name, ""),
                "error": " ".join(str(e) for e in self.errors.get(name, [])) if self.is_bound else "",
                "required": True,
            }
            for name, field in self.fields.items()
        ]
