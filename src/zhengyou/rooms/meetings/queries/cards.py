"""Members' cards: a number that only this installation can sign, shown on paper or on a screen."""

from django.core.signing import BadSignature, Signer

from zhengyou.core.errors import Refused
from zhengyou.rooms.meetings.models import Meeting
from zhengyou.rooms.meetings.queries.due import due_at
from zhengyou.rooms.orgs.models import Person

SALT = "zhengyou.meetings.card"


def card_of(person: Person) -> str:
    """What stands in the code of somebody's card; a copy is worth nothing, since the organiser sees the face."""
    return Signer(salt=SALT).sign(str(person.pk))


def holder_at(meeting: Meeting, card: str) -> Person:
    """Whose card was held up, if that one is due at the meeting; ``Refused`` in words otherwise."""
    try:
        person_id = int(Signer(salt=SALT).unsign(card.strip()))
    except (BadSignature, ValueError):
        raise Refused("这不是本系统的党员卡，没有登记；请在名单上点姓名。") from None
    found = due_at(meeting).filter(pk=person_id).first()
    if found is None:
        raise Refused("持卡人不在这次会的名单上，没有登记；请核对是不是别的支部的党员。")
    return found
