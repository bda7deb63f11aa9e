"""What every test may ask for: the town, pages opened as somebody, and a day to act on."""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def town(db: None) -> Any:
    """红星镇 — one small town that all tests share; see tests/town.py."""
    from tests.town import build

    return build()


@pytest.fixture(autouse=True)
def no_snapshot_left() -> Iterator[None]:
    """A snapshot of one test's facts must not answer the next: pages of whole trees take it where there is one."""
    yield
    folder = Path(os.environ["ZHENGYOU_HOME"]) / "snapshot"
    if folder.exists():
        shutil.rmtree(folder)


@pytest.fixture
def on() -> Iterator[Callable[[date], None]]:
    """Let the rest of the test happen on another day: ``on(date(2010, 6, 1))``."""
    from zhengyou.core import clock

    with ExitStack() as days:
        yield lambda day: days.enter_context(clock.played_at(day))


@pytest.fixture
def visit(client: Any) -> Callable[..., Any]:
    """Open pages as somebody; every page opened is held to the manners of the house."""

    def open_page(user: Any, url: str, *, status: int = 200) -> Any:
        if user is None:
            client.logout()
        else:
            client.force_login(user)
        page = client.get(url)
        assert page.status_code == status, (page.status_code, url)
        if status == 200 and page.get("Content-Type", "").startswith("text/html"):
            check_manners(page.content.decode())
        return page

    return open_page


def check_manners(html: str) -> None:
    """One heading, forms that work without script, nothing inline that the security policy forbids."""
    assert len(re.findall(r"<h1\b", html)) == 1, "a page has one heading"
    for form in re.findall(r"<form\b[^>]*>", html):
        assert "action=" in form, f"a form works without script: {form}"
    assert not re.search(r"\{[{%]|None</|<script>|\sstyle=|\son\w+=", html), (
        "remains, or inline script or style"
    )
