"""One list a day, to who holds something due; never twice, whatever dies or fails in between."""

import smtplib
from datetime import date, timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.core.mail.backends.locmem import EmailBackend

from zhengyou.core import clock
from zhengyou.core.errors import Refused
from zhengyou.core.models import Deed
from zhengyou.rooms.campaigns.actions import grant_exemption
from zhengyou.rooms.notices.actions import choose_channel, link_robot, remind, sending, unlink_robot
from zhengyou.rooms.notices.actions.posting import NotSent
from zhengyou.rooms.notices.models import Choice, Robot, Sending

pytestmark = pytest.mark.django_db
DAY = date(2010, 6, 25)  # a Friday
MAIL = "east@example.cn"


@pytest.fixture
def asked(town, on):
    """The secretary of the east and one of its members want mail; study is due in five days."""
    on(DAY)
    choose_channel(town.east_secretary, town.east_secretary, mail=MAIL, by_mail=True)
    choose_channel(town.member, town.member, mail="li@example.cn", by_mail=True)
    return town


@pytest.fixture
def at(on):
    """Call it on a day at an hour."""

    def call(day=DAY, hour=9):
        with clock.played_at(day, hour):
            return remind()

    return call


@pytest.fixture
def broken(monkeypatch):
    """What the mail server does instead of sending."""

    def breaks(error):
        def send(self, messages):
            raise error

        monkeypatch.setattr(EmailBackend, "send_messages", send)

    yield breaks


@pytest.mark.database
def test_who_holds_something_due_gets_one_list_with_links(asked, at):
    assert str(at()) == "发出2份，没有发出0份，不知道0份。"
    assert at().sent == 0

    to_secretary, to_member = sorted(mail.outbox, key=lambda m: m.to)
    assert to_secretary.to == [MAIL] and to_secretary.subject == "争优：2件事要办"
    assert "东街村 学习达标，还差6人" in to_secretary.body and "李华" not in to_secretary.body
    assert f"/campaigns/striving/week/{asked.east.pk}/" in to_secretary.body
    assert "差40学时" in to_member.body and "/mine/" in to_member.body and "还差6人" not in to_member.body
    assert Deed.objects.filter(did="close_sending").count() == 1


def test_nothing_goes_at_night_on_sundays_and_to_who_did_not_ask(asked, at):
    choose_channel(asked.member, asked.member, mail="li@example.cn", by_mail=False)

    assert at(hour=7).quiet and at(DAY + timedelta(days=2)).quiet
    assert not Sending.objects.exists() and at().sent == 1


def test_who_has_nothing_due_hears_nothing(asked, at):
    told = {"campaign": asked.campaign, "person": asked.li, "reason": "at_home"}
    grant_exemption(asked.east_secretary, asked.east, **told)
    at()

    assert [m.to for m in mail.outbox] == [[MAIL]]


def test_the_same_is_not_told_again_for_a_week(asked, at):
    counts = [at(day).sent for n in range(12) if (day := DAY + timedelta(days=n)).weekday() < 5]

    assert counts == [2, 0, 0, 0, 0, 2, 0, 0]


@pytest.mark.database
def test_a_server_that_refuses_is_tried_three_times_and_the_administrator_told(asked, at, broken, visit):
    broken(smtplib.SMTPConnectError(421, "busy"))
    assert [at(hour=9 + n).failed for n in range(5)] == [2, 2, 2, 0, 0]

    page = visit(asked.administrator, "/notices/unsent/").content.decode()
    assert "busy" in page and "没有发出" in page
    assert "有2份没有发出" in visit(asked.administrator, "/notices/").content.decode()
    visit(asked.office, "/notices/unsent/", status=404)


def test_what_failed_in_the_morning_goes_out_at_noon_once(asked, at, broken, monkeypatch):
    with monkeypatch.context() as morning:
        morning.setattr(
            EmailBackend, "send_messages", lambda *_: (_ for _ in ()).throw(ConnectionRefusedError())
        )
        assert at().failed == 2
    assert at(hour=12).sent == 2 and at(hour=13).sent == 0
    assert set(Sending.objects.values_list("end", "tries")) == {("sent", 2)}


