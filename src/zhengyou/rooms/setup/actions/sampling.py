"""A made-up town to play with: it fills an empty installation, and goes as a whole."""

import secrets
import shutil
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.core.management.color import no_style
from django.db import connection, transaction

from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.rooms.setup.actions.beginning import must_be_unclaimed
from zhengyou.rooms.setup.actions.codes import must_be_right
from zhengyou.rooms.setup.models import SampleTown
from zhengyou.rooms.setup.queries import sample_counts

KEPT = {ContentType, Permission}  # what Django itself writes down about the tables


@action(hidden=("code",))
def begin_sample(by: Any, nothing: None, *, code: str) -> SampleTown:
    """放入示例 — fill an empty installation with a made-up town that is in the midst of a campaign."""
    from zhengyou.demo.sample import build  # the play needs every room; no room needs the play

    must_be_right(code)
    must_be_unclaimed()
    if Organisation.objects.exists():
        raise Refused("这里已有组织，示例只能放进空的系统，免得真假混在一起。")
    sample = SampleTown.objects.create(password=secrets.token_hex(5))
    build(sample.password)
    return sample


@action()
def remove_sample(by: Any, sample: SampleTown, *, counted: dict[str, int]) -> SampleTown:
    """清除示例 — empty the whole installation, its accounts and its trail included; begun again as if it were new.

    Done only where a sample was put in, and only as long as what would go is what was shown before.
    """
    if not SampleTown.objects.filter(pk=sample.pk).exists():
        raise Refused("这里没有示例，没有清除任何东西。")
    if counted != sample_counts():
        raise Refused("刚才显示的数变了：有人正在用。请再看一眼，再清除。")
    tables = [m._meta.db_table for m in apps.get_models(include_auto_created=True) if m not in KEPT]
    flush = connection.ops.sql_flush(no_style(), sorted({*tables}), reset_sequences=True, allow_cascade=False)
    connection.check_constraints()  # PostgreSQL empties no table of which something is still to be looked at
    with connection.cursor() as cursor:
        for statement in flush:
            cursor.execute(statement)
    by.pk = None  # the account went with the rest, so nothing can be kept under it
    transaction.on_commit(_forget_files)
    return sample


def _forget_files() -> None:
    """What was worked out from the sample, and files sent in while it was played with."""
    home = Path(settings.ZHENGYOU_HOME)
    for folder in ("snapshot", "imports"):
        shutil.rmtree(home / folder, ignore_errors=True)
