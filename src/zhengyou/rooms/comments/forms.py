"""What people fill in about comments."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhengyou.core.fields import day
from zhengyou.rooms.comments.models import Comment


def words(label: Any, **given: Any) -> forms.CharField:
    """A sentence or two."""
    return forms.CharField(label=label, max_length=300, widget=forms.Textarea(attrs={"rows": 3}), **given)


class CommentForm(forms.Form):
    """点评 — on what, what is good and lacking, who reads it, and by when to say what was done."""

    on = forms.ChoiceField(label=_("点评什么"), required=False)
    words = words(_("点评"), help_text=_("哪里好，哪里差，差的怎么办"))
    due_on = day(label=_("哪天前答复做了什么"), required=False, help_text=_("不用答复就空着"))
    audience = forms.ChoiceField(label=_("谁看得到"), choices=Comment.Audience.choices)

    def __init__(self, *args: Any, things: dict[str, list[tuple[str, Any]]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = {"pledge": _("承诺"), "requirement": _("要求进展"), "scheme": _("得分")}
        self._things = {key: thing for rows in things.values() for key, thing in rows}
        groups = [
            (named[k], [(key, str(thing)) for key, thing in rows]) for k, rows in things.items() if rows
        ]
        self.fields["on"].choices = [("", _("整体工作")), *groups]  # type: ignore[attr-defined]

    def clean_on(self) -> Any:
        return self._things.get(self.cleaned_data["on"])


class AnswerForm(forms.Form):
    """答复点评 — what was done."""

    words = words(_("做了什么"), help_text=_("没做到的说明卡在哪里"))


class SettleForm(forms.Form):
    """核销点评 — it will do, or what is still lacking and by when."""

    holds = forms.TypedChoiceField(
        label=_("办到了没有"),
        choices=[("1", _("办到了，核销")), ("0", _("还不行，再答复"))],
        coerce=lambda said: said == "1",
        widget=forms.RadioSelect,
    )
    words = words(_("看到了什么，还差什么"), required=False)
    due_on = day(label=_("再答复到哪天（还不行时填）"), required=False)
