"""What is held about a person: corrected by the organisation, asked for by the person."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.core.secrets import keyed_digest, seal, unseal
from zhengyou.core.trail import author
from zhengyou.rooms.orgs.actions.belonging import read_identity
from zhengyou.rooms.orgs.actions.sounding import hear_people
from zhengyou.rooms.orgs.imports import cells
from zhengyou.rooms.orgs.models import Correction, Membership, Person, Stay
from zhengyou.rooms.orgs.queries import belongs_to, everything_about, home_of

TOLD = ("name", "sex", "born_on", "joined_on", "education", "occupation")
# What follows the last province, city or county must not lead to a door.
BELOW_COUNTY = re.compile(r"[镇乡村路街巷弄号栋楼室组\d]|小区|社区")


@action(hidden=("identity", "phone"))
def correct_person(
    by: Any,
    organisation: Organisation,
    /,
    *,
    person: Person,
    identity: str = "",
    phone: str = "",
    **told: Any,
) -> Person:
    """更正人员信息 — put right what is held about somebody who belongs here; what is left empty stays as it is."""
    must_belong(person, organisation)
    if unknown := set(told) - set(TOLD):
        raise Refused(f"没有这样的栏目：{'、'.join(sorted(unknown))}。")
    changed = {k: v for k, v in told.items() if v not in (None, "") and getattr(person, k) != v}
    changed |= _sealed(person, read_identity(identity), phone.strip())
    if not changed:
        raise Refused("没有改动，不必保存。")
    for name, value in changed.items():
        setattr(person, name, value)
    person.save(update_fields=list(changed))
    if "name" in changed:
        hear_people([person])
    return person


def must_belong(person: Person, organisation: Organisation) -> None:
    """Refuse to do something about a person in the name of an organisation that is not the person's."""
    if not belongs_to(person, organisation):
        raise Refused(f"{organisation.short_name}没有{person}的组织关系，请由所在组织办理。")


def _sealed(person: Person, identity: str, phone: str) -> dict[str, Any]:
    """Identity and telephone number where they are others; birth and sex follow the identity number."""
    found: dict[str, Any] = {}
    if phone and phone != unseal(person.phone_sealed):
        found["phone_sealed"] = seal(phone)
    digest = keyed_digest(identity)
    if identity and digest != person.identity_digest:
        if Person.objects.filter(identity_digest=digest).exists():
            raise Refused("这个身份证号已登记在另一个人名下，请核对号码。")
        found |= {"identity_digest": digest, "identity_sealed": seal(identity)}
        found |= {"born_on": cells.born(identity), "sex": cells.sex(identity)}
    return found


@action()
def mark_mobile(by: Any, membership: Membership, *, mobile: bool, away: str = "") -> Membership:
    """登记流动 — mark a member as living elsewhere, in words down to the county, or as back home."""
    if membership.until is not None:
        raise Refused("这段组织关系已经结束，不能再登记流动。")
    where = away.strip()
    if mobile and not where:
        raise Refused("请写流动去向，写到县（市、区）为止。")
    if BELOW_COUNTY.search(
        re.split("[省市县区旗州盟国]", where.replace("小区", "号").replace("社区", "号"))[-1]
    ):
        raise Refused("流动去向只写到县（市、区）为止，不写街道、村和门牌。")
    if mobile:
        membership.mobile_since = membership.mobile_since or clock.today()
    else:
        came_back([membership], clock.today())
    membership.away = where if mobile else ""
    membership.save(update_fields=["mobile_since", "away"])
    return membership


def came_back(memberships: Iterable[Membership], day: date) -> None:
    """Keep from when until when people were away; what is saved of a membership is the caller's."""
    over = [(m, m.mobile_since) for m in memberships if m.mobile_since]
    Stay.objects.bulk_create(Stay(membership=m, since=since, until=day) for m, since in over if since < day)
    for m, _ in over:
        m.mobile_since = None


@action()
def ask_correction(by: Any, person: Person, *, words: str) -> Correction:
    """申请更正 — ask to have put right what is held about oneself; the organisation answers."""
    home = home_of(person)
    if home is None:
        raise Refused("眼下没有您的组织关系，不知道该由谁更正，请与上级党组织联系。")
    if not words.strip():
        raise Refused("请写要改什么、改成什么。")
    return Correction.objects.create(
        organisation=home, entered_by=author(by), person=person, words=words.strip(), asked_on=clock.today()
    )


@action()
def answer_correction(by: Any, correction: Correction, *, words: str, corrected: bool) -> Correction:
    """答复更正 — say that something was put right, or why not."""
    if correction.answered_on:
        raise Refused("这项申请已经答复，不必再答复。")
    if not corrected and not words.strip():
        raise Refused("不改的要写一句为什么。")
    correction.answered_on, correction.corrected = clock.today(), corrected
    correction.answer = words.strip()
    correction.save(update_fields=["answered_on", "corrected", "answer"])
    return correction


@action()
def take_own_data(by: Any, person: Person) -> dict[str, Any]:
    """导出本人信息 — everything that is held about oneself, with one's own numbers whole (BOUNDARIES 7)."""
    return everything_about(person)


def day_that_has_come(day: date | None, words: str = "日期在今天以后，请改成当天或以前。") -> date:
    """The day told, today where none is; refused while it lies ahead."""
    if day and day > clock.today():
        raise Refused(words)
    return day or clock.today()
