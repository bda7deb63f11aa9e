"""What goes out on paper about organisations and people."""

from zhengyou.rooms.orgs.papers.people import named, people_list

__all__ = ["named", "people_list"]
