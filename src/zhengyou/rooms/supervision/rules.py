"""What is asked about findings; the numbers come with the notice."""

from zhengyou.core.rules import all_of, at_least, rule
from zhengyou.rooms.supervision.measures import findings_due, findings_put_right, put_right_share


@rule(source="source 003：看是否坚持边学边改，具备整改条件的问题是否整改了")
def findings_settled():
    """督导发现整改到位 — every finding whose limit has come was found put right."""
    return (all_of(findings_due, findings_put_right),)


@rule(source="source 003：看是否坚持边学边改，具备整改条件的问题是否整改了")
def enough_put_right():
    """发现整改率达标 — of the findings due, the share that the notice asks for was found put right."""
    return (at_least(put_right_share),)
