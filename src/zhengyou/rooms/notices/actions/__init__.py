"""Everything that is done about reminders."""

from zhengyou.rooms.notices.actions.choosing import choose_channel, link_robot, unlink_robot
from zhengyou.rooms.notices.actions.sending import Round, close_sending, remind

__all__ = ["Round", "choose_channel", "close_sending", "link_robot", "remind", "unlink_robot"]
