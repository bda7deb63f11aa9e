"""The engine as a Django app: it owns the tree, the grants and the trail."""

from django.apps import AppConfig


class Core(AppConfig):
    """核心 — label ``core``."""

    name = "zhengyou.core"
    label = "core"
    verbose_name = "核心"
    default_auto_field = "django.db.models.BigAutoField"
