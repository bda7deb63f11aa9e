from zhengyou.core.room import Room


class Ties(Room):
    name = "zhengyou.rooms.ties"
    verbose_name = "结对与联席"
