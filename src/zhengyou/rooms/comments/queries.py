"""Comments as they stand: by when they are to be answered, what was answered, whether it will do."""

from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from zhengyou.core import clock
from zhengyou.core.models import Organisation
from zhengyou.core.permissions import orgs_where
from zhengyou.core.templatetags.days import zh_day
from zhengyou.rooms.appraisal.queries import is_appraised, schemes_seen_by
from zhengyou.rooms.campaigns.queries import Due, falls_due, requirements_of, running_campaign
from zhengyou.rooms.comments.models import Comment, CommentAnswer, CommentCheck
from zhengyou.rooms.pledges.queries import pledges_seen_by

MOST = 40  # so many promises are offered to be commented on


def _whole(comments: QuerySet[Comment]) -> Any:
    """Comments with the limit that stands, the day on which they were settled, and whether an answer waits."""
    checks = CommentCheck.objects.filter(comment=OuterRef("pk")).order_by("-pk")
    answers = CommentAnswer.objects.filter(comment=OuterRef("pk")).order_by("-pk")
    told = comments.annotate(
        limit=Coalesce(Subquery(checks.filter(holds=False).values("due_on")[:1]), F("due_on")),
        settled_on=Subquery(checks.filter(holds=True).values("on_day")[:1]),
        checked_at=Subquery(checks.values("entered_at")[:1]),
        answered_at=Subquery(answers.values("entered_at")[:1]),
        answered=Exists(answers),
    )
    return told.select_related(
        "organisation", "pledge", "requirement", "scheme", "entered_by"
    ).prefetch_related("answers", "checks")


def comments_seen_by(viewer: Any) -> Any:
    """Comments on the organisations in reach, and those on organisations beside one's own that are meant for them too."""
    reach = orgs_where(viewer, "see_comments")
    beside = Q(audience=Comment.Audience.BESIDE, organisation__parent__in=reach.values("parent"))
    return _whole(Comment.objects.filter(Q(organisation__in=reach) | beside)).order_by("-on_day", "-pk")


def comments_on_score(viewer: Any, scheme: Any, organisation: Organisation) -> Any:
    """What was said about an organisation's score under a scheme, as far as a viewer may read it."""
    return comments_seen_by(viewer).filter(scheme=scheme, organisation=organisation)


def waits_for_answer(comment: Any) -> bool:
    """Whether an organisation is to say what it did: asked with a day, not settled, nothing said since."""
    if comment.settled_on or not comment.limit:
        return False
    return comment.answered_at is None or bool(
        comment.checked_at and comment.checked_at > comment.answered_at
    )


def waits_for_check(comment: Any) -> bool:
    """Whether whoever comments is to say if what was done will do."""
    return (
        bool(comment.limit) and not comment.settled_on and comment.answered and not waits_for_answer(comment)
    )


def comments_to_answer(viewer: Any) -> list[Any]:
    """Open comments that a viewer is to answer, the next due first."""
    where = orgs_where(viewer, "answer_comment")
    found = _whole(Comment.objects.filter(organisation__in=where)).filter(
        settled_on=None, limit__isnull=False
    )
    return [c for c in found.order_by("limit", "pk") if waits_for_answer(c)]


@falls_due
def due_on_the_week(viewer: Any, organisation: Organisation) -> list[Due]:
    """The comments of an organisation that wait for its answer, and the answers from below that wait to be looked at."""
    to_answer = [c for c in comments_to_answer(viewer) if c.organisation_id == organisation.pk]
    to_check = [c for c in comments_open_for(viewer)[0] if c.organisation.path.startswith(organisation.path)]
    return [*(_due(c, _("答复")) for c in to_answer), *(_due(c, _("看答复")) for c in to_check)]


def _due(comment: Any, deed: str) -> Due:
    told = {"on": comment.subject, "org": comment.organisation.short_name}
    words = _("点评 · %(org)s · %(on)s") % told
    return Due(comment.limit, comment.words, words, deed, "comments:comment", (comment.pk,))


def comments_open_for(viewer: Any) -> tuple[list[Any], list[Any]]:
    """Open comments of the one who comments: answered ones to be looked at, and those that wait for an answer."""
    where = orgs_where(viewer, "settle_comment")
    found = _whole(Comment.objects.filter(organisation__in=where)).filter(
        settled_on=None, limit__isnull=False
    )
    rows = list(found.order_by("limit", "pk")[:500])
    return [c for c in rows if waits_for_check(c)], [c for c in rows if waits_for_answer(c)]


def comment_now(comment: Comment) -> Any:
    """One comment as it stands now; asked anew, since both sides write about it."""
    return _whole(Comment.objects.filter(pk=comment.pk)).get()


def organisations_to_comment_on(viewer: Any, words: str = "") -> QuerySet[Organisation]:
    """The organisations that a viewer may comment on, by a part of their name, in the tree's order."""
    found = orgs_where(viewer, "give_comment").filter(Organisation.standing())
    return found.filter(Q(name__icontains=words) | Q(short_name__icontains=words)) if words else found


def things_to_comment_on(viewer: Any, organisation: Organisation) -> dict[str, list[tuple[str, Any]]]:
    """What of an organisation may be commented on besides all its work: promises, requirements, scores."""
    campaign = running_campaign(viewer)
    asked = requirements_of(campaign, organisation) if campaign else []
    own = pledges_seen_by(viewer).filter(organisation=organisation, published_on__isnull=False, person=None)
    schemes = [s for s in schemes_seen_by(viewer)[:12] if is_appraised(organisation, s)]
    return {
        "pledge": [(f"pledge:{p.pk}", p) for p in own[:MOST]],
        "requirement": [(f"requirement:{r.pk}", r) for r in asked],
        "scheme": [(f"scheme:{s.pk}", s) for s in schemes],
    }


def is_late(comment: Any) -> bool:
    """Whether the day for an answer is past and none is there."""
    return waits_for_answer(comment) and comment.limit < clock.today()


def standing_of(comment: Any) -> dict[str, str]:
    """How a comment stands, in words."""
    if comment.settled_on:
        return {"kind": "met", "words": _("%(day)s核销") % {"day": zh_day(comment.settled_on)}}
    if not comment.limit:
        return {"kind": "na", "words": _("已答复") if comment.answered else _("不用答复")}
    if waits_for_check(comment):
        return {"kind": "wait", "words": _("已答复，等点评的人看")}
    words = _("%(day)s前答复") % {"day": zh_day(comment.limit)}
    return {"kind": "lack" if is_late(comment) else "wait", "words": words}
