"""Accounts; what they may do is a grant of the engine, who they are is a person of the roster."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property

from zhengyou.core.models import Organisation


class User(AbstractUser):
    """账号 — somebody who signs in; perhaps a person of the roster, perhaps an office's own account.

    ``one_time`` marks a password that a slip told: it opens nothing but the page where an own one is chosen.
    """

    one_time = models.BooleanField("一次性密码", default=False)
    slip = ""  # what a slip tells while it is printed; never a column

    class Meta:
        verbose_name = "账号"

    def __str__(self) -> str:
        return self.get_full_name() or self.username

    def get_full_name(self) -> str:
        """Family name first, as it is written in Chinese."""
        return f"{self.last_name}{self.first_name}".strip()

    @cached_property
    def person_id(self) -> int | None:
        """The key of the person whose account it is, or nothing."""
        person = getattr(self, "person", None)
        return person.pk if person else None

    @property
    def organisation(self) -> Organisation | None:
        """An account belongs to no organisation; its grants do."""
        return None


class WrongPassword(models.Model):
    """错密码 — one wrong password, by keyed digests of the account and of the place; gone after an hour."""

    account = models.CharField("账号", max_length=64)
    place = models.CharField("来处", max_length=64)
    at = models.DateTimeField("时间", default=timezone.now, db_index=True)

    class Meta:
        verbose_name = "错密码"
        indexes = (
            models.Index(fields=["account", "at"], name="wrong_at_an_account"),
            models.Index(fields=["place", "at"], name="wrong_from_a_place"),
        )

    def __str__(self) -> str:
        return f"{self.at:%H:%M:%S}"
