"""Facts about lasting links: of organisations with organisations, of leaders with units."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhengyou.core.facts import STATES, fact_table
from zhengyou.core.models import Kind, Organisation
from zhengyou.rooms.orgs.models import Dated, earlier, later

PARTY = (Kind.COMMITTEE, Kind.GENERAL_BRANCH, Kind.BRANCH)
MASS = (Kind.UNION, Kind.YOUTH, Kind.WOMEN)


class Tie(Dated):
    """结对 — somebody or some organisation is tied to an organisation, from a day to a day."""

    class Kind(models.TextChoices):
        PAIRING = "pairing", _("结对共建")
        HAND_IN_HAND = "hand", _("城乡结对")
        CONTACT = "contact", _("联系点")
        MODEL = "model", _("示范点")
        FIRST_SECRETARY = "first", _("第一书记")
        RESPONSIBLE = "responsible", _("包抓")
        BESIDE = "beside", _("党群结对")

    class Level(models.TextChoices):
        NATION = "nation", _("国家级")
        PROVINCE = "province", _("省级")
        CITY = "city", _("市级")
        COUNTY = "county", _("县级")
        TOWN = "town", _("乡镇级")

    OF_PEOPLE = (Kind.CONTACT, Kind.FIRST_SECRETARY)

    kind = models.CharField("种类", max_length=12, choices=Kind.choices)
    partner = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="对方组织"
    )
    person = models.ForeignKey(
        "orgs.Person", models.PROTECT, null=True, blank=True, related_name="ties", verbose_name="负责的人"
    )
    line = models.CharField("群团", max_length=10, choices=[(k.value, k.label) for k in MASS], blank=True)
    level = models.CharField("级别", max_length=10, choices=Level.choices, blank=True)
    purpose = models.CharField("做什么", max_length=200, blank=True)

    class Meta:
        verbose_name = "结对"
        indexes = (models.Index(fields=["organisation", "until"], name="ties_of_an_organisation"),)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(partner__isnull=False) | models.Q(person__isnull=False),
                name="a_tie_has_another_side",
            ),
            models.CheckConstraint(
                condition=~models.Q(partner=models.F("organisation")), name="no_tie_with_itself"
            ),
            models.CheckConstraint(
                condition=(models.Q(kind="beside") & ~models.Q(line=""))
                | (~models.Q(kind="beside") & models.Q(line="")),
                name="only_beside_has_a_line",
            ),
            models.CheckConstraint(
                condition=models.Q(until=None) | models.Q(until__gte=models.F("since")),
                name="tie_ends_after_it_began",
            ),
            models.UniqueConstraint(
                fields=["organisation", "line"],
                condition=models.Q(until=None, kind="beside"),
                name="one_of_a_line_beside",
            ),
            models.UniqueConstraint(
                fields=["organisation", "kind", "partner", "level"],
                condition=models.Q(until=None, person=None),
                name="tied_once_to_an_organisation",
            ),
            models.UniqueConstraint(
                fields=["organisation", "kind", "person"],
                condition=models.Q(until=None, person__isnull=False),
                name="tied_once_to_a_person",
            ),
        )

    def __str__(self) -> str:
        return f"{self.other} — {self.organisation}{self.get_kind_display()}"

    @property
    def other(self) -> str:
        """The side from which it comes: a person, an organisation, or a person of an organisation."""
        return "".join(str(side) for side in (self.partner, self.person) if side)


def _in(kinds: tuple[Kind, ...]) -> str:
    return "(" + ", ".join(f"'{k.value}'" for k in kinds) + ")"


# A tie lasts no longer than both its organisations, and is told by what its own is at the time.
_FOUNDED = "coalesce(o.founded_on, '0001-01-01')"
_BORN = f"({later('o.since', _FOUNDED)})"
_GONE = f"({earlier('o.until', 'o.closed_on')})"
_END = earlier(f"({earlier('t.until', _GONE)})", "q.closed_on")
_OF_BOTH = f"""from ties_tie as t join {STATES} as o on o.id = t.organisation_id
    left join core_organisation as q on q.id = t.partner_id"""

fact_table(
    "tie",
    {
        "id": "int",
        "org_id": "int",
        "kind": "text",
        "level": "text",
        "party": "bool",
        "since": "date",
        "until": "date",
    },
    f"""select t.id, t.organisation_id as org_id, t.kind, t.level,
    case when o.kind in {_in(PARTY)} then true else false end as party, {later("t.since", _BORN)} as since, {_END} as until
    {_OF_BOTH}""",  # noqa: S608
    {"kind": _("种类"), "level": _("级别"), "since": _("起")},
    {"kind": dict(Tie.Kind.choices), "level": dict(Tie.Level.choices)},
)
# Every party organisation owes itself a union, a league and a women's organisation: one row for each that should
# be beside it and one against it for each that is, so that what is missing adds up the tree.
fact_table(
    "pairing",
    {"org_id": "int", "line": "text", "missing": "int", "since": "date", "until": "date"},
    f"""select p.organisation_id as org_id, p.line, p.missing, p.since, p.until from (
        select o.id as organisation_id, l.line, 1 as missing, {_BORN} as since, {_GONE} as until
        from {STATES} as o cross join (
            select 'union' as line union all select 'youth' as line union all select 'women' as line
        ) as l where o.kind in {_in(PARTY)}
        union all select t.organisation_id, t.line, -1 as missing, {later("t.since", _BORN)} as since, {_END} as until
        {_OF_BOTH} where t.kind = 'beside' and o.kind in {_in(PARTY)}
    ) as p""",  # noqa: S608
    {"line": _("群团"), "missing": _("应配为1，已配为−1"), "since": _("起")},
    {"line": {k.value: k.label for k in MASS}},
)
