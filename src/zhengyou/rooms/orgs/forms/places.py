"""What people fill in about venues."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhengyou.core import clock
from zhengyou.core.fields import day
from zhengyou.core.models import Organisation
from zhengyou.rooms.orgs.models import Place, Tenure, tenure_of
from zhengyou.rooms.orgs.models.places import OTHER
from zhengyou.rooms.orgs.queries.places import places_to_share


class PlaceForm(forms.Form):
    """阵地 — a venue, its area and tenure."""

    name = forms.CharField(label=_("名称"), max_length=60, help_text=_("例如村党群服务中心"))
    area = forms.IntegerField(label=_("面积（㎡）"), min_value=1, required=False)
    tenure = forms.ChoiceField(label=_("产权"), required=False)
    unsafe = forms.BooleanField(label=_("是危房"), required=False)

    def __init__(self, *args: Any, place: Place | None = None, **kwargs: Any) -> None:
        written: list[tuple[str, str]] = []
        if place is not None:
            sort = tenure_of(place.tenure)
            if sort == Tenure.OTHER and place.tenure != OTHER:
                written, sort = [(place.tenure, place.tenure)], place.tenure
            kwargs["initial"] = {
                "name": place.name, "area": place.area, "tenure": sort, "unsafe": place.in_danger
            }  # fmt: skip
        super().__init__(*args, **kwargs)
        self.fields["tenure"].choices = [("", "—"), *Tenure.choices, *written]  # type: ignore[attr-defined]


class NewPlaceForm(PlaceForm):
    """登记阵地 — the same, and since when."""

    since = day(label=_("哪天起用"), required=False, help_text=_("不填就是今天"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["since"].widget.attrs["max"] = clock.today().isoformat()


class ShareForm(forms.Form):
    """共用阵地 — whose venue is used too."""

    place: forms.ModelChoiceField = forms.ModelChoiceField(
        label=_("共用哪一处"), queryset=None, empty_label=_("请选"), help_text=_("上级和左邻右舍的阵地")
    )

    def __init__(self, *args: Any, organisation: Organisation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["place"]
        field.queryset = places_to_share(organisation)  # type: ignore[attr-defined]
        field.label_from_instance = lambda p: f"{p.organisation.short_name} · {p}"  # type: ignore[attr-defined]
