from zhengyou.core.room import Room


class Notices(Room):
    name = "zhengyou.rooms.notices"
    verbose_name = "提醒"
