from zhengyou.core.room import Room


class Coverage(Room):
    name = "zhengyou.rooms.coverage"
    verbose_name = "组织覆盖"
