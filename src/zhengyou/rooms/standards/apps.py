from zhengyou.core.room import Room


class Standards(Room):
    name = "zhengyou.rooms.standards"
    verbose_name = "具体要求"
