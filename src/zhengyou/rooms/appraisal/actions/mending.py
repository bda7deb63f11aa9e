"""后进整顿 — an organisation that lags is given a way out, and somebody looks again; people are never labelled."""

from datetime import date
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.rooms.appraisal.actions.told import said, stands_under
from zhengyou.rooms.appraisal.models import Recheck, Remedy, Scheme, Tier
from zhengyou.rooms.appraisal.queries import is_mended, score_of


@action()
def plan_remedy(
    by: Any,
    organisation: Organisation,
    *,
    scheme: Scheme,
    why: str,
    what: str,
    helper: Organisation,
    due_on: date,
) -> Remedy:
    """定整顿措施 — what an organisation that lags mends, by which day, and who helps it."""
    stands_under(organisation, scheme)
    if score_of(organisation, scheme).score.tier != Tier.LAGGING:
        raise Refused(f"{organisation.short_name}眼下不在后进档，不用定整顿措施；要提醒请用点评。")
    if due_on < clock.today():
        raise Refused(f"整顿期限{due_on}已经过了，请写今天以后的一天。")
    if helper.pk == organisation.pk:
        raise Refused("请写谁来帮：上级、结对的组织或别的单位，不能是它自己。")
    return Remedy.objects.create(
        organisation=organisation,
        entered_by=by,
        scheme=scheme,
        why=said(why, "请写差在哪里：哪一项、少了什么。"),
        what=said(what, "请写做什么，做到什么样算改好。"),
        helper=helper,
        due_on=due_on,
        on_day=clock.today(),
    )


@action()
def recheck_remedy(by: Any, remedy: Remedy, *, mended: bool, words: str) -> Recheck:
    """复查整顿 — somebody went and looked whether it is mended; what is not is looked at again."""
    if is_mended(remedy):
        raise Refused("这一条已经复查通过，不必再查。")
    return Recheck.objects.create(
        organisation=remedy.organisation,
        entered_by=by,
        remedy=remedy,
        mended=mended,
        words=said(words, "请写明看到了什么，群众怎么说。"),
        on_day=clock.today(),
    )
