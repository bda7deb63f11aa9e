"""What people fill in about lasting links and joint bodies."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhengyou.core.fields import day
from zhengyou.core.models import Organisation
from zhengyou.rooms.orgs.queries import organisation_named, person_named
from zhengyou.rooms.ties.models import JointSession, Tie
from zhengyou.rooms.ties.queries import members_on

NAMED = _("全称、简称或编码")


class TieForm(forms.Form):
    """结对 — what kind, with whom, from when, to do what."""

    kind = forms.ChoiceField(label=_("种类"), choices=Tie.Kind.choices)
    partner = forms.CharField(label=_("对方组织"), max_length=120, required=False, help_text=NAMED)
    person = forms.CharField(
        label=_("负责的人"),
        max_length=40,
        required=False,
        help_text=_("联系点、第一书记要写；花名册上的姓名"),
    )
    purpose = forms.CharField(label=_("做什么"), max_length=200, required=False)
    level = forms.ChoiceField(
        label=_("级别"), choices=[("", "—"), *Tie.Level.choices], required=False, help_text=_("只有示范点写")
    )
    since = day(label=_("起"), required=False, help_text=_("不填就是今天"))
    until = day(label=_("止"), required=False, help_text=_("不定期限就不填"))

    def found(self, viewer: Any, organisation: Organisation) -> dict[str, Any]:
        """What was filled in, names found; ``Refused`` where a name is not."""
        told = dict(self.cleaned_data)
        named = told.pop("partner")
        partner = organisation_named(named, organisation) if named else None
        of_people = told["kind"] in Tie.OF_PEOPLE
        who = told.pop("person")
        told["person"] = person_named(viewer, who, partner if of_people else None) if who else None
        return told | {"partner": partner}


class BodyForm(forms.Form):
    """联席会议 — its name, what it is for, who sits on it."""

    name = forms.CharField(label=_("名称"), max_length=60)
    members = forms.CharField(
        label=_("成员组织"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("每行一个，写全称、简称或编码；召集单位不用写"),
    )
    purpose = forms.CharField(label=_("做什么"), max_length=200, required=False)

    def found(self, organisation: Organisation) -> dict[str, Any]:
        """What was filled in, the members found by their names."""
        told = dict(self.cleaned_data)
        names = filter(None, (line.strip() for line in told["members"].splitlines()))
        return told | {"members": [organisation_named(name, organisation) for name in names]}


class MemberForm(forms.Form):
    """联席成员 — one more organisation."""

    member = forms.CharField(label=_("成员组织"), max_length=120, help_text=NAMED)


class SessionForm(forms.Form):
    """联席会 — when, for how long, about what."""

    title = forms.CharField(label=_("题目"), max_length=120)
    held_on = day(label=_("日期"))
    minutes = forms.IntegerField(label=_("时长（分钟）"), min_value=1, max_value=480, initial=60)
    place = forms.CharField(label=_("地点"), max_length=60, required=False)


class LinkForm(forms.Form):
    """列入联席会 — a joint meeting that was called already."""

    meeting: forms.ModelChoiceField = forms.ModelChoiceField(label=_("已排的会"), queryset=None)

    def __init__(self, *args: Any, meetings: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"].queryset = meetings  # type: ignore[attr-defined]


class RecordForm(forms.Form):
    """登记联席会 — who was there and what was settled."""

    present: forms.ModelMultipleChoiceField = forms.ModelMultipleChoiceField(
        label=_("到会组织"), queryset=None, required=False, widget=forms.CheckboxSelectMultiple
    )
    decisions = forms.CharField(label=_("议定事项"), widget=forms.Textarea(attrs={"rows": 3}), required=False)

    def __init__(self, *args: Any, session: JointSession, **kwargs: Any) -> None:
        kwargs["initial"] = {"present": session.present.all(), "decisions": session.decisions}
        super().__init__(*args, **kwargs)
        seated = members_on(session.body, session.meeting.held_on).values("pk")
        everybody = Organisation.objects.filter(pk__in=seated) | Organisation.objects.filter(
            pk=session.organisation_id
        )
        self.fields["present"].queryset = everybody.order_by("path")  # type: ignore[attr-defined]
        self.fields["present"].label_from_instance = lambda o: o.short_name  # type: ignore[attr-defined]


class InformationForm(forms.Form):
    """信息通报 — what the others should know, and in whose name."""

    words = forms.CharField(label=_("通报什么"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))
    organisation: forms.ModelChoiceField = forms.ModelChoiceField(
        label=_("以谁的名义"), queryset=None, empty_label=None
    )

    def __init__(self, *args: Any, places: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = places  # type: ignore[attr-defined]
