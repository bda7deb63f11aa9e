"""Everything that can be asked about the register of units."""

from collections import defaultdict
from typing import Any

from django.db.models import QuerySet

from zhengyou.core.models import Organisation
from zhengyou.core.permissions import orgs_where
from zhengyou.rooms.coverage.models import Cover, Unit

COMMITTEES = ("committee", "general_branch", "branch")


def organisations_with_coverage(viewer: Any) -> QuerySet[Organisation]:
    """The organisations whose units a viewer may look at, the tree's order."""
    return orgs_where(viewer, "see_coverage")


def units_seen_by(viewer: Any) -> QuerySet[Unit]:
    """The units on the register that a viewer may see."""
    seen = Unit.objects.filter(organisation__in=organisations_with_coverage(viewer))
    return seen.select_related("organisation")


def covers_seen_by(viewer: Any) -> QuerySet[Cover]:
    """What covers the units that a viewer may see."""
    return Cover.objects.filter(unit__in=units_seen_by(viewer)).select_related("unit", "covered_by")


def units_below(under: Organisation) -> QuerySet[Unit]:
    """The units on the register of an organisation and all below it today."""
    return Unit.objects.filter(under.within(), until=None).select_related("organisation")


class Owners:
    """所在 — the organisations at or below one, found by what a register writes: name, short name, code or place."""

    def __init__(self, under: Organisation) -> None:
        self.under = under
        self._named: dict[str, list[Organisation]] = defaultdict(list)
        self._all = list(Organisation.objects.filter(under.subtree, closed_on=None).order_by("path"))
        for o in self._all:
            for key in {o.name, o.short_name, o.code, o.short_name.removesuffix("党委")}:
                self._named[key].append(o)
        self._found: dict[str, Organisation | str] = {"": under}

    def find(self, text: str) -> Organisation | str:
        """The organisation that a text means, the one above all where nothing is written; else why there is none."""
        if text not in self._found:
            self._found[text] = self._sought(text)
        return self._found[text]

    def _sought(self, text: str) -> Organisation | str:
        named = self._named.get(text) or [o for o in self._all if text in o.name]
        parties = [o for o in named if o.kind in COMMITTEES] or named
        if len(parties) == 1:
            return parties[0]
        # 柳河镇 means the committee of the town, not one of the villages whose names begin with it.
        highest = [o for o in parties if o.depth == min((p.depth for p in parties), default=0)]
        if len(highest) == 1:
            return highest[0]
        return "有几个组织叫这个名称，请写全称" if named else "没有这个组织或地区，请写全称、简称或编码"
