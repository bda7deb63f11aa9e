"""What people fill in about campaigns."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhengyou.core import clock
from zhengyou.core.fields import day
from zhengyou.core.templatetags.days import zh_date
from zhengyou.rooms.campaigns.models import Exemption, OrganisationExemption
from zhengyou.rooms.campaigns.queries import need_named


class IssueForm(forms.Form):
    """印发 — to the whole tree below, or to one part of it."""

    to: forms.ModelChoiceField = forms.ModelChoiceField(
        label=_("发到"),
        queryset=None,
        empty_label=None,
        help_text=_("只发给一部分时选那一级；上面的照样看得到"),
    )

    def __init__(self, *args: Any, places: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = places  # type: ignore[attr-defined]


class ApprovalForm(forms.Form):
    """批准超负担 — up to how many minutes, and why."""

    minutes = forms.IntegerField(label=_("每月最多分钟"), min_value=1, max_value=10_000)
    words = forms.CharField(label=_("理由"), max_length=200, help_text=_("为什么值得基层多花这些时间"))


class ExemptionForm(forms.Form):
    """例外 — who, why of a closed list, from when to when, from everything or from one requirement."""

    person: forms.ModelChoiceField = forms.ModelChoiceField(
        label=_("谁"), queryset=None, empty_label=_("请选")
    )
    reason = forms.ChoiceField(
        label=_("事由"), choices=Exemption.Reason.choices, help_text=_("只选一项，不写病情，也不用交证明")
    )
    requirement: forms.ModelChoiceField = forms.ModelChoiceField(
        label=_("哪一项不要求"), queryset=None, required=False, empty_label=_("整个活动")
    )
    since = day(label=_("起"), required=False, help_text=_("不填就是今天"))
    until = day(label=_("止"), required=False, help_text=_("从这天起照常要求；还不知道就不填"))

    def __init__(self, *args: Any, people: Any, requirements: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = people  # type: ignore[attr-defined]
        self.fields["requirement"].queryset = requirements  # type: ignore[attr-defined]


class OrganisationExemptionForm(forms.Form):
    """组织例外 — why of a closed list, from when to when, from everything or from one requirement."""

    excepted = forms.ChoiceField(label=_("事由"), choices=OrganisationExemption.Reason.choices)
    what = forms.ChoiceField(label=_("哪一项不要求"), required=False)
    since = day(label=_("起"), required=False, help_text=_("不填就是今天"))
    until = day(label=_("止"), required=False, help_text=_("从这天起照常要求；还不知道就不填"))

    def __init__(self, *args: Any, requirements: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.requirements = {str(r.pk): r for r in requirements}
        choices = [("", _("整个活动")), *((pk, r.name) for pk, r in self.requirements.items())]
        self.fields["what"].choices = choices  # type: ignore[attr-defined]

    def found(self) -> dict[str, Any]:
        """What was filled in, as the deed takes it."""
        told = self.cleaned_data
        return {
            "reason": told["excepted"],
            "requirement": self.requirements.get(told["what"]),
            "since": told["since"],
            "until": told["until"],
        }


class AmendmentForm(forms.Form):
    """变更要求 — another day, other numbers, from when, and why."""

    due_on = day(label=_("截止"))
    asks = forms.CharField(
        label=_("要求的说法"), max_length=120, help_text=_("下面的人看的是这句话，要和数字一致")
    )
    effective_on = day(label=_("从哪天起"), help_text=_("以前的数据不改"))
    words = forms.CharField(label=_("为什么改"), max_length=200)

    def __init__(self, *args: Any, requirement: Any, **kwargs: Any) -> None:
        today = clock.today()
        kwargs["initial"] = {"due_on": requirement.due_on, "asks": requirement.asks, "effective_on": today}
        super().__init__(*args, **kwargs)
        self.stands = requirement
        for name, value in requirement.needs.items():
            need = need_named(name)
            self.fields[f"need_{name}"] = forms.RegexField(
                r"^\d+(/0*[1-9]\d*|\.\d+)?$",
                label=need.title,
                initial=value,
                max_length=12,
                help_text=_("写成2/3这样的分数") if need.share else need.unit,
            )
        self.order_fields(
            [*(f"need_{n}" for n in requirement.needs), "asks", "due_on", "effective_on", "words"]
        )

    def found(self) -> dict[str, Any]:
        """What was filled in, the numbers by their measures; the words only where they were changed."""
        told = dict(self.cleaned_data)
        needs = {name: told.pop(f"need_{name}") for name in self.stands.needs}
        if told["asks"] == self.stands.asks:
            told["asks"] = ""
        return told | {"needs": needs}


class WithdrawalForm(forms.Form):
    """撤回要求 — from when, and why."""

    withdraw = forms.BooleanField(widget=forms.HiddenInput, initial=True)
    effective_on = day(label=_("从哪天起"), initial=lambda: clock.today())
    words = forms.CharField(label=_("为什么撤回"), max_length=200)


class ClosingForm(forms.Form):
    """总结 — what was done, what was not, what stays."""

    words = forms.CharField(
        label=_("总结"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("做成了什么，没做成什么，留下什么做法；数字不用写，上面都有"),
    )


class WayForm(forms.Form):
    """One of several forms on a page: it says which it is."""

    sent_as = ""

    def __init__(self, *args: Any, campaign: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["way"] = forms.CharField(widget=forms.HiddenInput, initial=self.sent_as)

    def found(self) -> dict[str, Any]:
        """What was filled in."""
        return {name: value for name, value in self.cleaned_data.items() if name != "way"}


class AdaptForm(WayForm):
    """结合实际调整 — a theme of one's own, and for each stage days inside its own."""

    sent_as = "adapting"
    theme = forms.CharField(label=_("本单位主题"), max_length=120)

    def __init__(self, *args: Any, campaign: Any, **kwargs: Any) -> None:
        super().__init__(*args, campaign=campaign, **kwargs)
        self.stages = list(campaign.stages.all())
        for s in self.stages:
            label = {"stage": s.name, "first": zh_date(s.starts_on), "last": zh_date(s.ends_on)}
            self.fields[f"from_{s.pk}"] = day(
                label=gettext("%(stage)s从哪天") % label,
                required=False,
                help_text=gettext("不早于%(first)s；不填就照原来的") % label,
            )
            self.fields[f"to_{s.pk}"] = day(
                label=gettext("%(stage)s到哪天") % label,
                required=False,
                help_text=gettext("不晚于%(last)s；不填就照原来的") % label,
            )

    def found(self) -> dict[str, Any]:
        """The theme, and the days of the stages for which any were given."""
        told = self.cleaned_data
        days = {
            s: (told[f"from_{s.pk}"] or s.starts_on, told[f"to_{s.pk}"] or s.ends_on) for s in self.stages
        }
        own = {s: (a, b) for s, (a, b) in days.items() if (a, b) != (s.starts_on, s.ends_on)}
        return {"theme": told["theme"], "days": own}


class FilingForm(WayForm):
    """报备方案 — the theme and what is to be done."""

    sent_as = "filing"
    theme = forms.CharField(label=_("本单位主题"), max_length=120)
    words = forms.CharField(label=_("方案"), max_length=20_000, widget=forms.Textarea(attrs={"rows": 10}))


class AnswerForm(WayForm):
    """答复方案 — accepted, or returned with what is to be mended."""

    sent_as = "answering"
    accepted = forms.TypedChoiceField(
        label=_("答复"),
        choices=(("1", _("同意")), ("0", _("退回修改"))),
        coerce=lambda value: value == "1",
        widget=forms.RadioSelect,
    )
    words = forms.CharField(label=_("意见"), max_length=300, required=False, help_text=_("退回要写明改哪里"))
