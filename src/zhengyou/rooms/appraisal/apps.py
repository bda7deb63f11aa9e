from zhengyou.core.room import Room


class Appraisal(Room):
    name = "zhengyou.rooms.appraisal"
    verbose_name = "考评"
