"""What leaders said of branches, on promises, requirements and scores, and what came of it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from zhengyou.demo.beginning import Play
from zhengyou.demo.schedule import Life
from zhengyou.rooms.appraisal.models import Scheme
from zhengyou.rooms.comments.actions import answer_comment, give_comment, settle_comment
from zhengyou.rooms.pledges.queries import pledges_of

BESIDE = "beside"


def given(p: Play, year: str) -> Iterator[Life]:
    """On promises in October, on a requirement in November, on the scores in January."""
    yield _on_a_promise(p)
    yield _on_a_requirement(p)
    yield _twice(p)
    yield _on_scores(p, year)


def _on_a_promise(p: Play) -> Life:
    """Praised, for the neighbours to read as well; nothing is to be answered."""
    yield date(2010, 10, 19), 10
    branch = p.branch("河西村")
    own = next(x for x in pledges_of(branch.organisation) if x.person_id is None)
    words = "带户学技术有办法，请到渔港村讲一讲是怎么做的。"
    give_comment(p.leader, branch.organisation, words=words, campaign=p.campaign, on=own, audience=BESIDE)


def _on_a_requirement(p: Play) -> Life:
    """Answered, and settled."""
    yield date(2010, 11, 3), 10
    branch = p.branch("北关村")
    asked = p.campaign.requirements.get(code="lessons_made_up")
    words = "还有人没有补课，外出的送学上门，别只打一个电话。"
    comment = give_comment(
        p.leader, branch.organisation, words=words, campaign=p.campaign, on=asked, due_on=date(2010, 11, 15)
    )
    yield date(2010, 11, 12), 16
    answer_comment(branch.secretary, comment, words="回来的两名当面补了，在外的一名视频补了，都有名单。")
    yield date(2010, 11, 15), 10
    settle_comment(p.leader, comment, holds=True, words="看了名单，可以。")


def _twice(p: Play) -> Life:
    """What was done would not do the first time; the second answer waits to be looked at."""
    yield date(2010, 12, 1), 10
    branch = p.branch("渔港村")
    words = "承诺写得多、做得少。路灯先修好，公开栏先补上。"
    comment = give_comment(
        p.leader, branch.organisation, words=words, campaign=p.campaign, due_on=date(2010, 12, 15)
    )
    yield date(2010, 12, 14), 16
    answer_comment(branch.secretary, comment, words="公开栏补到了12月，路灯报了预算。")
    yield date(2010, 12, 16), 10
    more = "公开栏看到了；路灯不是报预算就算修好。"
    settle_comment(p.leader, comment, holds=False, words=more, due_on=date(2011, 1, 12))
    yield date(2011, 1, 12), 16
    answer_comment(branch.secretary, comment, words="主街八盏灯换了六盏，两盏等配件，1月20日前换完。")


def _on_scores(p: Play, year: str) -> Life:
    """One that is to be answered by the end of the month, one that needs no answer."""
    yield date(2011, 1, 4), 10
    scheme = Scheme.objects.get(name=year)
    told: dict[str, Any] = {"campaign": p.campaign, "on": scheme}
    words = "生产路和秋收帮工，群众认可。电教室开放的事要善始善终，排出全年值班表。"
    due_on = date(2011, 1, 25)
    give_comment(p.leader, p.branch("石桥村").organisation, words=words, due_on=due_on, **told)
    words = "结对帮西坡村不是走过场，路通了，人也学会了，值得大家学。"
    give_comment(p.leader, p.branch("桃溪社区").organisation, words=words, audience=BESIDE, **told)
