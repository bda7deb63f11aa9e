"""The browser tests use the Chromium of the machine; none there is a failure, not a reason to skip."""

import os
import shutil
from pathlib import Path

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
OPENED_BY = {"page", "context", "browser", "new_context"}


def chromium() -> str:
    named = os.environ.get("ZHENGYOU_CHROMIUM")
    found = named or next(filter(None, map(shutil.which, NAMES)), None)
    if not found:
        pytest.fail("No Chromium: install the package chromium or set ZHENGYOU_CHROMIUM.", pytrace=False)
    return found


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    for item in items:
        if OPENED_BY & set(getattr(item, "fixturenames", ())):
            item.add_marker("browser")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix, request):
    """Pages in a browser are answered by several threads, and those wait for one another only over a file.

    In memory they share one cache, where who comes second is told at once that the table is locked.
    """
    from django.db import connection

    in_browser = any(item.get_closest_marker("browser") for item in request.session.items)
    if connection.vendor == "sqlite" and in_browser:
        options = connection.settings_dict["OPTIONS"]
        options["init_command"] = options["init_command"].replace("synchronous=FULL", "synchronous=OFF")
        name = f"browser{os.environ.get('PYTEST_XDIST_WORKER', '')}.sqlite3"
        connection.settings_dict["TEST"]["NAME"] = str(Path(os.environ["ZHENGYOU_HOME"]) / name)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    # Playwright keeps an event loop in this thread, and Django would refuse to touch the database beside it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    return {**browser_type_launch_args, "executable_path": chromium(), "args": FLAGS}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    return {
        **browser_context_args,
        "locale": "zh-CN",
        "timezone_id": "Asia/Shanghai",
        "viewport": {"width": 1280, "height": 800},
    }
