"""Where reminders go."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.validators import validate_email

from zhengyou.core import clock
from zhengyou.core.actions import action
from zhengyou.core.errors import Refused
from zhengyou.core.models import Organisation
from zhengyou.core.secrets import seal
from zhengyou.core.trail import author
from zhengyou.rooms.notices.actions.posting import HOSTS
from zhengyou.rooms.notices.models import Choice, Robot


@action(hidden=("mail",))
def choose_channel(by: Any, user: Any, *, mail: str, by_mail: bool) -> Choice:
    """选择接收方式 — want the day's list by mail, or no longer; an empty address is forgotten."""
    if by.pk != user.pk:
        raise PermissionDenied("everybody chooses for oneself")
    address = mail.strip()
    if by_mail and not address:
        raise Refused("要发邮件，请写邮箱地址；不想收就不勾“发邮件”。")
    if address:
        try:
            validate_email(address)
        except ValidationError as error:
            raise Refused("邮箱地址不对，例如：name@example.cn。") from error
    told = {"mail_sealed": seal(address), "by_mail": by_mail}
    return Choice.objects.update_or_create(user=user, defaults=told)[0]


@action(hidden=("address", "secret"))
def link_robot(by: Any, organisation: Organisation, *, kind: str, address: str, secret: str = "") -> Robot:
    """接入群机器人 — let the robot of the organisation's chat group say how much is due; it takes the place of an earlier one."""
    if kind not in Robot.Kind.values:
        raise Refused("请选企业微信、钉钉或者飞书。")
    told = urlsplit(address.strip())
    hosts = {*HOSTS[kind], *settings.ROBOT_HOSTS}
    if told.netloc not in hosts or not (told.scheme == "https" or told.netloc in settings.ROBOT_HOSTS):
        raise Refused(
            f"这不是{Robot.Kind(kind).label}群机器人的地址：应以https://{HOSTS[kind][0]}/开头，请从群设置里原样复制。"
        )
    Robot.objects.filter(organisation=organisation, ended_on=None).update(ended_on=clock.today())
    return Robot.objects.create(
        organisation=organisation,
        entered_by=author(by),
        kind=kind,
        address_sealed=seal(address.strip()),
        secret_sealed=seal(secret.strip()),
    )


@action()
def unlink_robot(by: Any, robot: Robot) -> Robot:
    """停用群机器人 — the group is told nothing any more; the robot's address is forgotten."""
    if robot.ended_on is not None:
        raise Refused("这个群机器人已经停用。")
    robot.ended_on, robot.address_sealed, robot.secret_sealed = clock.today(), "", ""
    robot.save(update_fields=["ended_on", "address_sealed", "secret_sealed"])
    return robot
