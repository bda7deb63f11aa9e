"""Commenting, saying what was done about it, and saying whether that will do."""

from datetime import date
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.rooms.appraisal.queries import is_appraised
from zhengyou.rooms.comments.models import Comment, CommentAnswer, CommentCheck
from zhengyou.rooms.comments.queries import comment_now, waits_for_answer, waits_for_check

Audience = Comment.Audience


@action()
def give_comment(
    by: Any,
    organisation: Organisation,
    *,
    words: str,
    audience: str = Audience.ONLY,
    due_on: date | None = None,
    campaign: Any = None,
    on: Any = None,
) -> Comment:
    """作出点评 — say what is good and what is lacking about an organisation, or one thing of it; perhaps ask what was done.

    ``on`` is a published promise of the organisation, a requirement, or the scheme of a score.
    """
    if not words.strip():
        raise Refused("请写点评：哪里好，哪里差，差的怎么办。")
    if audience not in Audience.values:
        raise Refused("请选谁看得到。")
    if due_on and due_on < clock.today():
        raise Refused("答复日期已经过了，请改成今天以后。")
    return Comment.objects.create(
        organisation=organisation,
        entered_by=by,
        campaign=campaign,
        words=words.strip(),
        audience=audience,
        on_day=clock.today(),
        due_on=due_on,
        **_thing(organisation, on),
    )


def _thing(organisation: Organisation, on: Any) -> dict[str, Any]:
    """The field that holds what a comment is on."""
    if on is None:
        return {}
    field = on._meta.model_name
    if field not in ("pledge", "requirement", "scheme"):
        raise Refused("只能点评整体工作、承诺、要求或得分。")
    if field == "pledge" and (on.organisation_id != organisation.pk or not on.published_on):
        raise Refused("这项承诺不是该单位公开的承诺，请重选。")
    if field == "scheme" and not is_appraised(organisation, on):
        raise Refused(f"{organisation}不在“{on}”的考评范围内，请重选。")
    return {field: on}


@action()
def answer_comment(by: Any, comment: Comment, *, words: str) -> CommentAnswer:
    """答复点评 — say what was done about a comment; it is settled when the one who commented says that it will do."""
    Comment.objects.select_for_update().get(pk=comment.pk)  # two may answer at the same moment
    now = comment_now(comment)
    if now.settled_on:
        raise Refused("这条点评已经核销，不用再答复。")
    if now.answered and not waits_for_answer(now):
        raise Refused("已经答复过，等点评的人看。")
    if not words.strip():
        raise Refused("请写一句做了什么；没做到的说明卡在哪里。")
    return CommentAnswer.objects.create(
        organisation=comment.organisation,
        entered_by=by,
        comment=comment,
        words=words.strip(),
        on_day=clock.today(),
    )


@action()
def settle_comment(
    by: Any, comment: Comment, *, holds: bool, words: str = "", due_on: date | None = None
) -> CommentCheck:
    """核销点评 — say that what was done will do, or ask for more by another day."""
    Comment.objects.select_for_update().get(pk=comment.pk)
    if not waits_for_check(comment_now(comment)):
        raise Refused("这条点评没有等着看的答复：还没答复，或者已经核销。")
    if not holds and (due_on is None or due_on < clock.today()):
        raise Refused("还不行的话，请写再答复到哪天，不早过今天。")
    if not holds and not words.strip():
        raise Refused("请写一句还差什么。")
    return CommentCheck.objects.create(
        organisation=comment.organisation,
        entered_by=by,
        comment=comment,
        holds=holds,
        words=words.strip(),
        on_day=clock.today(),
        due_on=None if holds else due_on,
    )
