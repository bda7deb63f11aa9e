"""What people fill in about wishes, duty posts, letters, and promises sent back."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhengyou.core.fields import day, words
from zhengyou.core.models import Organisation
from zhengyou.rooms.pledges.forms.pledging import StepsForm
from zhengyou.rooms.pledges.models import Return, Wish, WishAnswer
from zhengyou.rooms.pledges.queries import promisers


class CallForm(forms.Form):
    """征集 — what everybody is asked, and for how long."""

    words = forms.CharField(label=_("请大家说什么"), max_length=200, initial=_("我想请支部办的事"))
    opens_on = day(label=_("从哪天开始"))
    closes_on = day(label=_("到哪天截止"), help_text=_("上级的征集，所辖各组织都收得到"))


class SuggestForm(forms.Form):
    """我想请支部办的事 — what one hopes for; nobody is asked who it is."""

    words = words(rows=4, label=_("我想请支部办的事"), max_length=300)
    contact = forms.CharField(
        label=_("联系方式（可以不填）"),
        max_length=60,
        required=False,
        help_text=_("只用来回话，加密存着，答复满90天就删掉"),
    )


class NoteForm(forms.Form):
    """登记心愿 — what was heard, and from whom."""

    origin = forms.ChoiceField(label=_("谁提的"), choices=Wish.Origin.choices)
    words = words(label=_("希望办什么"), max_length=300, help_text=_("不写群众的姓名和号码"))


class AnswerForm(forms.Form):
    """答复心愿 — what becomes of it."""

    verdict = forms.ChoiceField(label=_("结论"), choices=WishAnswer.Verdict.choices)
    pledge: forms.ModelChoiceField = forms.ModelChoiceField(
        label=_("列入哪一项承诺"), queryset=None, required=False, empty_label=_("没有列入")
    )
    words = words(label=_("怎么答复"), max_length=300, help_text=_("凭编号来查的人看得到"))
    shown = forms.BooleanField(label=_("连同心愿一起公开（心愿里没有别人的隐私才选）"), required=False)

    def __init__(self, *args: Any, pledges: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["pledge"].queryset = pledges  # type: ignore[attr-defined]


class PostForm(forms.Form):
    """设岗 — a name and what it is for."""

    name = forms.CharField(label=_("岗位"), max_length=40)
    duties = words(label=_("职责"), max_length=300, help_text=_("平时要做什么，一两句话"))


class TakeForm(forms.Form):
    """认岗 — who holds the post."""

    person: forms.ModelChoiceField = forms.ModelChoiceField(label=_("谁来认岗"), queryset=None)

    def __init__(self, *args: Any, organisation: Organisation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = promisers(organisation)  # type: ignore[attr-defined]


class LetterForm(StepsForm):
    """责任书 — with whom, for what, and by when what is to be done."""

    other: forms.ModelChoiceField = forms.ModelChoiceField(label=_("和哪个组织签"), queryset=None)
    what = words(label=_("负什么责任"), max_length=200)
    how_seen = words(label=_("怎样算做到"), max_length=200)
    field_order = ("other", "what", "how_seen")

    def __init__(self, *args: Any, others: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["other"].queryset = others  # type: ignore[attr-defined]


class ReturnForm(forms.Form):
    """退回 — why, and how it would do."""

    why = forms.ChoiceField(label=_("为什么退回"), choices=Return.Why.choices)
    words = words(label=_("怎样改才行"), max_length=200)
