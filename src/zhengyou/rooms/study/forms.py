"""What people fill in about study."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhengyou.core.fields import day
from zhengyou.core.models import Organisation
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


class SampleForm(forms.Form):
    """抽查 — from what, and how sure to find out which failure rate."""

    organisation = forms.ModelChoiceField(Organisation.objects.none(), label=_("查哪里"))
    kind = forms.ChoiceField(label=_("种类"), choices=Work.Kind.choices)
    since = day(label=_("从哪天"))
    until = day(label=_("到哪天"))
    rate = forms.DecimalField(
        label=_("不合格率超过（%）"),
        min_value=Decimal(0),
        max_value=Decimal("99.99"),
        max_digits=5,
        decimal_places=2,
        initial=5,
    )
    sureness = forms.DecimalField(
        label=_("就有多大把握查出来（%）"),
        min_value=Decimal(1),
        max_value=Decimal("99.99"),
        max_digits=5,
        decimal_places=2,
        initial=95,
        help_text=_("要看多少篇由系统算"),
    )

    def __init__(self, *args: Any, places: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = places  # type: ignore[attr-defined]


class SampleFindingForm(forms.Form):
    """抽查结果登记为督导发现 — at which visit, who puts it right, by when; what was found is written from the sample."""

    visit = forms.ChoiceField(label=_("哪一次督导"))
    whose = forms.CharField(label=_("谁来整改"), max_length=40, help_text=_("写职务，如支部书记"))
    due_on = day(label=_("改到哪天"))

    def __init__(self, *args: Any, visits: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = {str(visit.pk): visit for visit in visits}
        choices = [(key, f"{visit} {visit.visited_on}") for key, visit in self.offered.items()]
        self.fields["visit"].choices = choices  # type: ignore[attr-defined]

    def clean_visit(self) -> Any:
        return self.offered[self.cleaned_data["visit"]]
