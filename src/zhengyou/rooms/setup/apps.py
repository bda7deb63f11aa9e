from zhengyou.core.room import Room


class Setup(Room):
    name = "zhengyou.rooms.setup"
    verbose_name = "启用"
