"""What people fill in about promises."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhengyou.core.fields import day, words
from zhengyou.core.models import Organisation
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.campaigns.queries.asking import concerning
from zhengyou.rooms.pledges.models import Pledge
from zhengyou.rooms.pledges.queries import duty_posts_of, promisers, wishes_for

STEPS = range(1, 5)


def _told(what: str, words: str) -> str:
    return gettext("%(told)s：%(words)s") % {"told": what, "words": words}


class Task(forms.ModelChoiceField):
    """任务要求 — what is asked, in its own words."""

    def label_from_instance(self, asked: Any) -> str:
        return _told(asked.name, asked.asks)


class Wishes(forms.ModelMultipleChoiceField):
    """心愿 — who had it, and what it was."""

    def label_from_instance(self, wish: Any) -> str:
        return _told(wish.get_origin_display(), wish.words)


class StepsForm(forms.Form):
    """步骤 — up to four dated steps, the last fields of their form."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._ask_for_steps()

    def _ask_for_steps(self) -> None:
        for n in STEPS:
            label = _("第%(n)d步做什么") % {"n": n}
            self.fields[f"step_{n}"] = forms.CharField(label=label, max_length=100, required=False)
            self.fields[f"due_{n}"] = day(label=_("第%(n)d步哪天前做到") % {"n": n}, required=False)

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


class PledgeForm(StepsForm):
    """承诺 — what is promised, how one will see it, and up to four dated steps."""

    what = words(label=_("承诺什么"), max_length=200, help_text=_("一句话，群众看得懂；不写身份证号和手机号"))
    how_seen = words(
        label=_("怎样算做到"), max_length=200, required=False, help_text=_("要能检查；公开以前必须写上")
    )

    field_order: tuple[str, ...] = (
        "requirement",
        "wishes",
        "post",
        "what",
        "how_seen",
    )  # what it comes from, then its words

    def __init__(
        self, *args: Any, organisation: Organisation, campaign: Campaign | None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._ask_where_from(organisation, campaign)
        self.fields["shown_by_name"] = forms.BooleanField(
            label=_("愿意公开姓名（不选就写“一名党员”）"), required=False
        )
        self.order_fields(self.field_order)

    def _ask_where_from(self, organisation: Organisation, campaign: Campaign | None) -> None:
        """The sources of a promise, each only where there is something to take up."""
        if campaign is not None:
            tasks = concerning(campaign, organisation).order_by("due_on", "pk")
            self.fields["requirement"] = Task(
                label=_("来自哪项任务要求"), queryset=tasks, required=False, empty_label=_("不针对哪一项")
            )
        wishes = wishes_for(organisation, campaign.pk if campaign else None)
        if wishes.exists():
            self.fields["wishes"] = Wishes(
                label=_("来自哪些心愿：群众希望、党员愿意、领导要求"),
                queryset=wishes,
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )
        if (posts := duty_posts_of(organisation)).exists():
            self.fields["post"] = forms.ModelChoiceField(
                label=_("依哪个岗位承诺"), queryset=posts, required=False, empty_label=_("不依岗位")
            )


class BranchPledgeForm(PledgeForm):
    """承诺(支部登记) — the organisation's own promise, or one that a member made on paper."""

    person: forms.ModelChoiceField = forms.ModelChoiceField(
        label=_("谁的承诺"), queryset=None, required=False, empty_label=_("本组织的承诺")
    )
    kind = forms.ChoiceField(
        label=_("是承诺还是实事好事"),
        choices=[c for c in Pledge.Kind.choices if c[0] != "letter"],
        required=False,
    )
    cost = forms.IntegerField(label=_("花多少钱（元）"), min_value=0, max_value=2_000_000_000, required=False)
    field_order = ("person", "kind", *PledgeForm.field_order)

    def __init__(self, *args: Any, organisation: Organisation, **kwargs: Any) -> None:
        super().__init__(*args, organisation=organisation, **kwargs)
        self.fields["person"].queryset = promisers(organisation)  # type: ignore[attr-defined]


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
