"""Posts with duties that members hold (设岗定责), to which promises are tied."""

from django.db import models

from zhengyou.rooms.orgs.models import Dated, Person


class DutyPost(Dated):
    """岗位 — what somebody does for others in an organisation: a name and what it is for."""

    name = models.CharField("岗位", max_length=40)
    duties = models.CharField("职责", max_length=300)

    class Meta:
        verbose_name = "岗位"
        ordering = ("organisation", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["organisation", "name"],
                condition=models.Q(until=None),
                name="one_duty_post_of_a_name",
            ),
        )

    def __str__(self) -> str:
        return self.name


class DutyHolder(Dated):
    """认岗 — a member holds a duty post, from a day to a day."""

    post = models.ForeignKey(DutyPost, models.PROTECT, related_name="holders")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "认岗"
        ordering = ("post", "since", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["post", "person"], condition=models.Q(until=None), name="a_duty_post_held_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.post}：{self.person}"
