"""What people fill in about quizzes: a question, a quiz, one's own answers."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhengyou.core.fields import day
from zhengyou.rooms.study.models import Question, StudyPlan

LETTERS = "ABCDEF"


class QuestionForm(forms.Form):
    """题目 — what is asked, up to six choices, which of them are right, and why."""

    words = forms.CharField(label=_("题干"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
    topic = forms.CharField(label=_("专题"), max_length=60, required=False)
    right = forms.MultipleChoiceField(
        label=_("对的是"),
        choices=[(letter, letter) for letter in LETTERS],
        widget=forms.CheckboxSelectMultiple,
        help_text=_("对的不止一个，就是多选题"),
    )
    why = forms.CharField(
        label=_("解释"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("答完以后给本人看：为什么是这个"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for n, letter in enumerate(LETTERS):
            self.fields[letter] = forms.CharField(
                label=_("选项%(letter)s") % {"letter": letter}, max_length=200, required=n < 2
            )
        self.order_fields(["words", *LETTERS, "right", "why", "topic"])

    def clean(self) -> dict[str, Any]:
        """The choices that were filled in, each with whether it is right."""
        said = super().clean() or {}
        written = {letter: said.pop(letter, "") for letter in LETTERS}
        right = set(said.pop("right", ()))
        if any(not written[letter] for letter in right):
            raise forms.ValidationError(_("勾了对的那个选项没有写，请写上。"))
        said["choices"] = [(words, letter in right) for letter, words in written.items() if words]
        return said


class QuizForm(forms.Form):
    """小测验 — which questions, from when to when, under which plan or after which meeting."""

    name = forms.CharField(label=_("名称"), max_length=60)
    plan = forms.ModelChoiceField(
        StudyPlan.objects.none(), label=_("跟哪个学习计划"), required=False, empty_label=_("不跟计划")
    )
    meeting = forms.ChoiceField(label=_("跟哪次会"), required=False, help_text=_("计划和会选一样"))
    opens_on = day(label=_("开始"))
    closes_on = day(label=_("结束"))
    questions = forms.ModelMultipleChoiceField(
        Question.objects.none(),
        label=_("题目"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("没有要的题，先加进题库"),
    )

    def __init__(self, *args: Any, plans: Any, meetings: Sequence[Any], bank: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["plan"].queryset = plans  # type: ignore[attr-defined]
        self.fields["questions"].queryset = bank  # type: ignore[attr-defined]
        self.offered = {str(meeting.pk): meeting for meeting in meetings}
        choices = [(key, f"{meeting} {meeting.held_on}") for key, meeting in self.offered.items()]
        self.fields["meeting"].choices = [("", _("不跟会")), *choices]  # type: ignore[attr-defined]

    def clean_meeting(self) -> Any:
        return self.offered.get(self.cleaned_data["meeting"])


class TakingForm(forms.Form):
    """答题 — one field for each question: one choice, or several where several are right."""

    def __init__(self, *args: Any, questions: Sequence[Question], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for n, question in enumerate(questions, start=1):
            self.fields[f"q{question.pk}"] = self._field(n, question)

    @staticmethod
    def _field(n: int, question: Question) -> forms.Field:
        given = list(question.choices.all())
        choices = [(str(choice.pk), choice.words) for choice in given]
        several = sum(choice.right for choice in given) > 1
        label = f"{n}. {question.words}"
        if several:
            return forms.MultipleChoiceField(
                label=label, choices=choices, widget=forms.CheckboxSelectMultiple, help_text=_("多选")
            )
        return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect)

    def answers(self) -> dict[int, list[int]]:
        """What was chosen, by question."""
        said = {int(name.removeprefix("q")): value for name, value in self.cleaned_data.items()}
        return {
            pk: [int(v) for v in ([value] if isinstance(value, str) else value)] for pk, value in said.items()
        }
