"""Facts about units that could have an organisation, and about the organisations that they have."""

from typing import Any, NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhengyou.core.facts import fact_table
from zhengyou.core.models import Category, Establishment, Fact, Kind, Organisation
from zhengyou.rooms.orgs.models import Dated, earlier, later


class Line(models.TextChoices):
    """覆盖线 — which kind of organisation a unit could have."""

    PARTY = "party", _("党组织")
    UNION = Kind.UNION.value, _("工会")
    YOUTH = Kind.YOUTH.value, _("团组织")
    WOMEN = Kind.WOMEN.value, _("妇联组织")


# The kinds of organisation that cover a unit on a line.
KINDS: dict[str, tuple[str, ...]] = {
    Line.PARTY: (Kind.BRANCH.value, Kind.GENERAL_BRANCH.value, Kind.COMMITTEE.value),
    Line.UNION: (Kind.UNION.value,),
    Line.YOUTH: (Kind.YOUTH.value,),
    Line.WOMEN: (Kind.WOMEN.value,),
}


class Usual(NamedTuple):
    """通行标准 — how many people of which sort make an organisation due, and where that is laid down."""

    counted: str  # the column of a headcount
    people: int
    source: Any


# What holds where an installation has entered no standard of its own (see :class:`Standard`).
USUAL: dict[str, Usual] = {
    Line.PARTY: Usual("members", 3, _("党章第三十条：凡是有正式党员三人以上的，都应当成立党的基层组织")),
    Line.UNION: Usual("workers", 25, _("工会法第十一条：有会员二十五人以上的，应当建立基层工会委员会")),
    Line.YOUTH: Usual("youth", 3, _("团章：凡是有团员三人以上的，都应当建立团的基层组织")),
    Line.WOMEN: Usual("women", 1, _("妇联章程：妇女所在之处都应有妇女组织")),
}


def lasts(name: str) -> models.CheckConstraint:
    """An end that is not before the beginning."""
    return models.CheckConstraint(
        condition=models.Q(until=None) | models.Q(until__gte=models.F("since")), name=name
    )


class Unit(Dated):
    """单位 — an enterprise, a village, a social organisation; its organisation is whose task its coverage is."""

    name = models.CharField("名称", max_length=120)
    category = models.CharField("类别", max_length=20, choices=Category.choices, default=Category.OTHER)
    code = models.CharField("统一社会信用代码", max_length=18, blank=True)

    class Meta:
        verbose_name = "单位"
        constraints = (
            models.UniqueConstraint(
                fields=["organisation", "name"], condition=models.Q(until=None), name="one_unit_of_a_name"
            ),
            lasts("unit_ends_after_it_began"),
        )

    def __str__(self) -> str:
        return self.name


class Headcount(Dated):
    """单位人数 — how many work in a unit, and how many of them are members, young, women; a new count ends the old."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="headcounts")
    workers = models.PositiveIntegerField("从业人数", null=True, blank=True)
    members = models.PositiveIntegerField("党员数", null=True, blank=True)
    youth = models.PositiveIntegerField("团员(青年)数", null=True, blank=True)
    women = models.PositiveIntegerField("妇女数", null=True, blank=True)

    class Meta:
        verbose_name = "单位人数"
        constraints = (
            models.UniqueConstraint(
                fields=["unit"], condition=models.Q(until=None), name="one_headcount_at_a_time"
            ),
            lasts("headcount_ends_after_it_began"),
        )

    def __str__(self) -> str:
        return f"{self.unit}{self.since:%Y-%m-%d}"


class Cover(Dated):
    """覆盖 — an organisation covers a unit on a line: its own, one it is attached to, or one of several units."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="covers")
    line = models.CharField("线", max_length=10, choices=Line.choices)
    covered_by = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="覆盖的组织")
    how = models.CharField("组建方式", max_length=10, choices=Establishment.choices)

    class Meta:
        verbose_name = "覆盖"
        constraints = (
            models.UniqueConstraint(
                fields=["unit", "line"], condition=models.Q(until=None), name="covered_once_on_a_line"
            ),
            lasts("cover_ends_after_it_began"),
        )

    def __str__(self) -> str:
        return f"{self.covered_by}覆盖{self.unit}"


