"""What every test stands on: a home of its own, the database asked for, Django, then the shared fixtures."""

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path

import hypothesis
import pytest

pytest_plugins = ["tests.chromium", "tests.fixtures"]

IS_WORKER = "PYTEST_XDIST_WORKER" in os.environ

# Two cores shared with a browser make deadlines a matter of luck; a failure has to come back on the next run.
hypothesis.settings.register_profile("steady", deadline=None, derandomize=True, print_blob=True)
hypothesis.settings.load_profile("steady")


def pytest_addoption(parser):
    parser.addoption(
        "--db",
        choices=["sqlite", "postgresql"],
        default="sqlite",
        help="the database to test on; postgresql starts a throw-away server of its own",
    )


def pytest_report_header():
    return f"database: {os.environ.get('ZHENGYOU_DATABASE', 'SQLite')}"


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Long tests that stand on no database of the run begin first: at the end nobody waits for one of them."""
    items.sort(
        key=lambda item: not item.get_closest_marker("slow") or bool(item.get_closest_marker("django_db"))
    )
    for item in items:
        if item.get_closest_marker("spark"):
            item.add_marker(pytest.mark.xdist_group("spark"))  # one cluster, while others print papers


def pytest_unconfigure():
    shutil.rmtree(os.environ["ZHENGYOU_HOME"], ignore_errors=True)


def asked_for_postgresql() -> bool:
    # Settings are read before pytest has parsed its options, so this one is read ahead.
    early = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    early.add_argument("--db")
    return early.parse_known_args(sys.argv[1:])[0].db == "postgresql"


def prepare_environment() -> None:
    """A fresh home for every process, one PostgreSQL for a whole run, and nothing a developer has set."""
    kept = {"ZHENGYOU_CHROMIUM", *(["ZHENGYOU_DATABASE"] if IS_WORKER else [])}
    for name in [name for name in os.environ if name.startswith("ZHENGYOU_") and name not in kept]:
        del os.environ[name]
    home = Path(tempfile.mkdtemp(prefix="zy-test-"))
    (home / "static").mkdir()  # collected static files would be here, and WhiteNoise remarks on it
    os.environ["ZHENGYOU_HOME"] = str(home)
    if asked_for_postgresql() and not IS_WORKER:
        from tests.postgresql import start_server

        os.environ["ZHENGYOU_DATABASE"] = start_server()


def prepare_django() -> None:
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "zhengyou.settings"
    django.setup()
    # Workers must not find it: they would load the settings before they have a home of their own.
    del os.environ["DJANGO_SETTINGS_MODULE"]


prepare_environment()
prepare_django()
