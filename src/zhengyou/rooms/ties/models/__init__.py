"""Facts about lasting links and joint bodies."""

from zhengyou.rooms.ties.models.joint import BodyMember, Information, JointBody, JointSession
from zhengyou.rooms.ties.models.ties import Tie

__all__ = ["BodyMember", "Information", "JointBody", "JointSession", "Tie"]
