"""Facts about organisations themselves and their venues."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhengyou.core.facts import STATES, fact_table
from zhengyou.core.models import Category, Kind
from zhengyou.rooms.orgs.models.dated import Dated


class Place(Dated):
    """阵地 — a venue of an organisation, its area and tenure."""

    area = models.PositiveIntegerField("面积(㎡)", null=True, blank=True)
    tenure = models.CharField("产权", max_length=10, blank=True)

    class Meta:
        verbose_name = "阵地"

    def __str__(self) -> str:
        return f"{self.organisation}阵地"


fact_table(
    "organisation",
    {"org_id": "int", "kind": "text", "category": "text", "since": "date", "until": "date"},
    f"""select o.id as org_id, o.kind, o.category,
        case when o.founded_on is null or o.founded_on < o.since then o.since else o.founded_on end as since,
        case when o.closed_on is null or o.until < o.closed_on then o.until else o.closed_on end as until
    from {STATES} as o""",  # noqa: S608 — our own tables
    {"kind": _("组织类型"), "category": _("类别"), "since": _("起")},
    {"kind": dict(Kind.choices), "category": dict(Category.choices)},
)
