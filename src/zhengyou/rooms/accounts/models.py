"""Accounts; what they may do is a grant of the engine, who they are is a person of the roster."""

from django.contrib.auth.models import AbstractUser
from django.utils.functional import cached_property

from zhengyou.core.models import Organisation


class User(AbstractUser):
    """账号 — somebody who signs in; perhaps a person of the roster, perhaps an office's own account."""

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
