"""What a line shall say instead: one form for each thing that it may become."""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Any
from unicodedata import normalize

from django import forms
from django.utils.translation import gettext_lazy as _

from zhengyou.core.fields import day, words
from zhengyou.core.language import listed
from zhengyou.core.models import Category, Kind
from zhengyou.core.rules import RULES, Rule
from zhengyou.rooms.campaigns.models import Requirement

NEED = "need_"
NUMBER = re.compile(r"^\d+(/0*[1-9]\d*|\.\d+)?%?$")
BETWEEN = re.compile(r"[\u3001\uff0c,\uff1b;\s]+")  # commas, semicolons and the stop of a list, both widths


class LineForm(forms.Form):
    """条目 — what a line says; each subclass knows one thing that it may become."""

    def __init__(self, entry: dict[str, Any], stages: list[str], data: Any = None) -> None:
        self.before = entry
        super().__init__(data, initial=self.shown(entry), auto_id="line_%s")
        if "stage" in self.fields:
            choices = [("", _("不属于哪个阶段")), *((name, name) for name in stages)]
            self.fields["stage"].choices = choices  # type: ignore[attr-defined]

    def shown(self, entry: dict[str, Any]) -> dict[str, Any]:
        """The entry as the fields show it."""
        return entry

    def entry(self) -> dict[str, Any]:
        """The entry as it was filled in; what is left empty is left out, what has no field stays."""
        told = {key: _plain(value) for key, value in self.cleaned_data.items()}
        kept = {key: value for key, value in self.before.items() if key not in self.fields}
        return kept | {key: value for key, value in told.items() if value not in ("", [], None)}


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


class StageForm(LineForm):
    """阶段 — its name and its days."""

    name = forms.CharField(label=_("名称"), max_length=40)
    starts_on = day(label=_("开始"))
    ends_on = day(label=_("结束"))


class TaskForm(LineForm):
    """任务 — what, who, by when, how often."""

    what = words(rows=3, label=_("做什么"), max_length=500)
    who = forms.CharField(label=_("谁来做"), max_length=80, required=False)
    due_on = forms.CharField(
        label=_("截止"), max_length=40, required=False, help_text=_("写成2010-06-30，说不准哪一天的用文字")
    )
    cadence = forms.CharField(label=_("频次"), max_length=40, required=False)


class WordsForm(LineForm):
    """标准、机制 — its words."""

    what = words(rows=3, label=_("内容"), max_length=500)


class RequirementForm(LineForm):
    """要求 — of whom, how much, by when; a number for each measure that its rule looks at."""

    name = forms.CharField(label=_("名称"), max_length=40)
    grain = forms.ChoiceField(label=_("对象"), choices=Requirement.Grain.choices)
    due_on = day(label=_("截止"))
    stage = forms.ChoiceField(label=_("阶段"), required=False)
    posts = forms.CharField(
        label=_("只对哪些职务"),
        required=False,
        max_length=80,
        help_text=_("例如书记、副书记；不写就是人人都要"),
    )
    kinds = forms.MultipleChoiceField(
        label=_("对哪类组织"), choices=Kind.choices, widget=forms.CheckboxSelectMultiple
    )
    categories = forms.MultipleChoiceField(
        label=_("只对哪些领域"),
        choices=Category.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("不选就是各领域都要"),
    )

    def __init__(self, entry: dict[str, Any], stages: list[str], data: Any = None) -> None:
        super().__init__(entry, stages, data)
        rule = RULES.get(entry.get("rule", ""))
        for need, title, unit in _numbers_of(rule) if rule else ():
            self.fields[NEED + need] = forms.CharField(
                label=_("%(measure)s不少于") % {"measure": title},
                help_text=unit,
                required=False,
                max_length=12,
            )
        numbers = [name for name in self.fields if name.startswith(NEED)]
        self.order_fields(["name", *numbers, "grain", "due_on", "stage", "posts", "kinds", "categories"])
        self.initial = self.shown(entry)

    def shown(self, entry: dict[str, Any]) -> dict[str, Any]:
        """The entry with each need in its own field."""
        posts = listed(entry.get("posts") or ())
        return {
            "kinds": ["branch"],
            **entry,
            "posts": posts,
            **{NEED + m: n for m, n in entry.get("needs", {}).items()},
        }

    def clean(self) -> dict[str, Any]:
        """Put the needs together; 70% is kept as 7/10."""
        found = super().clean() or {}
        needs = {}
        for field in [name for name in self.fields if name.startswith(NEED)]:
            written = normalize("NFKC", found.pop(field, "")).strip()
            if written and not NUMBER.match(written):
                self.add_error(field, _("数请写作40、2/3、0.5或70%"))
            elif written:
                needs[field.removeprefix(NEED)] = _exact(written)
        posts = [word for word in BETWEEN.split(found.get("posts", "")) if word]
        return found | {"needs": needs, "posts": posts}

    def entry(self) -> dict[str, Any]:
        """The entry; a rule without measures has no needs."""
        made = super().entry()
        return {key: value for key, value in made.items() if key != "needs" or value}


def _numbers_of(rule: Rule) -> Iterator[tuple[str, str, Any]]:
    """The numbers that a rule takes: name, title, unit."""
    for condition in rule.conditions:
        measure, only = condition.measure, condition.only
        yield (
            measure.name,
            measure.title,
            measure.unit if measure.ratio is None else _("占比，写成2/3、0.7或70%"),
        )
        if only:
            yield only.need, only.title, only.zh_unit


def _exact(written: str) -> str:
    if not written.endswith("%"):
        return written
    return str(Fraction(written.rstrip("%")) / 100)


FORMS: dict[str, type[LineForm]] = {
    "stage": StageForm,
    "requirement": RequirementForm,
    "task": TaskForm,
    "criterion": WordsForm,
    "mechanism": WordsForm,
}
