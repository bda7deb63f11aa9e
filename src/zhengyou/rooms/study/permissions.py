"""Who may register, review and see what members wrote."""

from zhengyou.core.models import Role
from zhengyou.core.permissions import allow, myself, own

allow("register_work", (Role.SECRETARY, own), (Role.MEMBER, myself))
allow("review_work", (Role.SECRETARY, own))
allow("see_works", (Role.SECRETARY, own), (Role.MEMBER, myself))
