from zhengyou.core.room import Room


class Bulletins(Room):
    name = "zhengyou.rooms.bulletins"
    verbose_name = "简报与文书"
