"""What people fill in about meetings."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhengyou.core import clock
from zhengyou.core.fields import day
from zhengyou.core.models import Organisation
from zhengyou.rooms.meetings.models import Attendance, Meeting, Reason
from zhengyou.rooms.orgs.models import Person


class MeetingForm(forms.Form):
    """会议 — what is called, when, for how long; more than the first five is seldom needed."""

    title = forms.CharField(label=_("题目"), max_length=120)
    kind = forms.ChoiceField(label=_("种类"), choices=Meeting.Kind.choices)
    held_on = day(label=_("日期"))
    starts_at = forms.TimeField(
        label=_("时间"), required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    minutes = forms.IntegerField(
        label=_("时长（分钟）"),
        min_value=1,
        max_value=480,
        help_text=_("45分钟为1学时；学时按这个时长自动计"),
    )
    place = forms.CharField(label=_("地点"), max_length=60, required=False)
    topic = forms.CharField(
        label=_("专题"),
        max_length=60,
        required=False,
        help_text=_("写了专题，缺课的人可以在同一专题的补课班上补"),
    )
    speaker = forms.CharField(label=_("主讲人"), max_length=40, required=False)
    speaks_as = forms.ChoiceField(
        label=_("主讲人身份"), choices=[("", "—"), *Meeting.Speaker.choices], required=False
    )
    agenda = forms.CharField(label=_("议程"), widget=forms.Textarea(attrs={"rows": 3}), required=False)
    repeats = forms.ModelChoiceField(
        Meeting.objects.none(), label=_("补哪一次会"), required=False, empty_label=_("不是补课")
    )
    partners = forms.ModelMultipleChoiceField(
        Organisation.objects.none(), label=_("一起开的组织"), required=False
    )

    def __init__(self, *args: Any, missed: Any, partners: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (("repeats", missed), ("partners", partners)):
            self.fields[name].queryset = choices  # type: ignore[attr-defined]
            if not choices.exists():
                del self.fields[name]


class MakeUpForm(forms.Form):
    """补课 — how and when a miss was made up."""

    how = forms.ChoiceField(
        label=_("怎样补的"),
        choices=[(h.value, h.label) for h in Attendance.MAKE_UPS],
        widget=forms.RadioSelect,
    )
    on_day = day(label=_("日期"), required=False, help_text=_("在补课班上补的，按补课班那天算"))
    at = forms.ModelChoiceField(
        Meeting.objects.none(), label=_("补课班"), required=False, empty_label=_("没有补课班")
    )

    def __init__(self, *args: Any, classes: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["at"].queryset = classes  # type: ignore[attr-defined]
        if not classes.exists():
            del self.fields["at"]

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        found["on_day"] = found.get("on_day") or clock.today()
        return found


class WithdrawForm(forms.Form):
    """撤销补课 — why."""

    why = forms.CharField(label=_("为什么撤销"), max_length=200)


class LeaveForm(forms.Form):
    """请假 — from when to when, and which sort of reason; nobody's illness is written down."""

    since = day(label=_("从哪天"))
    until = day(label=_("到哪天"))
    reason = forms.ChoiceField(
        label=_("事由"),
        choices=Reason.choices,
        widget=forms.RadioSelect,
        help_text=_("只分大类，不写病情"),
    )


class LeaveForOthersForm(LeaveForm):
    """代为请假 — the same for somebody who told the branch."""

    person = forms.ModelChoiceField(Person.objects.none(), label=_("谁请假"))
    field_order = ("person", "since", "until", "reason")

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = people  # type: ignore[attr-defined]


class RecordForm(forms.Form):
    """会议记录 — what was said; guests are counted."""

    record = forms.CharField(label=_("会议记录"), widget=forms.Textarea(attrs={"rows": 6}), required=False)
    guests = forms.IntegerField(
        label=_("列席人数"), min_value=0, max_value=9999, initial=0, help_text=_("只记人数，不记姓名")
    )


class ResolutionForm(forms.Form):
    """决议事项 — what, who, by when."""

    what = forms.CharField(label=_("事项"), max_length=200)
    owner = forms.ModelChoiceField(Person.objects.none(), label=_("谁负责"), required=False)
    due_on = day(label=_("完成日期"), required=False)

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = people  # type: ignore[attr-defined]
