from zhengyou.core.room import Room


class Ratings(Room):
    name = "zhengyou.rooms.ratings"
    verbose_name = "测评"
