from zhengyou.core.room import Room


class Campaigns(Room):
    name = "zhengyou.rooms.campaigns"
    verbose_name = "活动"
