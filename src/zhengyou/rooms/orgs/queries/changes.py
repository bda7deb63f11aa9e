"""What organisations were before, and what became of them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from zhengyou.core.models import Former, Organisation
from zhengyou.core.permissions import may
from zhengyou.rooms.orgs.models import Membership, Succession

RESHAPING = (
    "rename_organisation",
    "describe_organisation",
    "move_organisation",
    "merge_organisations",
    "split_organisation",
    "close_organisation",
)


@dataclass(frozen=True)
class Change:
    """变动 — on which day what became different, in words."""

    on: date
    words: str


def reshapings_of(viewer: Any, organisation: Organisation) -> list[str]:
    """The changes of the tree that a viewer may make at an organisation; none where it is closed."""
    if organisation.closed_on:
        return []
    return [name for name in RESHAPING if may(viewer, name, organisation)]


def weight_of(organisation: Organisation) -> dict[str, int]:
    """How many organisations stand at or below one, and how many people belong there: what a change takes along."""
    standing = Organisation.objects.filter(organisation.subtree, closed_on=None)
    held = Membership.objects.filter(organisation.within(), until=None)
    return {
        "organisations": standing.count(),
        "people": held.aggregate(n=Count("person", distinct=True))["n"],
    }


def changes_of(organisation: Organisation) -> list[Change]:
    """The history of an organisation, the earliest first: founded, renamed, moved, merged, split, closed."""
    found = [Change(organisation.founded_on, _("成立"))] if organisation.founded_on else []
    states: list[Former | Organisation] = [
        *organisation.former.select_related("parent").order_by("since"),
        organisation,
    ]
    for before, after in zip(states, states[1:], strict=False):
        assert isinstance(before, Former)  # noqa: S101 — only the last is the organisation itself
        found += [Change(before.until, words) for words in _differences(before, after)]
    found += [Change(s.on_day, words) for s, words in _successions(organisation)]
    if organisation.closed_on:
        found.append(Change(organisation.closed_on, _("撤销")))
    return sorted(found, key=lambda change: change.on)


def _differences(before: Former, after: Former | Organisation) -> list[str]:
    words = []
    if before.name != after.name:
        words.append(_("由“%(old)s”更名为“%(new)s”") % {"old": before.name, "new": after.name})
    if before.parent_id != after.parent_id:
        names = {"old": before.parent and before.parent.name, "new": after.parent and after.parent.name}
        words.append(_("由“%(old)s”划归“%(new)s”") % names)
    for old, new in (
        (before.get_kind_display(), after.get_kind_display()),
        (before.get_category_display(), after.get_category_display()),
        (before.get_establishment_display(), after.get_establishment_display()),
    ):
        if old != new:
            words.append(_("由%(old)s变更为%(new)s") % {"old": old or _("未定"), "new": new or _("未定")})
    # Whatever else ended a state was done to an organisation above.
    return words or [_("随上级组织划转")]


def _successions(organisation: Organisation) -> list[tuple[Succession, str]]:
    here = Succession.objects.filter(Q(organisation=organisation) | Q(became=organisation))
    told = {
        ("merged", True): _("并入“%(other)s”"),
        ("merged", False): _("“%(other)s”并入"),
        ("split", True): _("分设出“%(other)s”"),
        ("split", False): _("由“%(other)s”分设"),
    }
    found = []
    for s in here.select_related("organisation", "became"):
        from_here = s.organisation_id == organisation.pk
        other = s.became if from_here else s.organisation
        found.append((s, told[s.how, from_here] % {"other": other.name}))
    return found
