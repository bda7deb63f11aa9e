"""Who opens figures, says that one is wrong, and looks into it."""

from zhengyou.core.models import Role
from zhengyou.core.permissions import allow, below, own

for deed in ("see_figures", "doubt_figure"):
    allow(
        deed,
        (Role.MEMBER, own),
        (Role.SECRETARY, own),
        (Role.OFFICE, below),
        (Role.SUPERVISOR, below),
        (Role.LEADER, below),
    )
# Whoever enters the facts looks into what is said about them; an office may do so for those below.
allow("clear_doubt", (Role.SECRETARY, own), (Role.OFFICE, below))
