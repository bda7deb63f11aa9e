"""What people fill in about the system itself."""

from django import forms
from django.utils.translation import gettext_lazy as _

from zhengyou.rooms.burden.models import Suggestion, SuggestionAnswer


class SuggestionForm(forms.Form):
    """提意见 — of which sort, about which page, in a sentence."""

    about = forms.ChoiceField(label=_("哪一类"), choices=Suggestion.About.choices)
    where = forms.CharField(label=_("在哪个页面"), max_length=60, required=False)
    words = forms.CharField(
        label=_("意见"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("只说系统的事；页面上不写您的名字。别人的事请走诉求，不写在这里"),
    )


class AnswerForm(forms.Form):
    """答复意见 — what became of it, and why."""

    suggestion = forms.IntegerField(widget=forms.HiddenInput)
    outcome = forms.ChoiceField(label=_("结果"), choices=SuggestionAnswer.Outcome.choices)
    answer = forms.CharField(label=_("答复"), max_length=500)
