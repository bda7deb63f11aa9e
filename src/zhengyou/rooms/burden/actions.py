"""Saying what is wrong with the system, and answering it."""

from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.core.trail import author
from zhengyou.rooms.burden.models import Suggestion, SuggestionAnswer


@action(hidden=("words",))
def send_suggestion(
    by: Any, organisation: Organisation, *, about: str, words: str, where: str = ""
) -> Suggestion:
    """提意见 — say what of the system costs time for nothing, is hard to use or wrong; shown without a name."""
    if about not in Suggestion.About.values:
        raise Refused("请选是哪一类意见。")
    if not words.strip():
        raise Refused("请写一句：哪里不好，或想要怎样。")
    return Suggestion.objects.create(
        organisation=organisation, about=about, words=words.strip(), where=where.strip(), sent_on=clock.today(),
        entered_by=author(by),
    )  # fmt: skip


@action()
def answer_suggestion(by: Any, suggestion: Suggestion, *, outcome: str, words: str) -> SuggestionAnswer:
    """答复意见 — say what became of it; an answer may be given anew once something was changed."""
    if outcome not in SuggestionAnswer.Outcome.values:
        raise Refused("请选结果：改了、准备改、说明，还是不改。")
    if not words.strip():
        raise Refused("请写答复：改了什么，或为什么不改。")
    SuggestionAnswer.objects.filter(suggestion=suggestion).delete()
    return SuggestionAnswer.objects.create(
        suggestion=suggestion, organisation=suggestion.organisation, outcome=outcome, words=words.strip(),
        answered_on=clock.today(), entered_by=author(by),
    )  # fmt: skip
