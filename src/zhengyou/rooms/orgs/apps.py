from zhengyou.core.room import Room


class Orgs(Room):
    name = "zhengyou.rooms.orgs"
    verbose_name = "组织与人员"
