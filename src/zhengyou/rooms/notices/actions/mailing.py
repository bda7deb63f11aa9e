"""How a list goes out by mail."""

import smtplib
from datetime import date

from django.conf import settings
from django.core.mail import EmailMessage

from zhengyou.rooms.notices.actions.posting import NotSent, Unclear


def mail(to: str, subject: str, text: str, day: date, user_id: int) -> None:
    """Send one list; the same list of a day has the same Message-ID, so that a mail program shows it once."""
    if settings.EMAIL_BACKEND.endswith("smtp.EmailBackend") and not settings.EMAIL_HOST:
        raise NotSent("没有设邮件服务器：启动前设ZHENGYOU_MAIL")
    host = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("<> ")
    headers = {
        "Message-ID": f"<zhengyou-{day:%Y%m%d}-{user_id}@{host}>",
        "Auto-Submitted": "auto-generated",
    }
    try:
        EmailMessage(subject, text, to=[to], headers=headers).send()
    except smtplib.SMTPServerDisconnected as error:
        raise Unclear("邮件服务器中途断开") from error
    except TimeoutError as error:
        raise Unclear("邮件服务器一直没有回答") from error
    except (smtplib.SMTPException, OSError) as error:
        raise NotSent(f"邮件服务器：{error}"[:200]) from error
