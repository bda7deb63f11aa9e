"""What people fill in about samples."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhengyou.core.fields import day
from zhengyou.core.models import Organisation
from zhengyou.rooms.study.models import Work


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
