"""What people fill in about what is to be studied."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhengyou.core.fields import day
from zhengyou.rooms.study.models import Reading


class PlanForm(forms.Form):
    """学习计划 — drawn up once; it holds for all below."""

    name = forms.CharField(label=_("名称"), max_length=60)
    starts_on = day(label=_("开始"))
    ends_on = day(label=_("结束"))
    own_topics = forms.IntegerField(
        label=_("各单位自选专题数"), min_value=0, max_value=9, initial=1, help_text=_("“四加一”填1")
    )


class TopicForm(forms.Form):
    """专题 — one more."""

    title = forms.CharField(label=_("专题"), max_length=60)


class ReadingForm(forms.Form):
    """必读篇目 — a text and the day by which it is to be read."""

    title = forms.CharField(label=_("篇目"), max_length=120)
    due_on = day(label=_("读完日期"))
    required = forms.BooleanField(label=_("必读"), required=False, initial=True)
    minutes = forms.IntegerField(
        label=_("自学计学时（分钟）"),
        min_value=0,
        max_value=480,
        initial=0,
        help_text=_("读完给计多少；0为不计。不记谁读了多久"),
    )


class ReadingsTaughtForm(forms.Form):
    """所讲篇目 — which texts of the plans a lecture was on; none is an answer too."""

    readings = forms.ModelMultipleChoiceField(
        Reading.objects.none(), label=_("讲的是哪一篇"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, texts: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["readings"].queryset = texts  # type: ignore[attr-defined]
