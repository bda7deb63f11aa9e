"""试算 — what a scheme would have made of the last period, before it is in force."""

from dataclasses import dataclass
from datetime import timedelta

from zhengyou.core import clock
from zhengyou.core.engines import Engine
from zhengyou.core.rollup import Window
from zhengyou.rooms.appraisal.models import Scheme
from zhengyou.rooms.appraisal.queries.schemes import appraised_under, earlier_scheme
from zhengyou.rooms.appraisal.queries.scores import Appraised, scores_of, window_of


@dataclass(frozen=True)
class LineTried:
    """一项的试算 — on how many organisations a line could be judged, and how many lost nothing on it."""

    name: str
    judged: int
    full: int
    of: int

    @property
    def idle(self) -> bool:
        """Whether it tells organisations apart at all."""
        return self.judged == 0 or self.full == self.judged


@dataclass(frozen=True)
class Trial:
    """试算 — the time whose facts were taken, and every organisation's score on them."""

    window: Window
    found: list[Appraised]
    of_this: bool = False  # the period of the scheme itself so far, where the last one tells nothing

    @property
    def lines(self) -> list[LineTried]:
        """Each line over all organisations."""
        if not self.found:
            return []
        made = []
        for at, leaf in enumerate(self.found[0].score.leaves):
            reached = [a.score.leaves[at].reached for a in self.found]
            told = [r for r in reached if r is not None]
            made.append(
                LineTried(f"{leaf.number} {leaf.name}", len(told), sum(r == 1 for r in told), len(reached))
            )
        return made


def last_period(scheme: Scheme) -> Window:
    """The period of the scheme before this one; without one, as many days just before this one's."""
    earlier = earlier_scheme(scheme)
    if earlier is not None:
        return Window(earlier.ends_on, earlier.starts_on)
    days = scheme.ends_on - scheme.starts_on
    until = scheme.starts_on - timedelta(days=1)
    return Window(until, until - days)


def tried_on(scheme: Scheme, engine: Engine) -> Trial:
    """Every organisation's score as the scheme would have had it; of any campaign, since this one may be new.

    Where nothing of the last period can be judged, what there is of this one is taken.
    """
    organisations = list(appraised_under(scheme))

    def tried(window: Window, of_this: bool = False) -> Trial:
        return Trial(window, scores_of(scheme, organisations, scheme.organisation, engine, window), of_this)

    last = tried(last_period(scheme))
    if scheme.starts_on > clock.today() or any(a.score.points is not None for a in last.found):
        return last
    return tried(window_of(scheme), of_this=True)
