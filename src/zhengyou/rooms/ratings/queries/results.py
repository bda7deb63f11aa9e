"""Results after the boxes were opened: counted from the ballots, small groups folded."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from zhengyou.core.models import Organisation
from zhengyou.core.secrets import keyed_digest
from zhengyou.rooms.ratings.models import Access, Ballot, Closing, Grade, Group, Round, SelfRating, Subject
from zhengyou.rooms.ratings.queries.folding import folded

GRADE_WORDS = {g.value: g.label for g in Grade}
GROUP_WORDS = {g.value: g.label for g in Group}
Weights = Mapping[str, int | Fraction]


@dataclass(frozen=True)
class Tally:
    """计票 — how often each grade was given to each question."""

    votes: int
    counts: tuple[Mapping[str, int], ...]

    def score(self, weights: Weights) -> Fraction | None:
        """The mean of the grades' weights over all answers; nothing without answers."""
        answers = [(g, n) for c in self.counts for g, n in c.items()]
        total = sum(n for _, n in answers)
        return Fraction(sum(Fraction(weights[g]) * n for g, n in answers), total) if total else None


@dataclass(frozen=True)
class GroupResult:
    """一个来源的结果 — its tally, or none where it is folded."""

    group: str
    title: str
    tally: Tally | None


@dataclass(frozen=True)
class Results:
    """测评结果 — what may be told of one organisation: groups shown apart, the others in one sum, and all together."""

    subject: Subject
    groups: tuple[GroupResult, ...]
    together: Tally | None
    whole: Tally | None
    own: Tally | None

    def told_of(self, groups: Sequence[str]) -> Tally | None:
        """What may be told of some groups: their pooled votes, or the common sum in which all of them are folded."""
        hidden = {r.group for r in self.groups if r.tally is None}
        return self.pooled(groups) or (self.together if set(groups) <= hidden else None)

    def pooled(self, groups: Sequence[str]) -> Tally | None:
        """One tally of some groups; nothing where it would tell of a folded group apart from its company."""
        if list(groups) == [Group.SELF]:
            return self.own
        hidden = {r.group for r in self.groups if r.tally is None}
        shown = [r.tally for r in self.groups if r.tally and r.group in groups]
        if hidden.intersection(groups):
            if self.together is None or not hidden <= set(groups):
                return None
            shown.append(self.together)
        votes = sum(t.votes for t in shown)
        return Tally(votes, tuple(_added(t.counts for t in shown))) if votes else None


def _added(counts: Iterable[Sequence[Mapping[str, int]]]) -> list[dict[str, int]]:
    """The counts of several tallies, question by question."""
    return [{g: sum(c[g] for c in question) for g in Grade.values} for question in zip(*counts, strict=True)]


def _counted(papers: Sequence[Sequence[str]], questions: int) -> Tally:
    counts = tuple(Counter(p[n] for p in papers) for n in range(questions))
    return Tally(len(papers), tuple({g: c[g] for g in Grade.values} for c in counts))


def results_of(subject: Subject) -> Results | None:
    """The result of an organisation rated; nothing before the boxes were opened."""
    return _results([subject]).get(subject.pk)


def _results(subjects: Sequence[Subject]) -> dict[int, Results]:
    """The results of subjects whose boxes were opened, in a fixed number of queries."""
    rounds = {s.round_id for s in subjects}
    closed = set(Closing.objects.filter(round__in=rounds).values_list("round_id", flat=True))
    told = [s for s in subjects if s.round_id in closed]
    papers: dict[int, dict[str, list[list[str]]]] = defaultdict(lambda: defaultdict(list))
    opened = Ballot.objects.filter(box__subject__in=told, answers__isnull=False)
    for subject_id, group, answers in opened.values_list("box__subject_id", "box__group", "answers"):
        papers[subject_id][group].append(answers or [])
    own = dict(SelfRating.objects.filter(subject__in=told).values_list("subject_id", "answers"))
    return {s.pk: _told(s, papers[s.pk], own.get(s.pk)) for s in told}


def _told(subject: Subject, papers: Mapping[str, list[list[str]]], own: list[str] | None) -> Results:
    """Fold before anything leaves: no caller ever holds the tally of a folded group."""
    questions = len(subject.round.questions)
    groups = [Group(g) for g in subject.round.groups if g != Group.SELF]
    by_group = {g.value: papers.get(g.value, []) for g in groups}
    hidden = folded({g: len(p) for g, p in by_group.items()})
    shown = () if hidden is None else tuple(g for g in by_group if g not in hidden)
    everything = [p for ps in by_group.values() for p in ps]
    apart = [p for g in hidden or () for p in by_group[g]]
    return Results(
        subject,
        tuple(
            GroupResult(g, str(g.label), _counted(by_group[g], questions) if g in shown else None)
            for g in groups
        ),
        _counted(apart, questions) if apart else None,
        None if hidden is None else _counted(everything, questions),
        _counted([own], questions) if own else None,
    )


def results_in(round: Round, organisations: Iterable[Organisation] | None = None) -> dict[int, Results]:
    """The results of a round by organisation, in a fixed number of queries; none before the boxes were opened.

    For whoever reckons with them: a round by open link has none here, for nobody knows how often one person voted.
    """
    if round.access == Access.LINK:
        return {}
    subjects = Subject.objects.filter(round=round).select_related("round", "organisation")
    if organisations is not None:
        subjects = subjects.filter(organisation__in=organisations)
    return {r.subject.organisation_id: r for r in _results(list(subjects)).values()}


def rating_score(organisation: Organisation, round: Round, group: str, weights: Weights) -> Fraction | None:
    """The score of one group on an organisation; nothing where it is folded, without votes or not yet counted."""
    found = results_in(round, [organisation]).get(organisation.pk)
    tally = found.pooled([group]) if found else None
    return tally.score(weights) if tally else None


def digest_of_ballots(papers: Iterable[tuple[int, Sequence[str]]]) -> str:
    """One keyed digest of all ballots of a round, whatever their order."""
    lines = sorted(f"{box_id} {' '.join(answers)}" for box_id, answers in papers)
    return keyed_digest("ballots\n" + "\n".join(lines))


def ballots_hold(closing: Closing) -> bool:
    """Whether the ballots are still those that were found when the boxes were opened."""
    opened = Ballot.objects.filter(box__subject__round=closing.round, answers__isnull=False)
    found = ((box_id, answers or []) for box_id, answers in opened.values_list("box_id", "answers"))
    return digest_of_ballots(found) == closing.digest
