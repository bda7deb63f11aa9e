from zhengyou.core.room import Room


class Supervision(Room):
    name = "zhengyou.rooms.supervision"
    verbose_name = "督导"
