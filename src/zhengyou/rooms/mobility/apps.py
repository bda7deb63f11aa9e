from zhengyou.core.room import Room


class Mobility(Room):
    name = "zhengyou.rooms.mobility"
    verbose_name = "流动与转接"
