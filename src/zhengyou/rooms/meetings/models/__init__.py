"""Facts about meetings: what was called and settled, who came, who asked leave."""

from zhengyou.rooms.meetings.models.attendance import Attendance
from zhengyou.rooms.meetings.models.leave import Leave, Reason
from zhengyou.rooms.meetings.models.meetings import Meeting, Resolution

__all__ = ["Attendance", "Leave", "Meeting", "Reason", "Resolution"]
