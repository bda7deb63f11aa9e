"""Asking what people hope for, and answering each."""

import secrets
from datetime import date
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.core.permissions import require
from zhengyou.core.secrets import seal
from zhengyou.rooms.campaigns.models import Campaign
from zhengyou.rooms.campaigns.queries import still_runs
from zhengyou.rooms.pledges.actions.promising import PRIVATE_NUMBER, fit_for_all
from zhengyou.rooms.pledges.models import OpenCall, Pledge, Wish, WishAnswer
from zhengyou.rooms.pledges.queries import call_for, contacts_to_forget, suggested_today, was_answered

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # nothing that is misread on paper
A_DAY = 200  # more in one day and organisation is no village speaking
Origin, Verdict = Wish.Origin, WishAnswer.Verdict


@action()
def open_call(
    by: Any, organisation: Organisation, *, campaign: Campaign, words: str, opens_on: date, closes_on: date
) -> OpenCall:
    """开放征集 — let everybody say for some days what the organisations at or below one should do."""
    still_runs(campaign)
    if closes_on < opens_on or closes_on < clock.today():
        raise Refused("截止日期要在开始以后，也不能早过今天，请改日期。")
    if not words.strip():
        raise Refused("请写一句请大家说什么，例如“我想请支部办的事”。")
    running = call_for(organisation)
    if running and running.organisation == organisation:
        raise Refused("已经有一次征集正开着，到期再开下一次。")
    return OpenCall.objects.create(
        organisation=organisation, entered_by=by, campaign=campaign, words=words.strip(),
        opens_on=opens_on, closes_on=closes_on,
    )  # fmt: skip


@action(hidden=("words", "contact"))
def suggest_wish(by: Any, organisation: Organisation, *, words: str, contact: str = "") -> Wish:
    """提出心愿 — somebody of the public says what an organisation should do; no name, and a contact only if given."""
    call = call_for(organisation)
    if call is None:
        raise Refused("现在没有开放征集；要紧的事请直接找支部。")
    if not words.strip():
        raise Refused("请写一句希望办什么。")
    if len(words) > 300 or len(contact) > 60:
        raise Refused("写得太长：事情300字以内，联系方式60字以内。")
    if PRIVATE_NUMBER.search(words):
        raise Refused("事情里不要写身份证号和手机号；想等回话，把电话写在“联系方式”里。")
    if suggested_today(organisation) >= A_DAY:
        raise Refused("今天收到的太多了，请明天再来，或直接找支部说。")
    return _written(None, organisation, call.campaign, Origin.PUBLIC, words, contact=seal(contact.strip()))


@action()
def note_wish(
    by: Any,
    organisation: Organisation,
    *,
    campaign: Campaign,
    origin: str,
    words: str,
    person: Any = None,
) -> Wish:
    """登记心愿 — enter what people said, what a member wants to do, or what the leaders ask of an organisation."""
    still_runs(campaign)
    if origin not in Origin.values:
        raise Refused("请选是谁提的：群众、党员还是领导。")
    mine = person is not None and person.pk == getattr(by, "person_id", None)
    if not (mine and origin == Origin.MEMBER):
        require(by, "note_for_others", organisation)
    if not words.strip():
        raise Refused("请写一句希望办什么。")
    named = person if origin == Origin.MEMBER else None
    return _written(by, organisation, campaign, origin, fit_for_all(words), person=named)


def _written(
    by: Any, organisation: Organisation, campaign: Campaign, origin: str, words: str, **details: Any
) -> Wish:
    return Wish.objects.create(
        organisation=organisation,
        entered_by=by,
        campaign=campaign,
        origin=origin,
        words=words.strip(),
        number="".join(secrets.choice(ALPHABET) for _ in range(8)),
        on_day=clock.today(),
        **details,
    )


@action()
def answer_wish(
    by: Any, wish: Wish, *, verdict: str, words: str, shown: bool = False, pledge: Pledge | None = None
) -> WishAnswer:
    """答复心愿 — say what becomes of a wish: taken up into a promise, under way, passed on, or not now and why."""
    Wish.objects.select_for_update().get(pk=wish.pk)  # two may answer at the same moment
    if was_answered(wish):
        raise Refused("这条心愿已经答复过，不必再答复。")
    if verdict not in Verdict.values:
        raise Refused("请选一个结论：列入承诺、已经在办、转给能办的单位，还是眼下办不了。")
    if not words.strip():
        raise Refused("请写一句答复；办不了的说明为什么。")
    if (verdict == Verdict.TAKEN) != (pledge is not None):
        raise Refused("列入承诺的要选是哪一项承诺；没有列入的不选。")
    if pledge is not None:
        if pledge.organisation_id != wish.organisation_id:
            raise Refused("选的承诺不是本组织的，请重选。")
        pledge.wishes.add(wish)
    return WishAnswer.objects.create(
        organisation=wish.organisation, entered_by=by, wish=wish, verdict=verdict,
        words=fit_for_all(words), shown=shown, on_day=clock.today(),
    )  # fmt: skip


@action()
def show_contact(by: Any, wish: Wish) -> Wish:
    """查看联系方式 — see whole how to reach whoever had a wish; each look is a deed in the trail."""
    return wish


@action()
def forget_contacts(by: Any, organisation: Organisation | None) -> int:
    """删除联系方式 — remove contact data of wishes that were answered ninety days ago or longer."""
    return contacts_to_forget().update(contact="")
