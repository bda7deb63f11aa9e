"""What people fill in about what members wrote."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhengyou.core.fields import day
from zhengyou.rooms.orgs.models import Person
from zhengyou.rooms.study.models import Work


class WorkForm(forms.Form):
    """登记笔记 — title and length; the text only where its author puts it in."""

    kind = forms.ChoiceField(label=_("种类"), choices=Work.Kind.choices, widget=forms.RadioSelect)
    title = forms.CharField(label=_("题目"), max_length=120)
    written_on = day(label=_("日期"))
    characters = forms.IntegerField(
        label=_("字数"), min_value=1, required=False, help_text=_("填了正文就不用填，由系统数")
    )
    text = forms.CharField(
        label=_("正文"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("可以不填，写在本子上的只登记题目和字数；填了只有您和批阅人看得到"),
    )


class WorkForOthersForm(WorkForm):
    """代为登记笔记 — what somebody wrote on paper."""

    text = None  # type: ignore[assignment]
    person = forms.ModelChoiceField(Person.objects.none(), label=_("谁写的"))
    field_order = ("person", "kind", "title", "written_on", "characters")

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = people  # type: ignore[attr-defined]
        self.fields["characters"].required = True
        self.fields["characters"].help_text = ""


class ReviewForm(forms.Form):
    """批阅 — a remark for the author, and the day on which it was read."""

    remark = forms.CharField(
        label=_("批语"), max_length=200, required=False, help_text=_("只有作者和批阅人看得到")
    )
    on_day = day(label=_("批阅日期"), required=False, help_text=_("不填就是今天"))
