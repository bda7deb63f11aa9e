"""Facts about people and their belonging to organisations."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from zhengyou.core.facts import fact_table
from zhengyou.core.models import Fact, Kind, Organisation
from zhengyou.core.secrets import masked, unseal
from zhengyou.rooms.orgs.models.dated import Dated
from zhengyou.rooms.orgs.models.spoken import LONGEST

# A post whose title ends so makes one of the leading body (班子成员): 党支部书记, 工会主席, 宣传委员.
LEADING = ("书记", "主席", "主任", "会长", "委员")


class Person(models.Model):
    """人员 — someone on a roster; never a resident. Identity and telephone numbers are sealed at rest."""

    SEXES = (("男", _("男")), ("女", _("女")))

    name = models.CharField("姓名", max_length=40, db_index=True)
    sex = models.CharField("性别", max_length=1, choices=SEXES, blank=True)
    born_on = models.DateField("出生年月", null=True, blank=True)
    joined_on = models.DateField("入党时间", null=True, blank=True)
    education = models.CharField("学历", max_length=20, blank=True)
    occupation = models.CharField("人员类别", max_length=20, blank=True)
    identity_sealed = models.TextField(blank=True, editable=False)
    identity_digest = models.CharField(max_length=64, null=True, unique=True, editable=False)  # noqa: DJ001
    phone_sealed = models.TextField(blank=True, editable=False)
    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="person"
    )
    entered_at = models.DateTimeField(auto_now_add=True)
    # What the name sounds like; whoever writes a name writes them with it (``actions.sounding``).
    sound = models.CharField(max_length=LONGEST, blank=True, editable=False)
    initials = models.CharField(max_length=LONGEST, blank=True, editable=False)

    class Meta:
        verbose_name = "人员"
        indexes = (
            models.Index(fields=["sound"], name="people_by_sound"),
            models.Index(fields=["initials"], name="people_by_initials"),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def person_id(self) -> int:
        """A person is a thing of one's own, so that actions find who may act for oneself."""
        return int(self.pk)

    @property
    def identity_masked(self) -> str:
        """The identity number with its middle hidden."""
        return masked(unseal(self.identity_sealed))

    @property
    def phone_masked(self) -> str:
        """The telephone number with its middle hidden."""
        return masked(unseal(self.phone_sealed))


class Membership(Dated):
    """组织关系 — a person belongs to an organisation from a day to a day.

    ``mobile_since`` is the day from which somebody lives elsewhere, ``away`` says in words where, down to the
    county and no further; whoever came back was away for a :class:`Stay`.
    """

    class Line(models.TextChoices):
        PARTY = "party", _("党员")
        UNION = Kind.UNION.value, _("工会会员")
        YOUTH = Kind.YOUTH.value, _("团员")
        WOMEN = Kind.WOMEN.value, _("妇女")

    class Ending(models.TextChoices):
        TRANSFERRED = "transferred", _("转出")
        DIED = "died", _("去世")
        LEFT = "left", _("出党或退会")
        MISTAKEN = "mistaken", _("登记有误")

    # No index of its own: that of members of an organisation begins with it.
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name="组织", db_index=False
    )
    person = models.ForeignKey(Person, models.PROTECT, related_name="memberships")
    line = models.CharField("类别", max_length=10, choices=Line.choices, default=Line.PARTY)
    mobile_since = models.DateField("流动起", null=True, blank=True)
    away = models.CharField("流动去向", max_length=40, blank=True)
    ending = models.CharField("为什么结束", max_length=12, choices=Ending.choices, blank=True)

    class Meta:
        verbose_name = "组织关系"
        constraints = (
            models.UniqueConstraint(
                fields=["person", "line"], condition=models.Q(until=None), name="one_membership_a_line"
            ),
            models.CheckConstraint(
                condition=models.Q(until=None) | models.Q(until__gte=models.F("since")),
                name="membership_ends_after_it_began",
            ),
            models.CheckConstraint(
                condition=models.Q(ending="") | models.Q(until__isnull=False),
                name="only_what_ended_says_why",
            ),
        )
        indexes = (models.Index(fields=["organisation", "until"], name="members_of_an_organisation"),)

    def __str__(self) -> str:
        return f"{self.person}（{self.organisation}）"

    @property
    def mobile(self) -> bool:
        """Whether somebody lives elsewhere now."""
        return self.mobile_since is not None


class Stay(models.Model):
    """流动期 — from when until when somebody lived elsewhere who has come back: figures of those days stay."""

    membership = models.ForeignKey(Membership, models.CASCADE, related_name="stays")
    since = models.DateField("起")
    until = models.DateField("止")

    class Meta:
        verbose_name = "流动期"
        constraints = (
            models.CheckConstraint(
                condition=models.Q(until__gt=models.F("since")), name="a_stay_ends_after_it_began"
            ),
        )

    def __str__(self) -> str:
        return f"{self.since:%Y-%m-%d}—{self.until:%Y-%m-%d}"


class Post(Dated):
    """职务 — a person's office in an organisation; one person may hold several."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="posts")
    title = models.CharField("职务", max_length=30)

    class Meta:
        verbose_name = "职务"
        constraints = (
            models.UniqueConstraint(
                fields=["person", "organisation", "title"],
                condition=models.Q(until=None),
                name="a_post_held_once",
            ),
        )

    def __str__(self) -> str:
        return f"{self.organisation}{self.title}{self.person}"

    @property
    def leading(self) -> bool:
        """Whether its holder is of the leading body, which the title says."""
        return self.title.endswith(LEADING)


class Correction(Fact):
    """更正申请 — somebody asks to have corrected what is held about oneself; the answer stands beside it."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="corrections")
    words = models.CharField("要改什么", max_length=300)
    asked_on = models.DateField("提出")
    answered_on = models.DateField("答复", null=True, blank=True)
    corrected = models.BooleanField("已改", default=False)
    answer = models.CharField("答复内容", max_length=300, blank=True)

    class Meta:
        verbose_name = "更正申请"
        ordering = ("asked_on", "pk")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(answered_on__isnull=False) | models.Q(corrected=False, answer=""),
                name="an_answer_has_its_day",
            ),
        )

    def __str__(self) -> str:
        return self.words


fact_table(
    "membership",
    {
        "id": "int",
        "org_id": "int",
        "person_id": "int",
        "kind": "text",
        "since": "date",
        "until": "date",
    },
    """select id, organisation_id as org_id, person_id, line as kind, since, until
    from orgs_membership""",
    {"kind": _("类别"), "since": _("起"), "until": _("止")},
    {"kind": dict(Membership.Line.choices)},
)
# Those who are away now by the number of their membership, those who came back by the number of the stay below zero.
fact_table(
    "mobile_member",
    {"id": "int", "org_id": "int", "person_id": "int", "kind": "text", "since": "date", "until": "date"},
    """select id, org_id, person_id, kind, since, until from (
        select id, organisation_id as org_id, person_id, line as kind, mobile_since as since, until
        from orgs_membership where mobile_since is not null
        union all
        select -s.id, m.organisation_id, m.person_id, m.line, s.since, s.until
        from orgs_stay as s join orgs_membership as m on m.id = s.membership_id
    ) as away""",
    {"kind": _("类别"), "since": _("流动起"), "until": _("止")},
    {"kind": dict(Membership.Line.choices)},
)
fact_table(
    "post",
    {"id": "int", "org_id": "int", "person_id": "int", "title": "text", "since": "date", "until": "date"},
    "select id, organisation_id as org_id, person_id, title, since, until from orgs_post",
    {"title": _("职务"), "since": _("起"), "until": _("止")},
)
