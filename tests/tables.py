"""Tables without a walk through the migrations, for whoever needs a database of their own; tests/test_migrations.py
holds both ways to the same."""

from django.apps import apps
from django.core.management import call_command
from django.test.utils import override_settings


def lay_tables() -> None:
    """The tables of the models, where migrations would lead to as well, without walking through them."""
    straight = {app.label: None for app in apps.get_app_configs()}
    with override_settings(MIGRATION_MODULES=straight):
        call_command("migrate", run_syncdb=True, verbosity=0, interactive=False)
