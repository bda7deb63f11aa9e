from zhengyou.core.room import Room


class Gates(Room):
    name = "zhengyou.rooms.gates"
    verbose_name = "转段"
