from zhengyou.core.room import Room


class Comments(Room):
    name = "zhengyou.rooms.comments"
    verbose_name = "点评"
