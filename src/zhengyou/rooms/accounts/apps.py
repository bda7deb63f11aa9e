from zhengyou.core.room import Room


class Accounts(Room):
    name = "zhengyou.rooms.accounts"
    verbose_name = "账号"