class Deadline(Fact):
    """补建期限 — until when a unit that lacks an organisation on a line is to have one."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="deadlines")
    line = models.CharField("线", max_length=10, choices=Line.choices)
    due_on = models.DateField("期限")

    class Meta:
        verbose_name = "补建期限"
        constraints = (models.UniqueConstraint(fields=["unit", "line"], name="one_deadline_a_line"),)

    def __str__(self) -> str:
        return f"{self.unit}{self.due_on:%Y-%m-%d}"


class Standard(Fact):
    """建组织人数 — from how many people on an organisation is due here, where that is not what is usual."""

    line = models.CharField("线", max_length=10, choices=Line.choices, unique=True)
    people = models.PositiveIntegerField("人数")
    source = models.CharField("依据", max_length=200)

    class Meta:
        verbose_name = "建组织人数"
        constraints = (
            models.CheckConstraint(condition=models.Q(people__gt=0), name="a_standard_asks_for_somebody"),
        )

    def __str__(self) -> str:
        return f"{self.get_line_display()}{self.people}"


_LINES = " union all ".join(f"select '{line}' as line, {u.people} as people" for line, u in USUAL.items())
_COUNTED = " ".join(f"when '{line}' then h.{u.counted}" for line, u in USUAL.items())
_ENOUGH = f"case l.line {_COUNTED} end >= coalesce(s.people, l.people)"
_END = earlier("h.until", "u.until")

fact_table(
    "unit",
    {"id": "int", "org_id": "int", "category": "text", "since": "date", "until": "date"},
    f"""select h.id, h.organisation_id as org_id, u.category, h.since, {_END} as until
    from coverage_headcount as h join coverage_unit as u on u.id = h.unit_id""",  # noqa: S608
    {"category": _("类别"), "since": _("起")},
    {"category": dict(Category.choices)},
)
# For every line on which a unit has the people, one row that it is due and one against it while it is covered: what
# is missing adds up the tree. Both last no longer than the headcount that tells of the people.
fact_table(
    "cover",
    {
        "org_id": "int",
        "unit_id": "int",
        "line": "text",
        "category": "text",
        "covered": "bool",
        "how": "text",
        "gap": "int",
        "since": "date",
        "until": "date",
    },
    f"""select b.org_id, b.unit_id, b.line, b.category, b.covered, b.how, b.gap, b.since, b.until from (
        select h.organisation_id as org_id, h.unit_id, l.line, u.category, false as covered, '' as how, 1 as gap,
        h.since, {_END} as until
        from coverage_headcount as h join coverage_unit as u on u.id = h.unit_id
        cross join ({_LINES}) as l left join coverage_standard as s on s.line = l.line
        where {_ENOUGH}
        union all
        select h.organisation_id as org_id, h.unit_id, c.line, u.category, true as covered, c.how, -1 as gap,
        {later("h.since", "c.since")} as since,
        {earlier(f"({earlier(f'({_END})', 'c.until')})", "q.closed_on")} as until
        from coverage_cover as c join coverage_headcount as h on h.unit_id = c.unit_id
        join coverage_unit as u on u.id = c.unit_id join core_organisation as q on q.id = c.covered_by_id
        join ({_LINES}) as l on l.line = c.line left join coverage_standard as s on s.line = l.line
        where {_ENOUGH}
    ) as b""",  # noqa: S608
    {"line": _("线"), "category": _("类别"), "covered": _("已覆盖"), "how": _("组建方式"), "since": _("起")},
    {"line": dict(Line.choices), "category": dict(Category.choices), "how": dict(Establishment.choices)},
)
