"""The day's lists go out, each once.

A row is written and kept before a list goes, and its end after: a process that dies in between leaves one of which
nobody knows, and that one is not sent again. What certainly did not go out is tried again by the next call of the
day. Claims and ends are no deeds of anybody; the call as a whole is one, with its counts.
"""

from dataclasses import asdict, dataclass
from typing import Any

from django.conf import settings
from django.db.models import F

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.permissions import OPERATOR
from zhengyou.core.templatetags.days import zh_day
from zhengyou.rooms.notices.actions.mailing import mail
from zhengyou.rooms.notices.actions.posting import NotSent, Unclear, post
from zhengyou.rooms.notices.models import Sending
from zhengyou.rooms.notices.queries import TRIES, Line, choice_of, fingerprint, lists_of_today, may_go_out

LONGEST = 12  # lines of a list; the page has all of them
End = Sending.End


@dataclass
class Round:
    """一次投递 — how many lists went out, did not, and of how many nobody knows."""

    sent: int = 0
    failed: int = 0
    unclear: int = 0
    quiet: bool = False

    def __str__(self) -> str:
        if self.quiet:
            return "安静时段：夜里和休息日不发。"
        return f"发出{self.sent}份，没有发出{self.failed}份，不知道{self.unclear}份。"


def remind() -> Round:
    """Send what is due today and has not gone out yet; nothing at night and on days of rest."""
    done = Round()
    if not may_go_out(clock.now()):
        done.quiet = True
        return done
    for channel, to, lines in lists_of_today():
        sending = claimed(channel, to, lines)
        if sending is not None:
            end = settled(sending, to, lines)
            done.sent += end == End.SENT
            done.failed += end == End.FAILED
            done.unclear += end == End.BEGUN
    if done.sent or done.failed or done.unclear:
        close_sending(OPERATOR, None, **{k: v for k, v in asdict(done).items() if k != "quiet"})
    return done


@action()
def close_sending(by: Any, nothing: None, *, sent: int, failed: int, unclear: int) -> str:
    """登记提醒投递 — one entry for a call that sent something, or could not."""
    return f"发出{sent}份，没有发出{failed}份，不知道{unclear}份"


def claimed(channel: str, to: Any, lines: list[Line]) -> Sending | None:
    """Take a list upon oneself: the first of all processes gets it, and nobody gets what went out or may have."""
    whose = {"user": to} if channel == Sending.Channel.MAIL else {"organisation": to.organisation}
    content = fingerprint(lines)
    sending, new = Sending.objects.get_or_create(
        day=clock.today(), channel=channel, **whose, defaults={"content": content, "at": clock.now()}
    )
    if new:
        return sending
    failed = Sending.objects.filter(pk=sending.pk, end=End.FAILED, tries__lt=TRIES)
    again = failed.update(end=End.BEGUN, tries=F("tries") + 1, content=content, at=clock.now())
    return sending if again else None


def settled(sending: Sending, to: Any, lines: list[Line]) -> str:
    """Send a list and write down how it ended."""
    end, why = End.SENT, ""
    try:
        _sent(sending, to, lines)
    except NotSent as told:
        end, why = End.FAILED, str(told)
    except Unclear as told:
        end, why = End.BEGUN, str(told)
    Sending.objects.filter(pk=sending.pk).update(end=end, why=why)
    return end


def _sent(sending: Sending, to: Any, lines: list[Line]) -> None:
    text = written(lines)
    if sending.channel == Sending.Channel.ROBOT:
        post(to.kind, to.address, to.secret, text, clock.now().timestamp())
        return
    choice = choice_of(to)
    if choice is None or not choice.by_mail:
        raise NotSent("收信人刚刚不要邮件了")
    mail(choice.mail, f"争优：{len(lines)}件事要办", text, sending.day, to.pk)


def written(lines: list[Line]) -> str:
    """A list in words: each line with its day and the one address where it is done."""
    today = clock.today()
    told = [
        f"{n}. {line.words}（{'已过期，' if line.due_on < today else ''}{zh_day(line.due_on)}前）\n   {settings.SITE}{line.path}"
        for n, line in enumerate(lines[:LONGEST], 1)
    ]
    more = [f"另有{len(lines) - LONGEST}件，都在：{settings.SITE}/reminders/"] if len(lines) > LONGEST else []
    foot = f"一天最多一份；办了就不再提。不想收：{settings.SITE}/notices/"
    return "\n".join([f"争优提醒：{len(lines)}件事快到期或已过期", *told, *more, foot])
