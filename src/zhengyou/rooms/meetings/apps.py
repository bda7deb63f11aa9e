from zhengyou.core.room import Room


class Meetings(Room):
    name = "zhengyou.rooms.meetings"
    verbose_name = "会议"
