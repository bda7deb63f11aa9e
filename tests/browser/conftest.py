"""What every walk in a browser starts with: the town on a day of June, pages opened as somebody, no complaints."""

from datetime import date

import pytest

# Chromium says so of every answer that is not 2xx; the page itself has not complained.
ANSWERS = "Failed to load resource: the server responded with a status of"


@pytest.fixture
def town(transactional_db, settings):
    from tests.town import build

    settings.TODAY = date(2010, 6, 1)
    return build()


@pytest.fixture
def enter(page, live_server, client):
    """Sign somebody in without the sign-in page, and open a page as them: ``enter(town.office, "/gates/")``."""

    def open_page(user, address="/"):
        if user is None:
            page.context.clear_cookies()
        else:
            client.force_login(user)
            cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value}
            page.context.add_cookies([cookie | {"url": live_server.url}])
        return page.goto(live_server.url + address)

    return open_page


@pytest.fixture
def complaints(page):
    """What the browser complains of: errors of scripts, of the security policy, of resources that are not there."""
    heard = []
    page.on("console", lambda m: heard.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: heard.append(str(error)))
    return heard


@pytest.fixture
def phone(page):
    page.set_viewport_size({"width": 360, "height": 780})
    return page
