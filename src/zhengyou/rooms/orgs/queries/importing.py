"""Where a viewer may import, and which columns files with known headings have."""

import re
from typing import Any

from zhengyou.core.models import Organisation, Role
from zhengyou.core.permissions import grants_of, may, orgs_where
from zhengyou.rooms.orgs.models import ColumnMapping

TABLES = re.compile(r"(党员|人员)?(花名册|名册|名单|信息表|登记表|统计表|一览表|情况表)$")


def import_places(viewer: Any) -> list[Organisation | None]:
    """Below which organisations a viewer may import: None stands for the whole tree."""
    places: list[Organisation | None] = [None] if may(viewer, "import_roster", None) else []
    allowed = orgs_where(viewer, "import_roster")
    held = {g.organisation_id: g.organisation for g in grants_of(viewer) if g.role == Role.OFFICE}
    return places + list(allowed.filter(pk__in=held))


def columns_remembered(viewer: Any) -> dict[str, dict[str, Any]]:
    """What files with known headings hold, by the digest of the headings; nothing for who may not import."""
    if not import_places(viewer):
        return {}
    return dict(ColumnMapping.objects.values_list("headings", "meant"))


def places_called(viewer: Any, titles: list[str]) -> str:
    """The one organisation in reach that a title tells of, 东街村党支部党员花名册; empty where none or several do."""
    texts = {TABLES.sub("", text) for text in titles} | set(titles)
    found = orgs_where(viewer, "import_roster").filter(name__in=texts).values_list("name", flat=True)[:2]
    return found[0] if len(found) == 1 else ""
