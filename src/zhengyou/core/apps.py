"""The engine as a Django app: it owns the tree, the grants and the trail, and says in its own words what Django says in forms."""

from django.apps import AppConfig
from django.forms import Field, ModelChoiceField


class Core(AppConfig):
    """核心 — label ``core``."""

    name = "zhengyou.core"
    label = "core"
    verbose_name = "核心"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from zhengyou.core.forms import Offered, said_of_nothing

        Field.default_error_messages["required"] = said_of_nothing
        ModelChoiceField.iterator = Offered  # type: ignore[misc]
