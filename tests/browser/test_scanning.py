"""A member's card held to the organiser's camera: entered at once, kept while the network is down, refused in words."""

from datetime import date

import pytest
import segno
from playwright.sync_api import expect

from tests.chromium import FLAGS
from zhengyou.rooms.meetings.actions import call_meeting
from zhengyou.rooms.meetings.queries import card_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WIDTH, HEIGHT, FRAMES = 640, 480, 10
CAMERA = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]


def film_of(file, text):
    """A film of a card: grey all around, the code in the middle; Chromium plays it again and again."""
    rows = [bytes(row) for row in segno.make(text, error="m").matrix_iter(scale=8, border=4)]
    high, wide = len(rows), len(rows[0])
    top, left = (HEIGHT - high) // 2, (WIDTH - wide) // 2
    plain = bytes([128]) * WIDTH
    light = bytearray(plain * HEIGHT)
    for y, row in enumerate(rows):
        at = (top + y) * WIDTH + left
        light[at : at + wide] = bytes(16 if dark else 235 for dark in row)
    frame = b"FRAME\n" + bytes(light) + bytes([128]) * (WIDTH * HEIGHT // 2)
    file.write_bytes(f"YUV4MPEG2 W{WIDTH} H{HEIGHT} F5:1 Ip A1:1 C420\n".encode() + frame * FRAMES)
    return file


@pytest.fixture
def meeting(town):
    return call_meeting(
        town.east_secretary, town.east, kind="study", title="学习党章", held_on=date(2010, 6, 1), minutes=180
    )


@pytest.fixture
def hold_up(
    town, meeting, live_server, client, browser_type, browser_type_launch_args, browser_context_args, tmp_path
):
    """Open the list on a telephone before whose camera somebody holds a card that says this."""
    opened = []

    def open_list(text):
        film = film_of(tmp_path / "card.y4m", text)
        flags = [*FLAGS, *CAMERA, f"--use-file-for-fake-video-capture={film}"]
        browser = browser_type.launch(**browser_type_launch_args | {"args": flags})
        opened.append(browser)
        page = browser.new_page(**browser_context_args | {"viewport": {"width": 360, "height": 780}})
        client.force_login(town.east_secretary)
        cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
        page.context.add_cookies([cookie])
        page.goto(f"{live_server.url}/meetings/{meeting.pk}/")
        return page

    yield open_list
    for browser in opened:
        browser.close()


def recorded(meeting):
    return {a.person.name: a.how for a in meeting.attendances.filter(makes_up=None)}


def scan(page):
    page.get_by_role("button", name="用相机扫党员卡").click()


def test_a_card_held_to_the_camera_is_entered_once(hold_up, town, meeting):
    page = hold_up(card_of(town.li))
    scan(page)
    said = page.locator("[data-camera] [role=status]")
    expect(said).to_have_text("李华：到", timeout=20_000)
    expect(page.locator("#door-counts")).to_contain_text("1/6到")
    expect(page.locator(f"#door-{town.li.pk} input[value=present]")).to_be_checked()
    scan(page)  # put away, and held up once more
    scan(page)
    expect(said).to_contain_text("已经记过“到”，没有重复登记", timeout=20_000)
    assert recorded(meeting) == {"李华": "present"}
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_card_read_without_network_waits_and_is_checked_afterwards(hold_up, town, meeting):
    page = hold_up(card_of(town.li))
    page.context.route("**/scan/", lambda route: route.abort())
    scan(page)
    expect(page.locator("[data-camera] [role=status]")).to_contain_text("待核", timeout=20_000)
    expect(page.locator("#door-offline")).to_contain_text("1 条记在本机")
    assert recorded(meeting) == {}

    scan(page)  # put away
    page.context.unroute("**/scan/")
    page.evaluate("window.dispatchEvent(new Event('online'))")
    expect(page.locator("#door-counts")).to_contain_text("1/6到")
    expect(page.locator("#door-offline")).to_be_hidden()
    assert recorded(meeting) == {"李华": "present"}


@pytest.mark.parametrize("case", ["forged", "stranger", "other"])
def test_a_card_that_is_none_of_this_meeting_says_so_and_enters_nothing(hold_up, town, meeting, case):
    card, why = {
        "forged": (
            f"{town.li.pk}:cSnIm-ARgaWExpDAqVwcqgWTkTQbGcFvIhOGbPCDxJ0",
            "这不是本系统的党员卡，没有登记",
        ),
        "stranger": (card_of(town.zhao), "持卡人不在这次会的名单上，没有登记"),
        "other": ("https://example.org/", "没有登记"),
    }[case]
    page = hold_up(card)
    scan(page)
    expect(page.locator("[data-camera] [role=status]")).to_contain_text(why, timeout=20_000)
    assert recorded(meeting) == {}
    expect(page.locator("#door-offline")).to_be_hidden()
