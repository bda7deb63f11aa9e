from zhengyou.core.room import Room


class Drafting(Room):
    name = "zhengyou.rooms.drafting"
    verbose_name = "文件与方案"
