"""What is asked about comments."""

from zhengyou.core.rules import all_of, rule
from zhengyou.rooms.comments.measures import comments_answered, comments_due


@rule(source="source 000：接下来的点评、考评、表彰都要围绕承诺来进行")
def every_comment_answered():
    """点评件件有答复 — every comment whose day has come was answered."""
    return (all_of(comments_due, comments_answered),)
