"""What goes out on paper about organisations and people."""

from zhengyou.rooms.orgs.papers.people import people_list

__all__ = ["people_list"]
