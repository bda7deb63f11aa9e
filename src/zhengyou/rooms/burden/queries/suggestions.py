"""What people said of the system: one's own, those that wait for an answer, and the counts that everybody may see."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import F, QuerySet

from zhengyou.core.permissions import orgs_where
from zhengyou.rooms.burden.models import Suggestion, SuggestionAnswer


def suggestions_by(viewer: Any) -> QuerySet[Suggestion]:
    """What a viewer said, the newest first, with the answers."""
    return Suggestion.objects.filter(entered_by=viewer.pk).select_related("answer")


def suggestions_to_answer(viewer: Any) -> QuerySet[Suggestion]:
    """What was said where a viewer answers, the unanswered first, then the oldest."""
    found = Suggestion.objects.filter(organisation__in=orgs_where(viewer, "answer_suggestion"))
    return found.select_related("organisation", "answer").order_by(
        F("answer__answered_on").asc(nulls_first=True), "sent_on", "pk"
    )


@dataclass(frozen=True)
class Counts:
    """意见的数 — how many there were, how they were answered, and how many wait; of what nobody is told."""

    by_about: dict[str, int]
    by_outcome: dict[str, int]

    @property
    def received(self) -> int:
        """All of them."""
        return sum(self.by_about.values())

    @property
    def answered(self) -> int:
        """Those with an answer."""
        return sum(self.by_outcome.values())

    @property
    def waiting(self) -> int:
        """Those without."""
        return self.received - self.answered


def counts_of_suggestions() -> Counts:
    """The counts of the whole installation, which anybody may see: no words, no names, no places."""
    return Counts(
        dict(Counter(Suggestion.objects.order_by().values_list("about", flat=True))),
        dict(Counter(SuggestionAnswer.objects.values_list("outcome", flat=True))),
    )
