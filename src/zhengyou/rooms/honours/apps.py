from zhengyou.core.room import Room


class Honours(Room):
    name = "zhengyou.rooms.honours"
    verbose_name = "表彰"
