"""An honour taken back, with the reason for everybody to read; how it was given is in whole_round."""

from datetime import date

import pytest
from playwright.sync_api import expect

from zhengyou.rooms.honours.actions import decide_honour
from zhengyou.rooms.honours.models import Honour
from zhengyou.rooms.honours.tests.conftest import laid_down, posted, ready

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def given(town, settings):
    h = laid_down(town)
    nomination = ready(h)
    posted(h, nomination)
    settings.TODAY = date(2010, 6, 8)
    decide_honour(
        town.leader, h.batch, nomination=nomination, given=True, meeting="市委常委会2010年6月8日会议"
    )
    return h


def test_everybody_sees_that_it_was_taken_back_and_why(page, enter, given, complaints):
    address = f"/open/honours/{Honour.objects.get().code}/"
    enter(None, address)
    expect(page.locator("main")).to_contain_text("这项荣誉有效")
    enter(given.town.leader, f"/honours/batches/{given.batch.pk}/")
    page.get_by_role("link", name="撤销").click()
    page.get_by_label("为什么撤销").fill("路是外村修的")
    page.wait_for_timeout(
        500
    )  # a click that follows a change at once is taken for the first one's second half
    page.get_by_role("button", name="撤销", exact=True).click()
    expect(page.locator("main")).to_contain_text("2010年6月8日撤销")
    expect(page.get_by_role("link", name="证书")).to_have_count(0)
    enter(None, address)
    expect(page.locator("main")).to_contain_text("这项荣誉已经撤销")
    expect(page.locator("main")).to_contain_text("路是外村修的")
    assert complaints == []
