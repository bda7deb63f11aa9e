"""What people fill in about meetings."""

from django import forms
from django.utils.translation import gettext_lazy as _

from zhengyou.rooms.meetings.models import Meeting


class MeetingForm(forms.Form):
    """会议 — what is called, when, for how long."""

    title = forms.CharField(label=_("题目"), max_length=120)
    kind = forms.ChoiceField(label=_("种类"), choices=Meeting.Kind.choices)
    held_on = forms.DateField(label=_("日期"), widget=forms.DateInput(attrs={"type": "date"}))
    minutes = forms.IntegerField(
        label=_("时长（分钟）"),
        min_value=1,
        max_value=480,
        help_text=_("45分钟为1学时；学时按这个时长自动计"),
    )
    place = forms.CharField(label=_("地点"), max_length=60, required=False)
