from zhengyou.core.room import Room


class BurdenRoom(Room):
    name = "zhengyou.rooms.burden"
    verbose_name = "负担"
