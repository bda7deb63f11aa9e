from zhengyou.core.room import Room


class Figures(Room):
    name = "zhengyou.rooms.figures"
    verbose_name = "数据"
