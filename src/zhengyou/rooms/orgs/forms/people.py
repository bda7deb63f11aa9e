"""What is filled in about people: who they are, where they belong, which offices they hold."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhengyou.core import clock
from zhengyou.core.fields import day, words
from zhengyou.core.models import Organisation
from zhengyou.rooms.orgs.models import Membership, Person
from zhengyou.rooms.orgs.queries import fits_line

# As they are kept, in the order in which they are offered; a page in English says neither word.
KEPT_SEXES = [value for value, _label in Person.SEXES]
SEXES = [("", "—"), *((str(n), label) for n, (_value, label) in enumerate(Person.SEXES))]


class PersonForm(forms.Form):
    """人员信息 — what a roster holds about somebody, nothing beyond it."""

    name = forms.CharField(label=_("姓名"), max_length=40)
    identity = forms.CharField(
        label=_("身份证号"),
        max_length=20,
        required=False,
        help_text=_("18位；出生年月和性别由号码得出，加密存放"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "text"}),
    )
    phone = forms.CharField(
        label=_("手机号码"),
        max_length=20,
        required=False,
        help_text=_("加密存放"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "tel"}),
    )
    sex = forms.ChoiceField(label=_("性别"), choices=SEXES, required=False)
    born_on = day(label=_("出生年月"), required=False)
    joined_on = day(label=_("入党时间"), required=False)
    education = forms.CharField(label=_("学历"), max_length=20, required=False)
    occupation = forms.CharField(label=_("人员类别"), max_length=20, required=False)

    def clean_sex(self) -> str:
        chosen = self.cleaned_data["sex"]
        return KEPT_SEXES[int(chosen)] if chosen else ""


class CorrectForm(PersonForm):
    """更正人员信息 — the same; numbers that are left empty stay as they are."""

    field_order = ("name", "sex", "born_on", "joined_on", "education", "occupation", "identity", "phone")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        if (sex := (kwargs.get("initial") or {}).get("sex")) in KEPT_SEXES:
            kwargs["initial"] |= {"sex": str(KEPT_SEXES.index(sex))}
        super().__init__(*args, **kwargs)
        for name in ("identity", "phone"):
            self.fields[name].help_text = _("不改的话空着")


class AdmitForm(PersonForm):
    """登记组织关系 — who, of which kind, from which day."""

    line = forms.ChoiceField(label=_("类别"))
    since = day(label=_("从哪天起"), required=False, help_text=_("空着是今天"))
    field_order = ("name", "line", "since", "identity", "phone")

    def __init__(self, *args: Any, organisation: Organisation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fitting = [c for c in Membership.Line.choices if fits_line(organisation, c[0])]
        self.fields["line"].choices = fitting  # type: ignore[attr-defined]


class EndForm(forms.Form):
    """结束组织关系 — why, and from which day."""

    why = forms.ChoiceField(label=_("为什么结束"), choices=[("", "—"), *Membership.Ending.choices])
    on_day = day(label=_("从哪天起不算"), help_text=_("这里担任的职务同时免去"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"on_day": clock.today()} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)


class MobileForm(forms.Form):
    """登记流动 — away or back, and where to in words."""

    mobile = forms.BooleanField(label=_("现在流动在外"), required=False)
    away = forms.CharField(
        label=_("流动去向"),
        max_length=40,
        required=False,
        help_text=_("写到县（市、区）为止，如“广东省东莞市”；不写街道和门牌"),
    )


class PostForm(forms.Form):
    """登记任职 — in which organisation, what, from which day."""

    organisation = forms.ChoiceField(label=_("在哪个组织"), widget=forms.RadioSelect)
    title = forms.CharField(label=_("职务"), max_length=30, help_text=_("如书记、副书记、宣传委员、工会主席"))
    since = day(label=_("从哪天起"))

    def __init__(self, *args: Any, organisations: Iterable[Organisation], **kwargs: Any) -> None:
        kwargs["initial"] = {"since": clock.today()} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.offered = {str(o.pk): o for o in organisations}
        choices = [(key, o.name) for key, o in self.offered.items()]
        self.fields["organisation"].choices = choices  # type: ignore[attr-defined]
        if len(choices) == 1:
            self.initial.setdefault("organisation", choices[0][0])

    def clean_organisation(self) -> Organisation:
        return self.offered[self.cleaned_data["organisation"]]


class DayForm(forms.Form):
    """哪一天 — the last day of something."""

    on_day = day(label=_("从哪天起免去"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"on_day": clock.today()} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)


class AskForm(forms.Form):
    """申请更正 — what is wrong, and what it should be."""

    words = words(label=_("哪里不对，应该是什么"), max_length=300)


class AnswerForm(forms.Form):
    """答复更正 — put right, or why not."""

    corrected = forms.BooleanField(label=_("已经改好"), required=False)
    words = words(
        label=_("答复"), max_length=300, required=False, help_text=_("不改的要写为什么；本人看得到")
    )
