from zhengyou.core.room import Room


class Federation(Room):
    name = "zhengyou.rooms.federation"
    verbose_name = "联网汇总"
