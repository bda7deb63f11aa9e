from zhengyou.core.room import Room


class Pledges(Room):
    name = "zhengyou.rooms.pledges"
    verbose_name = "承诺"
