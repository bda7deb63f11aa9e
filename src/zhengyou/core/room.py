"""房间 — what makes a Django app a room of the house."""

from importlib import import_module
from typing import Any

from django.apps import AppConfig
from django.utils.module_loading import module_has_submodule


class Room(AppConfig):
    """A Django app laid out like every other room.

    The parts that register themselves are imported when Django starts, so that a new measure or
    rule needs no list edited anywhere else.
    """

    default = False  # Room itself is not an app
    default_auto_field = "django.db.models.BigAutoField"
    registered = ("permissions", "measures", "rules", "actions", "papers")

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.default = True

    def ready(self) -> None:
        """Load what registers itself; measures of all rooms are loaded before the first is used."""
        for part in self.registered:
            if self.module is not None and module_has_submodule(self.module, part):
                import_module(f"{self.name}.{part}")
