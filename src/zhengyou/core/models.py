"""What the engine itself must know: the tree of organisations, who may act where, and the trail."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models.functions import Length
from django.utils.translation import gettext_lazy as _

from zhengyou.core import clock, tree


class Kind(models.TextChoices):
    """组织类型 — what sort of organisation a node of the tree is."""

    COMMITTEE = "committee", _("党委")
    GENERAL_BRANCH = "general_branch", _("党总支")
    BRANCH = "branch", _("党支部")
    GROUP = "group", _("党小组")
    UNION = "union", _("工会")
    YOUTH = "youth", _("共青团")
    WOMEN = "women", _("妇联")
    OTHER = "other", _("其他")


class Category(models.TextChoices):
    """类别 — the field an organisation works in; requirements differ by it (分类指导)."""

    VILLAGE = "village", _("村")
    COMMUNITY = "community", _("社区")
    GOVERNMENT = "government", _("机关")
    INSTITUTION = "institution", _("事业单位")
    STATE_ENTERPRISE = "state_enterprise", _("国有企业")
    ENTERPRISE = "enterprise", _("非公企业")
    SOCIAL = "social", _("社会组织")
    SCHOOL = "school", _("学校")
    HOSPITAL = "hospital", _("医院")
    OTHER = "other", _("其他")


class Establishment(models.TextChoices):
    """组建方式 — how an organisation is set up."""

    SINGLE = "single", _("单独建")
    ATTACHED = "attached", _("挂靠建")
    JOINT = "joint", _("联合建")


class State(models.Model):
    """状态 — what may change about an organisation: what it is called, what it is, and where it stands."""

    name = models.CharField("名称", max_length=120)
    short_name = models.CharField("简称", max_length=40)
    kind = models.CharField("组织类型", max_length=20, choices=Kind.choices)
    category = models.CharField("类别", max_length=20, choices=Category.choices, default=Category.OTHER)
    establishment = models.CharField("组建方式", max_length=10, choices=Establishment.choices, blank=True)

    class Meta:
        abstract = True


class Organisation(State):
    """组织 — one node of the tree; ``path`` sorts the tree in pre-order and bounds each subtree.

    It is kept as it is now. ``unchanged_since`` is the day since which it is so, nothing where it always was;
    what it was before, :class:`Former` tells.
    """

    code = models.CharField("编码", max_length=60, unique=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    path = models.CharField(max_length=120, unique=True)
    path_end = models.CharField(max_length=120, db_index=True)
    founded_on = models.DateField("成立时间", null=True, blank=True)
    closed_on = models.DateField("撤销时间", null=True, blank=True)
    unchanged_since = models.DateField("现状起", null=True, blank=True, editable=False)

    class Meta:
        verbose_name = "组织"
        ordering = ("path",)
        constraints = (
            models.UniqueConstraint(fields=["parent", "name"], name="one_name_below_a_parent"),
            models.CheckConstraint(
                condition=models.Q(path__lt=models.F("path_end")), name="path_before_its_end"
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def organisation(self) -> "Organisation":
        """An organisation is a thing of itself, so that actions find where a deed is done."""
        return self

    @property
    def depth(self) -> int:
        """Level in the tree, the root being 1."""
        return tree.depth(self.path)

    @property
    def subtree(self) -> models.Q:
        """A condition on organisations: this one and all below it."""
        return models.Q(path__gte=self.path, path__lt=self.path_end)

    @staticmethod
    def standing() -> models.Q:
        """A condition on organisations: those that are not closed by today."""
        return models.Q(closed_on=None) | models.Q(closed_on__gt=clock.today())

    def no_deeper_than(self, levels: int | None) -> models.QuerySet["Organisation"]:
        """This one and those standing below it, down to so many levels; all of them where none is named."""
        found = Organisation.objects.filter(self.subtree, Organisation.standing())
        if levels is None:
            return found
        return found.annotate(size=Length("path")).filter(size__lte=(self.depth + levels) * tree.WIDTH)

    def range_on(self, day: date | None) -> tuple[str, str]:
        """Its path and path end on a day of the past; as they are now where no day is named."""
        if day and self.unchanged_since and day < self.unchanged_since:
            then = self.former.filter(since__lte=day, until__gt=day).first()
            if then:
                return then.path, then.path_end
        return self.path, self.path_end

    def within(self, field: str = "organisation") -> models.Q:
        """The same condition on rows that point at an organisation by a field."""
        return models.Q(**{f"{field}__path__gte": self.path, f"{field}__path__lt": self.path_end})


class Former(State):
    """原状 — what an organisation was from a day to a day, the last not included, before it was changed or moved.

    A path that was left is given to nobody else, so that the trees of all days can be told apart.
    """

    BEGINNING = date(1, 1, 1)

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="former")
    parent = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    path = models.CharField(max_length=120)
    path_end = models.CharField(max_length=120)
    since = models.DateField("起")
    until = models.DateField("止", db_index=True)

    class Meta:
        verbose_name = "原状"
        ordering = ("organisation", "since")
        constraints = (
            models.UniqueConstraint(fields=["organisation", "until"], name="one_state_at_a_time"),
            models.CheckConstraint(
                condition=models.Q(until__gt=models.F("since")), name="a_state_lasted_a_day"
            ),
        )
        indexes = (models.Index(fields=["path", "until"], name="former_places"),)

    def __str__(self) -> str:
        return f"{self.name}（{self.since}—{self.until}）"


class Role(models.TextChoices):
    """角色 — in what capacity an account acts at an organisation."""

    MEMBER = "member", _("党员")
    SECRETARY = "secretary", _("书记")
    OFFICE = "office", _("领导小组办公室")
    SUPERVISOR = "supervisor", _("督导组")
    LEADER = "leader", _("领导")
    ADMINISTRATOR = "administrator", _("系统管理员")
    ANYONE = "anyone", _("任何人")


class Grant(models.Model):
    """授权 — an account acts in a role at an organisation, from a day to a day."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="grants")
    role = models.CharField("角色", max_length=20, choices=Role.choices)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    since = models.DateField("起", default=clock.today)
    until = models.DateField("止", null=True, blank=True)

    class Meta:
        verbose_name = "授权"
        constraints = (
            models.UniqueConstraint(
                fields=["user", "role", "organisation", "since"], name="granted_once_a_day"
            ),
        )

    def __str__(self) -> str:
        return f"{self.organisation}{self.get_role_display()}"


class Fact(models.Model):
    """事实 — something that happened, entered once by a person and never computed."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="组织")
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True)
    entered_at = models.DateTimeField("录入时间", default=clock.now, editable=False)

    class Meta:
        abstract = True


class Deed(models.Model):
    """操作 — one act of someone; each entry is chained to the one before it by its digest."""

    number = models.PositiveBigIntegerField(unique=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    did = models.CharField(max_length=60, db_index=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    subject = models.CharField(max_length=80)
    words = models.CharField(max_length=300)
    details = models.TextField(default="{}")
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta:
        verbose_name = "操作"
        ordering = ("number",)
        indexes = (models.Index(fields=["organisation", "-number"], name="deeds_of_an_organisation"),)

    def __str__(self) -> str:
        return f"#{self.number} {self.words}"


class TrailHead(models.Model):
    """留痕之首 — the newest entry's number and digest: one row, locked by whoever writes the next."""

    number = models.PositiveBigIntegerField(default=0)
    digest = models.CharField(max_length=64, default="0" * 64)

    class Meta:
        verbose_name = "留痕之首"

    def __str__(self) -> str:
        return f"#{self.number}"
