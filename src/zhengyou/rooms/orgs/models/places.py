"""Facts about organisations themselves and their venues."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhengyou.core.facts import STATES, fact_table
from zhengyou.core.models import Category, Establishment, Kind
from zhengyou.rooms.orgs.models.dated import Dated, earlier, later


class Tenure(models.TextChoices):
    """产权 — on what ground an organisation has a venue."""

    OWN = "own", _("自有")
    RENTED = "rented", _("租借")
    BORROWED = "borrowed", _("借用")
    SHARED = "shared", _("合用")
    OTHER = "other", _("其他")


# As offices write it; what is none of these stays readable as it was written and counts among the others.
WRITTEN = {
    Tenure.OWN: ("自有", "自有产权", "自建", "产权自有", "村集体所有", "集体所有", "own"),
    Tenure.RENTED: ("租借", "租用", "租赁", "出租", "rented"),
    Tenure.BORROWED: ("借用", "暂借", "无偿借用", "borrowed"),
    Tenure.SHARED: ("合用", "共用", "共建共享", "shared"),
}
UNSAFE, OTHER = "危房", "其他"


def tenure_of(text: str) -> str:
    """Which kind of tenure a text means; nothing where nothing was written."""
    found = next((tenure.value for tenure, words in WRITTEN.items() if text in words), Tenure.OTHER.value)
    return found if text else ""


class Place(Dated):
    """阵地 — a venue of an organisation, its area and tenure; others may use it too, see :class:`PlaceUse`."""

    name = models.CharField("名称", max_length=60, blank=True)
    area = models.PositiveIntegerField("面积(㎡)", null=True, blank=True)
    tenure = models.CharField("产权", max_length=20, blank=True)
    unsafe = models.BooleanField("危房", default=False)

    class Meta:
        verbose_name = "阵地"
        constraints = (
            models.CheckConstraint(
                condition=models.Q(until=None) | models.Q(until__gte=models.F("since")),
                name="place_ends_after_it_began",
            ),
        )

    def __str__(self) -> str:
        return self.name or f"{self.organisation}阵地"

    @property
    def in_danger(self) -> bool:
        """Whether it is unsafe, by its own mark or by what its tenure was written as."""
        return self.unsafe or UNSAFE in self.tenure

    @property
    def tenure_said(self) -> str:
        """The tenure in the reader's language; words that are none of the known ones as they were written."""
        sort = tenure_of(self.tenure)
        return str(Tenure(sort).label) if sort and sort != Tenure.OTHER else self.tenure


class PlaceUse(Dated):
    """共用阵地 — an organisation uses another's venue, from a day to a day; the venue itself is counted once."""

    place = models.ForeignKey(Place, models.PROTECT, related_name="uses")

    class Meta:
        verbose_name = "共用阵地"
        constraints = (
            models.UniqueConstraint(
                fields=["place", "organisation"],
                condition=models.Q(until=None),
                name="a_place_used_once_by_each",
            ),
            models.CheckConstraint(
                condition=models.Q(until=None) | models.Q(until__gte=models.F("since")),
                name="place_use_ends_after_it_began",
            ),
        )

    def __str__(self) -> str:
        return f"{self.organisation}共用{self.place}"


def _sorted() -> str:
    """The tenure of ``p`` as one of the known kinds, in SQL."""
    whens = " ".join(
        f"when p.tenure in ({', '.join(repr(w) for w in words)}) then '{tenure.value}'"
        for tenure, words in WRITTEN.items()
    )
    return f"case when p.tenure = '' then '' {whens} else '{Tenure.OTHER.value}' end"


_BORN = later("o.since", "coalesce(o.founded_on, '0001-01-01')")
_GONE = earlier("o.until", "o.closed_on")
PARTY = "('committee', 'general_branch', 'branch')"

fact_table(
    "organisation",
    {
        "org_id": "int",
        "kind": "text",
        "category": "text",
        "establishment": "text",
        "since": "date",
        "until": "date",
    },
    f"""select o.id as org_id, o.kind, o.category, o.establishment, {_BORN} as since, {_GONE} as until
    from {STATES} as o""",  # noqa: S608 — our own tables
    {"kind": _("组织类型"), "category": _("类别"), "establishment": _("组建方式"), "since": _("起")},
    {
        "kind": dict(Kind.choices),
        "category": dict(Category.choices),
        "establishment": dict(Establishment.choices),
    },
)
# A venue of an organisation that was closed is nobody's.
fact_table(
    "place",
    {
        "id": "int",
        "org_id": "int",
        "tenure": "text",
        "area": "int",
        "unsafe": "bool",
        "since": "date",
        "until": "date",
    },
    f"""select p.id, p.organisation_id as org_id, {_sorted()} as tenure, p.area,
    case when p.unsafe or p.tenure = '{UNSAFE}' then true else false end as unsafe,
    p.since, {earlier("p.until", "o.closed_on")} as until
    from orgs_place as p join core_organisation as o on o.id = p.organisation_id""",  # noqa: S608
    {"tenure": _("产权"), "area": _("面积(㎡)"), "unsafe": _("危房"), "since": _("起")},
    {"tenure": dict(Tenure.choices)},
)
fact_table(
    "housing",
    {"org_id": "int", "party": "bool", "own": "bool", "since": "date", "until": "date"},
    f"""select h.organisation_id as org_id, case when o.kind in {PARTY} then true else false end as party,
    h.own, {later("h.since", f"({_BORN})")} as since,
    {earlier("h.until", f"({_GONE})")} as until
    from (
        select organisation_id, true as own, since, until from orgs_place
        union all select u.organisation_id, false as own, u.since, {earlier("u.until", "p.until")} as until
        from orgs_placeuse as u join orgs_place as p on p.id = u.place_id
    ) as h join {STATES} as o on o.id = h.organisation_id""",  # noqa: S608
    {"own": _("自己的"), "since": _("起")},
)
