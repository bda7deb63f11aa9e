"""What is filled in about supervision."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhengyou.core import clock
from zhengyou.core.fields import day, words
from zhengyou.core.models import Organisation
from zhengyou.rooms.supervision.models import CheckLine, SupervisionGroup, SupervisionVisit


class GroupForm(forms.Form):
    """组建督导组 — for which campaign, called what."""

    campaign = forms.ChoiceField(label=_("活动"))
    name = forms.CharField(label=_("名称"), max_length=40, help_text=_("如第一督导组"))

    def __init__(self, *args: Any, campaigns: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = {str(c.pk): c for c in campaigns}
        self.fields["campaign"].choices = [(key, str(c)) for key, c in self.offered.items()]  # type: ignore[attr-defined]

    def clean_campaign(self) -> Any:
        return self.offered[self.cleaned_data["campaign"]]


class MemberForm(forms.Form):
    """增加督导组成员 — which account, and whether it leads."""

    user = forms.ChoiceField(label=_("谁"), help_text=_("列出的是有“督导组”授权的账号"))
    leads = forms.BooleanField(label=_("组长"), required=False)

    def __init__(self, *args: Any, users: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = {str(u.pk): u for u in users}
        self.fields["user"].choices = [(key, str(u)) for key, u in self.offered.items()]  # type: ignore[attr-defined]

    def clean_user(self) -> Any:
        return self.offered[self.cleaned_data["user"]]


class AssignForm(forms.Form):
    """分工督导 — where to, out of what was found by its name."""

    organisation = forms.ChoiceField(label=_("督导哪里（连同它的下级）"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, organisations: Iterable[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = {str(o.pk): o for o in organisations}
        choices = [(key, called(o)) for key, o in self.offered.items()]
        self.fields["organisation"].choices = choices  # type: ignore[attr-defined]
        if len(choices) == 1:
            self.initial.setdefault("organisation", choices[0][0])

    def clean_organisation(self) -> Organisation:
        return self.offered[self.cleaned_data["organisation"]]


def called(organisation: Organisation) -> str:
    """The name of an organisation with that of the one above it."""
    if organisation.parent is None:
        return organisation.name
    told = {"name": organisation.name, "above": organisation.parent.short_name}
    return gettext("%(name)s（%(above)s）") % told


class CheckForm(forms.Form):
    """增加督查清单 — one more line."""

    words = forms.CharField(
        label=_("看什么"), max_length=120, help_text=_("系统里查得到的不用写，督导时排在旁边；不写拍照、截图")
    )


class FocusForm(forms.Form):
    """选定重点单位 — for which group, and why."""

    group = forms.ChoiceField(label=_("督导组"))
    why = forms.CharField(label=_("为什么选"), max_length=120, help_text=_("如基础较好、工作扎实"))

    def __init__(self, *args: Any, groups: Iterable[SupervisionGroup], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = {str(g.pk): g for g in groups}
        self.fields["group"].choices = [(key, str(g)) for key, g in self.offered.items()]  # type: ignore[attr-defined]

    def clean_group(self) -> SupervisionGroup:
        return self.offered[self.cleaned_data["group"]]


class StartForm(forms.Form):
    """登记督导 — for which group, how, on which day; why where it is not the first in the quarter."""

    group = forms.ChoiceField(label=_("督导组"))
    how = forms.ChoiceField(label=_("方式"), choices=SupervisionVisit.How.choices, widget=forms.RadioSelect)
    visited_on = day(label=_("哪一天"), initial=lambda: clock.today())
    why_again = forms.CharField(
        label=_("为什么再去"), max_length=120, required=False, help_text=_("本季度已有人督导过的才写")
    )

    def __init__(
        self, *args: Any, groups: Iterable[SupervisionGroup], again: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.offered = {str(g.pk): g for g in groups}
        self.fields["group"].choices = [(key, str(g)) for key, g in self.offered.items()]  # type: ignore[attr-defined]
        if len(self.offered) == 1:
            self.fields["group"].widget = forms.HiddenInput()
            self.initial["group"] = next(iter(self.offered))
        if not again:
            self.fields["why_again"].widget = forms.HiddenInput()

    def clean_group(self) -> SupervisionGroup:
        return self.offered[self.cleaned_data["group"]]


class FindingForm(forms.Form):
    """登记督导发现 — what, about which line, whose, by when."""

    what = words(label=_("发现了什么"), max_length=200)
    item = forms.ChoiceField(label=_("对着清单哪一条"), required=False)
    whose = forms.CharField(label=_("谁来整改"), max_length=40, help_text=_("写职务，如支部书记"))
    due_on = day(label=_("改到哪天"))

    def __init__(self, *args: Any, lines: Iterable[CheckLine], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = {str(line.pk): line for line in lines}
        choices = [("", gettext("清单以外的")), *((key, line.words) for key, line in self.offered.items())]
        self.fields["item"].choices = choices  # type: ignore[attr-defined]

    def clean_item(self) -> CheckLine | None:
        return self.offered.get(self.cleaned_data["item"])


class FinishForm(forms.Form):
    """结束督导登记 — a sentence about the whole."""

    words = words(label=_("总的看怎样"), max_length=300)


class AnswerForm(forms.Form):
    """答复督导发现 — what was done."""

    words = words(label=_("怎样整改的"), max_length=300, help_text=_("做完了再写；督导组复查到位才算"))
    on_day = day(label=_("哪一天做完的"), initial=lambda: clock.today())


class RecheckForm(forms.Form):
    """复查督导发现 — what was seen, whether it holds, another limit where it does not."""

    words = words(label=_("看到了什么"), max_length=300)
    holds = forms.ChoiceField(
        label=_("整改到位了吗"),
        choices=[("1", _("到位")), ("0", _("没有到位"))],
        widget=forms.RadioSelect,
    )
    due_on = day(label=_("没有到位的，再改到哪天"), required=False)

    def clean_holds(self) -> bool:
        return bool(self.cleaned_data["holds"] == "1")


class PresenceForm(forms.Form):
    """登记上级到会 — who came; what they say of the meeting, where they say it themselves."""

    who = forms.ChoiceField(label=_("谁到会了"), widget=forms.RadioSelect)
    words = words(
        label=_("对会议的评价"), max_length=300, required=False, help_text=_("由到会的人自己写，可以不写")
    )

    def __init__(self, *args: Any, people: Iterable[Any], own: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = {str(u.pk): u for u in people}
        self.fields["who"].choices = [(key, str(u)) for key, u in self.offered.items()]  # type: ignore[attr-defined]
        if len(self.offered) == 1:
            self.initial["who"] = next(iter(self.offered))
        if own not in self.offered.values():
            del self.fields["words"]

    def clean_who(self) -> Any:
        return self.offered[self.cleaned_data["who"]]
