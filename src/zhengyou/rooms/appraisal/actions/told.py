"""What every deed under a scheme asks first: that the organisation is appraised by it, and that something is said."""

from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.rooms.appraisal.models import Scheme
from zhengyou.rooms.appraisal.queries import is_appraised


def stands_under(organisation: Organisation, scheme: Scheme) -> None:
    """Refuse what is said under a scheme that is not in force or does not appraise the organisation."""
    if scheme.issued_on is None:
        raise Refused(f"“{scheme}”还是草案，印发以后才能用。")
    if not is_appraised(organisation, scheme):
        raise Refused(f"{organisation}不在“{scheme}”的考评范围内。")


def said(words: str, otherwise: str) -> str:
    """The words without what stands around them; refused where there are none."""
    found = words.strip()
    if not found:
        raise Refused(otherwise)
    return found
