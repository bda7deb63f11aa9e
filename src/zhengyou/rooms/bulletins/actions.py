"""Circulars of praise, of criticism, of an appraisal's bands: drafted, worded, submitted; let out by a leader or returned."""

from collections.abc import Sequence
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.language import in_writing
from zhengyou.core.models import Organisation
from zhengyou.core.trail import author
from zhengyou.rooms.bulletins.models import Circular, CircularDecision, CircularLine, CircularSubmission
from zhengyou.rooms.bulletins.queries import (
    CircularState,
    Proposed,
    banded,
    last_decision,
    named_person,
    state_of_circular,
)
from zhengyou.rooms.campaigns.models import Campaign

OPENING = {
    Circular.Sort.PRAISE: "在{campaign}中，下列单位工作扎实、成效明显，现予通报表扬。",
    Circular.Sort.CRITICISM: "在{campaign}中，下列单位有关工作没有按要求做到，现予通报批评。",
}


@action()
def draft_circular(
    by: Any,
    organisation: Organisation,
    *,
    campaign: Campaign,
    sort: str,
    lines: Sequence[Proposed],
    scheme: Any = None,
) -> Circular:
    """起草通报 — of what was chosen among the results, or of a scheme's bands; nobody reads it until it is let out."""
    if sort not in Circular.Sort.values:
        raise Refused("请选通报表扬、通报批评还是考评结果通报。")
    if not lines:
        raise Refused("请至少选一条；没有可通报的，就不用通报。")
    with in_writing():
        title = f"关于{campaign}有关情况的{Circular.Sort(sort).label}"
    if sort == Circular.Sort.RESULTS:
        opening, title = _bands(organisation, scheme, lines), f"关于{scheme}结果的通报"
    else:
        opening = OPENING[Circular.Sort(sort)].format(campaign=campaign)
    circular = Circular.objects.create(
        organisation=organisation,
        entered_by=author(by),
        campaign=campaign,
        sort=sort,
        scheme=scheme if sort == Circular.Sort.RESULTS else None,
        title=title[:80],
        opening=opening,
        drafted_on=clock.today(),
    )
    for number, line in enumerate(lines, 1):
        if not line.organisation.path.startswith(organisation.path):
            raise Refused(f"{line.organisation}不在{organisation}以下，不能通报。")
        CircularLine.objects.create(
            circular=circular,
            number=number,
            whose=line.organisation,
            words=line.words[:300],
            band=line.band if sort == Circular.Sort.RESULTS else "",
        )
    return circular


def _bands(organisation: Organisation, scheme: Any, lines: Sequence[Proposed]) -> str:
    """The opening of a circular on bands; refused where one is not as the score has it, or lags and has no way out."""
    if scheme is None or scheme.organisation_id != organisation.pk:
        raise Refused("请选本单位印发的考评办法。")
    if scheme.ends_on > clock.today():
        raise Refused(f"“{scheme}”的考评期到{scheme.ends_on}才满，眼下的档次还会变；期满再通报。")
    found = banded(scheme)
    if left := [o.short_name for o in found.without_way if o in {line.organisation for line in lines}]:
        raise Refused(
            f"{'、'.join(left)}在后进档，还没有定整顿措施；先在得分单上定做什么、哪天前、谁来帮，再通报。"
        )
    known = {line.organisation: line.band for line in found.lines}
    if wrong := [line.organisation.short_name for line in lines if known.get(line.organisation) != line.band]:
        raise Refused(f"{'、'.join(wrong)}眼下不在所写的档次，请重新起草。")
    return found.opening


def _says(circular: Circular, whose: Organisation, words: str) -> None:
    """Criticism names organisations and posts, bands organisations alone; no member is named in either."""
    if circular.sort == Circular.Sort.PRAISE:
        return
    if name := named_person(whose, words):
        named = (
            "通报批评只写单位和职务" if circular.sort == Circular.Sort.CRITICISM else "考评结果通报只写单位"
        )
        raise Refused(f"{named}，不写党员姓名：请把“{name}”改成职务，或去掉。")


def _in_hand(circular: Circular) -> None:
    fresh = Circular.objects.get(pk=circular.pk)
    state = state_of_circular(fresh)
    if state not in (CircularState.DRAFT, CircularState.RETURNED):
        raise Refused(f"这份通报“{state.label}”，不能再改。")


@action()
def word_circular(by: Any, circular: Circular, *, title: str, opening: str) -> Circular:
    """修改通报 — its title and its opening."""
    _in_hand(circular)
    if not title.strip() or not opening.strip():
        raise Refused("标题和开头都要写。")
    circular.title, circular.opening = title.strip(), opening.strip()
    circular.save(update_fields=["title", "opening"])
    return circular


@action()
def word_line(by: Any, circular: Circular, *, line: CircularLine, words: str, post: str = "") -> Circular:
    """修改通报内容 — say it otherwise, name the post; a line without words is left out."""
    _in_hand(circular)
    if line.circular_id != circular.pk:
        raise Refused("这一条不是这份通报的。")
    if not words.strip():
        line.delete()
        return circular
    if line.band and post.strip():
        raise Refused("分档说的是单位的工作，不是对人的评价；请把职务去掉。")
    _says(circular, line.whose, f"{words} {post}")
    line.words, line.post = words.strip(), post.strip()
    line.save(update_fields=["words", "post"])
    return circular


@action()
def submit_circular(by: Any, circular: Circular) -> CircularSubmission:
    """通报送审 — put a draft before who decides."""
    _in_hand(circular)
    if not circular.lines.exists():
        raise Refused("通报里一条也没有，不用送审。")
    for line in circular.lines.select_related("whose"):
        _says(circular, line.whose, f"{circular.title} {circular.opening} {line.words} {line.post}")
    return CircularSubmission.objects.create(
        organisation=circular.organisation, entered_by=author(by), circular=circular, on_day=clock.today()
    )


@action()
def decide_circular(
    by: Any, circular: Circular, *, issued: bool, number: str = "", words: str = ""
) -> CircularDecision:
    """签发通报 — let it out to whom it names, or return it and say why."""
    fresh = Circular.objects.select_for_update().get(pk=circular.pk)
    state = state_of_circular(fresh)
    if state is not CircularState.SUBMITTED or last_decision(fresh) is not None:
        raise Refused(f"这份通报“{state.label}”，眼下没有送审。")
    if not issued and not words.strip():
        raise Refused("退回的，请写要改什么。")
    return CircularDecision.objects.create(
        organisation=circular.organisation,
        entered_by=author(by),
        submission=fresh.submissions.latest("pk"),
        issued=issued,
        number=number.strip() if issued else "",
        words=words.strip(),
        on_day=clock.today(),
    )