@pytest.mark.database
def test_a_process_that_dies_between_sending_and_writing_down_doubles_nothing(asked, at, monkeypatch, visit):
    class Killed(BaseException):
        pass

    def die(*_args):
        raise Killed

    with monkeypatch.context() as dying:
        dying.setattr(sending, "settled", die)
        with pytest.raises(Killed):
            at()
    assert Sending.objects.get().end == "begun"

    assert at(hour=10).sent == 1, "the other one's"
    assert at(hour=11).sent == 0 and len(mail.outbox) == 1
    with clock.played_at(DAY, 11):
        assert "发的时候服务停了" in visit(asked.administrator, "/notices/unsent/").content.decode()


@pytest.mark.parametrize("error", [smtplib.SMTPServerDisconnected("gone"), TimeoutError()])
def test_a_line_that_breaks_midway_is_not_tried_again(asked, at, broken, error):
    broken(error)

    assert at().unclear == 2 and at(hour=10) == sending.Round()


def test_the_administrator_is_told_in_the_next_days_list(asked, at, broken, monkeypatch):
    choose_channel(asked.administrator, asked.administrator, mail="admin@example.cn", by_mail=True)
    with monkeypatch.context() as bad:
        bad.setattr(EmailBackend, "send_messages", lambda *_: (_ for _ in ()).throw(ConnectionRefusedError()))
        at()
    at(DAY + timedelta(days=3))

    [told] = [m for m in mail.outbox if m.to == ["admin@example.cn"]]
    assert "有2份提醒没有发出" in told.body and "/notices/unsent/" in told.body


@pytest.mark.database
def test_a_group_is_told_numbers_and_no_names(asked, at, monkeypatch):
    said = []
    monkeypatch.setattr(sending, "post", lambda *told: said.append(told))
    address = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1"
    robot = link_robot(asked.east_secretary, asked.east, kind="wecom", address=address)
    at()
    at(hour=10)

    [(kind, where, _secret, text, _moment)] = said
    assert (kind, where) == ("wecom", address) and "还差6人" in text
    assert not any(name in text for name in ("张明", "李华", "王芳"))
    assert address not in robot.address_sealed and address not in Deed.objects.get(did="link_robot").details
    unlink_robot(asked.east_secretary, robot)
    assert Robot.objects.get().address == ""


def test_a_group_that_refuses_is_told_of_in_words(asked, at, monkeypatch):
    def refuse(*_told):
        raise NotSent("对方不收：invalid webhook")

    monkeypatch.setattr(sending, "post", refuse)
    link_robot(
        asked.east_secretary,
        asked.east,
        kind="feishu",
        address="https://open.feishu.cn/open-apis/bot/v2/hook/1",
    )

    assert at().failed == 1 and Sending.objects.get(channel="robot").why == "对方不收：invalid webhook"


@pytest.mark.parametrize(
    "address",
    ["http://qyapi.weixin.qq.com/x", "https://example.com/x", "https://qyapi.weixin.qq.com@10.0.0.1/", "file:///etc/passwd",
     "https://oapi.dingtalk.com/robot"],
)  # fmt: skip
def test_a_robot_lives_at_its_house_and_nowhere_else(town, address):
    with pytest.raises(Refused, match="群机器人的地址"):
        link_robot(town.east_secretary, town.east, kind="wecom", address=address)


def test_nobody_decides_for_another(town):
    with pytest.raises(PermissionDenied):
        choose_channel(town.office, town.member, mail=MAIL, by_mail=True)
    with pytest.raises(PermissionDenied):
        link_robot(town.east_secretary, town.west, kind="wecom", address="https://qyapi.weixin.qq.com/x")
    with pytest.raises(Refused, match="写邮箱"):
        choose_channel(town.member, town.member, mail=" ", by_mail=True)


def test_the_page_of_a_member_and_of_a_secretary(town, client, visit):
    assert "工作群" not in visit(town.member, "/notices/").content.decode()
    assert "东街村的工作群" in visit(town.east_secretary, "/notices/").content.decode()
    client.force_login(town.east_secretary)
    assert client.post("/notices/", {"by_mail": "on", "mail": MAIL}).status_code == 302
    assert MAIL not in Choice.objects.get().mail_sealed and Choice.objects.get().mail == MAIL
    wrong = client.post("/notices/robot/", {"kind": "wecom", "address": "https://example.com/"})
    assert wrong.status_code == 422 and "原样复制" in wrong.content.decode()
    client.force_login(town.member)
    assert client.post("/notices/robot/", {"kind": "wecom", "address": "x"}).status_code == 404
    client.post("/notices/", {"mail": ""})
    assert not Choice.objects.get(user=town.member).by_mail
