"""Responsibility letters: proposed by one level, signed by both."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.campaigns.queries import still_runs
from zhengyou.rooms.pledges.actions.promising import fit_for_all, write_steps
from zhengyou.rooms.pledges.models import Pledge, Signature


@action()
def propose_letter(
    by: Any,
    side: Organisation,
    *,
    other: Organisation,
    campaign: Campaign,
    what: str,
    how_seen: str,
    steps: Sequence[tuple[str, date]],
) -> Pledge:
    """提出责任书 — write a letter between two levels and sign it for one's own; it stands once the other signs."""
    still_runs(campaign)
    upper, lower = sorted((side, other), key=lambda o: o.path)
    if upper == lower or not lower.path.startswith(upper.path):
        raise Refused("责任书由上下两级签：请选本组织的上级或所辖组织。")
    if not what.strip() or not how_seen.strip() or not steps:
        raise Refused("责任书要写清责任、怎样算做到和至少一项带日期的任务，对方才好签。")
    letter = Pledge.objects.create(
        organisation=lower,
        entered_by=by,
        campaign=campaign,
        kind=Pledge.Kind.LETTER,
        counterpart=upper,
        what=fit_for_all(what),
        how_seen=fit_for_all(how_seen),
        drafted_on=clock.today(),
    )
    write_steps(letter, steps)
    _signed(by, side, letter)
    return letter


@action()
def sign_letter(by: Any, side: Organisation, *, letter: Pledge) -> Pledge:
    """签订责任书 — sign for one's own side; with both signatures it stands and everybody may read it."""
    letter = Pledge.objects.select_for_update(of=("self",)).get(pk=letter.pk)
    if side.pk not in (letter.organisation_id, letter.counterpart_id):
        raise Refused("这份责任书不是本组织签的。")
    if letter.signatures.filter(organisation=side).exists():
        raise Refused("本组织已经签过，等对方签。")
    if letter.returns.filter(settled_on=None).exists():
        raise Refused("这份责任书已经退回，请照退回的话另提一份。")
    _signed(by, side, letter)
    if letter.signatures.count() == 2:
        letter.published_on = clock.today()
        letter.save(update_fields=["published_on"])
    return letter


def _signed(by: Any, side: Organisation, letter: Pledge) -> None:
    Signature.objects.create(organisation=side, entered_by=by, pledge=letter, on_day=clock.today())
