"""The roster: some thousand rows at a time, each compared with what is held; new ones poured in all at once."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Max, Q

from zhengyou.core import clock
from zhengyou.core.behind import written_behind
from zhengyou.core.models import Organisation
from zhengyou.core.pouring import (
    days_written,
    held_by,
    in_parts,
    moment_written,
    next_keys,
    pour,
    rewrite,
    sorted_afterwards,
)
from zhengyou.core.secrets import keyed_digests, seal_all, unseal_all
from zhengyou.core.trail import author
from zhengyou.rooms.orgs.actions.importing_report import LISTED, Report
from zhengyou.rooms.orgs.actions.sounding import hear_others, hear_people
from zhengyou.rooms.orgs.imports.rows import PersonRow
from zhengyou.rooms.orgs.models import Membership, Person, PersonSound, Post, Stay, sounds_of

TOLD = ("name", "sex", "born_on", "joined_on", "education", "occupation")
TOLD_WORDS = ("姓名", "性别", "出生年月", "入党时间", "学历", "人员类别")
HELD = ("id", *TOLD, "identity_digest", "phone_sealed")
PARTY = Membership.Line.PARTY
RESERVED = 50_000  # keys of people at a time


class Where(NamedTuple):
    """An organisation that people may belong to."""

    pk: int
    name: str
    closed_on: date | None


class Held(NamedTuple):
    """Somebody who is held, as far as a roster tells of them."""

    pk: int
    name: str
    sex: str
    born_on: date | None
    joined_on: date | None
    education: str
    occupation: str
    identity_digest: str | None
    phone_sealed: str

    @property
    def told(self) -> tuple[Any, ...]:
        """What a roster tells of them, in the order of ``TOLD``."""
        return self[1:7]


class Home(NamedTuple):
    """Somebody's party membership today."""

    pk: int
    person: int
    organisation: int
    organisation_name: str
    since: date
    mobile_since: date | None
    inside: bool


@dataclass
class Entered:
    """Whom the import has met so far: everybody matched, every organisation named; and who was held before."""

    last_person: int = 0
    last_membership: int = 0
    last_key: int = 0
    reserved: list[int] = field(default_factory=list)

    people: set[int] = field(default_factory=set)
    organisations: set[int] = field(default_factory=set)
    identities: dict[str, PersonRow] = field(default_factory=dict)
    namesakes: dict[tuple[str, int], PersonRow] = field(default_factory=dict)

    def keys(self, count: int) -> list[int]:
        """Keys for so many new people; asked for in larger numbers, for whoever asks waits until all before is written."""
        while len(self.reserved) < count:
            self.reserved += next_keys(Person, max(count, RESERVED), self.last_key)
            self.last_key = self.reserved[-1]
        taken, self.reserved = self.reserved[:count], self.reserved[count:]
        return taken


@dataclass
class Writing:
    """What some thousand rows change, written together."""

    told: list[tuple[Any, ...]] = field(default_factory=list)
    adopted: list[tuple[str, str, int]] = field(default_factory=list)
    new_phones: list[tuple[str, int]] = field(default_factory=list)
    memberships: list[tuple[Any, ...]] = field(default_factory=list)
    mobile: list[tuple[Any, int]] = field(default_factory=list)
    stays: list[tuple[int, Any, Any]] = field(default_factory=list)
    left: list[tuple[Any, int]] = field(default_factory=list)
    posts: list[tuple[Any, ...]] = field(default_factory=list)
    given_up: list[tuple[Any, int]] = field(default_factory=list)


Fitting = tuple[PersonRow, Where, str]  # a row, its organisation, the digest of its identity number


def enter_people(by: Any, under: Organisation | None, report: Report) -> Entered:
    """Enter the good rows; those that fit nothing held are refused."""
    rows = report.roster.people
    entered = Entered(_last(Person), _last(Membership))
    where = _organisations(under, {row.organisation for row in rows})
    done = 0
    # Nobody is looked up by name or sound here; and where nobody was held, not by membership or post either.
    tables = [Person, PersonSound] + ([] if entered.last_person else [Membership, Post])
    with sorted_afterwards(tables, len(rows)), written_behind():
        for some in in_parts(rows):
            known = _fitting(under, some, where, entered, report)
            digests = keyed_digests([row.identity for row, _ in known])
            fitting = [(*pair, digest) for pair, digest in zip(known, digests, strict=True)]
            _Part(by, under, report, entered).enter(fitting)
            done += len(some)
            report.roster.watch("enter", done, len(rows))
    return entered


def _last(model: Any) -> int:
    return model.objects.aggregate(last=Max("pk"))["last"] or 0


def _organisations(under: Organisation | None, names: set[str]) -> dict[str, list[Where]]:
    """The organisations of these names; where none bears it whole, those that are called so for short."""
    scope = Q() if under is None else under.subtree
    found: dict[str, list[Where]] = {}
    for by_name in ("name", "short_name"):
        lacking = sorted(names - set(found))
        for some in in_parts(lacking):
            held = Organisation.objects.filter(scope, **{f"{by_name}__in": some})
            for name, *place in held.order_by("pk").values_list(by_name, "pk", "name", "closed_on"):
                found.setdefault(name, []).append(Where(*place))
    return found


def _fitting(
    under: Organisation | None,
    rows: Sequence[PersonRow],
    where: dict[str, list[Where]],
    entered: Entered,
    report: Report,
) -> list[tuple[PersonRow, Where]]:
    """The rows whose organisation is known and that say nobody twice."""
    today = clock.today()
    open_here = {
        name: found[0]
        for name, found in where.items()
        if len(found) == 1 and (found[0].closed_on is None or found[0].closed_on > today)
    }
    fitting = []
    for row in rows:
        place = open_here.get(row.organisation)
        if place is None:
            _refuse_place(under, row, where.get(row.organisation, ()), entered, report)
        elif row.identity:
            if entered.identities.setdefault(row.identity, row) is row:
                fitting.append((row, place))
            else:
                before = entered.identities[row.identity].row
                report.roster.refuse(row, "identity", row.identity, f"同一身份证号在第{before}行已出现过")
        elif entered.namesakes.setdefault((row.name, place.pk), row) is row:
            fitting.append((row, place))
        else:
            before = entered.namesakes[row.name, place.pk].row
            why = f"第{before}行是同一支部的同名人员，没有身份证号分不清；请补上身份证号"
            report.roster.refuse(row, "person", row.name, why)
    entered.organisations.update(
        {open_here[name].pk for name in {r.organisation for r in rows} & set(open_here)}
    )
    return fitting


def _refuse_place(
    under: Organisation | None, row: PersonRow, places: Sequence[Where], entered: Entered, report: Report
) -> None:
    """Refuse a row whose organisation is none, several, or closed."""
    if len(places) == 1:
        entered.organisations.add(places[0].pk)
        report.roster.refuse(row, "organisation", row.organisation, "这个组织已经撤销")
        return
    why = "有几个组织叫这个名称，请写全称" if places else _nowhere(under)
    report.roster.refuse(row, "organisation", row.organisation, why)


def _nowhere(under: Organisation | None) -> str:
    if under is None:
        return "表中和库中都没有这个党支部"
    return f"{under.name}及下级中没有这个党支部；只能导入所辖的人员"


class _Part:
    """Some thousand rows: what is held about them, read in a few queries, and what they change."""

    def __init__(self, by: Any, under: Organisation | None, report: Report, entered: Entered) -> None:
        kept_under = author(by)
        self.by, self.under, self.report, self.entered = kept_under and kept_under.pk, under, report, entered
        self.today, self.writing, self.written = clock.today(), Writing(), days_written()
        self.fresh: list[Fitting] = []
        self.by_digest: dict[str | None, Held] = {}
        self.by_name: dict[tuple[str, int], Held] = {}

    def enter(self, rows: list[Fitting]) -> None:
        """Compare and write."""
        self._read(rows)
        if not self.by_digest and not self.by_name:
            self.fresh = rows
            return self._write()
        for row, place, digest in rows:
            held = self.by_digest.get(digest) if digest else None
            held = held or self._nameless(row, place)
            if held is None:
                self.fresh.append((row, place, digest))
            elif self._reachable(row, held):
                self._follow(row, place, digest, held)
        return self._write()

    def _read(self, rows: list[Fitting]) -> None:
        """Who is held of these: by number, else by name where no number is held; their membership and posts."""
        if not self.entered.last_person:
            return
        digests = [digest for _, _, digest in rows if digest]
        found = held_by(Person, "identity_digest", digests, HELD)
        self.by_digest = {held.identity_digest: held for held in map(self._held, found)}
        lacking = {(row.name, place.pk) for row, place, digest in rows if digest not in self.by_digest}
        homes = Membership.objects.filter(
            until=None, line=PARTY, person__identity_digest=None, organisation__in={pk for _, pk in lacking}
        )
        for place, *held in homes.order_by("-pk").values_list(
            "organisation", *(f"person__{f}" for f in HELD)
        ):
            if (held[1], place) in lacking:
                self.by_name[held[1], place] = Held._make(held)
        people = [held.pk for held in (*self.by_digest.values(), *self.by_name.values())]
        self._read_homes(people)

    def _held(self, row: Sequence[Any]) -> Held:
        """A row as the database gives it: SQLite keeps days as text."""
        return Held._make(
            date.fromisoformat(v) if n in (3, 4) and v.__class__ is str else v for n, v in enumerate(row)
        )

    def _read_homes(self, people: list[int]) -> None:
        self.homes: dict[int, Home] = {}
        self.posts: dict[int, dict[tuple[int, str], int]] = {}
        self.known_phones: dict[int, str] = {}
        if not people:
            return
        held = Membership.objects.filter(until=None, line=PARTY, person__in=people).values_list(
            "pk",
            "person",
            "organisation",
            "organisation__name",
            "since",
            "mobile_since",
            "organisation__path",
        )
        for home in held:
            self.homes[home[1]] = Home(*home[:-1], self._inside(home[-1]))
        posts = Post.objects.filter(until=None, person__in=people)
        for pk, person, organisation, title in posts.values_list("pk", "person", "organisation", "title"):
            self.posts.setdefault(person, {})[organisation, title] = pk
        held_here = [*self.by_digest.values(), *self.by_name.values()]
        phones = unseal_all([held.phone_sealed for held in held_here])
        self.known_phones = {held.pk: number for held, number in zip(held_here, phones, strict=True)}

    def _inside(self, path: str) -> bool:
        return self.under is None or self.under.path <= path < self.under.path_end

    def _nameless(self, row: PersonRow, place: Where) -> Held | None:
        """Somebody of that name in that branch of whom no number is held and whom no other row has taken."""
        held = self.by_name.get((row.name, place.pk))
        if held is None or held.pk in self.entered.people:
            return None
        if row.identity and held.born_on and row.born_on and held.born_on.year != row.born_on.year:
            return None
        return held

    def _reachable(self, row: PersonRow, held: Held) -> bool:
        """Whoever belongs outside of what the import is about has to be handed over, not taken."""
        home = self.homes.get(held.pk)
        if home is None or home.inside:
            return True
        self.report.roster.refuse(
            row, "identity", row.identity, "此人的组织关系不在导入的范围内，请先办理组织关系转接"
        )
        return False

    def _follow(self, row: PersonRow, place: Where, digest: str, held: Held) -> None:
        """Take over what a row says otherwise than what is held; an empty cell says nothing."""
        self.entered.people.add(held.pk)
        what = self._take_over(row, digest, held)
        moved = self._move(row, place, held)
        what += moved + self._take_posts(row, place, held)
        self.report.people.changed += bool(what)
        self.report.people.unchanged += not what
        if moved and moved != ["流动"]:
            self.report.moved_people += 1
            self.report.tell("people_moved", row.name, place.name, "；".join(what))
        elif what:
            self.report.tell("people_changed", row.name, place.name, "；".join(what))

    def _take_over(self, row: PersonRow, digest: str, held: Held) -> list[str]:
        said = (row.name, row.sex, row.born_on, row.joined_on, row.education, row.occupation)
        now: tuple[Any, ...] = tuple(new or old for new, old in zip(said, held.told, strict=True))
        what = [
            f"{word} {_shown(old)}→{_shown(new)}"
            for word, new, old in zip(TOLD_WORDS, now, held.told, strict=True)
            if new != old
        ]
        if what:
            days = (now[0], now[1], self.written(now[2]), self.written(now[3]), now[4], now[5], held.pk)
            self.writing.told.append(days)
        if row.identity and held.identity_digest != digest:
            self.writing.adopted.append((row.identity, digest, held.pk))
            what.append("补登身份证号")
        if row.phone and self.known_phones[held.pk] != row.phone:
            self.writing.new_phones.append((row.phone, held.pk))
            what.append("手机号码")
        return what

    def _move(self, row: PersonRow, place: Where, held: Held) -> list[str]:
        """End the membership elsewhere today and begin one here; the past stays where it was."""
        home = self.homes.get(held.pk)
        if home is not None and home.organisation == place.pk:
            if row.mobile is None or row.mobile == (home.mobile_since is not None):
                return []
            self._away_or_back(home)
            return ["流动"]
        if home is not None:
            self.writing.left.append((self.written(max(self.today, home.since)), home.pk))
        self.writing.memberships.append((held.pk, place.pk, self.written(self.today), self._since(row)))
        return [f"由{home.organisation_name}转来" if home else "组织关系"]

    def _since(self, row: PersonRow) -> Any:
        """From when somebody is away of whom a roster says no more than that: from today."""
        return self.written(self.today) if row.mobile else None

    def _away_or_back(self, home: Home) -> None:
        """Begin to be away today; or be back, and what was of earlier days stays."""
        if home.mobile_since is None:
            self.writing.mobile.append((self.written(self.today), home.pk))
            return
        self.writing.mobile.append((None, home.pk))
        if home.mobile_since < self.today:
            self.writing.stays.append((home.pk, self.written(home.mobile_since), self.written(self.today)))

    def _take_posts(self, row: PersonRow, place: Where, held: Held) -> list[str]:
        """Begin posts that the roster names and end those it no longer names in this organisation."""
        if row.post is None:
            return []
        here = {t: pk for (where, t), pk in self.posts.get(held.pk, {}).items() if where == place.pk}
        begun = [title for title in row.post if title not in here]
        gone = [title for title in here if title not in row.post]
        self.writing.posts += [(held.pk, place.pk, title) for title in begun]
        self.writing.given_up += [(self.written(self.today), here[title]) for title in gone]
        return [f"任{title}" for title in begun] + [f"不再任{title}" for title in gone]

    def _write(self) -> None:
        """All that these rows change, in a few statements."""
        self._rewrite()
        writing, today, written = self.writing, self.today, self.written
        for pk, (row, place, _) in zip(self._pour_people(), self.fresh, strict=True):
            joined, away = row.joined_on, self._since(row) if row.mobile else None
            since = written(joined if joined and joined < today else today)
            writing.memberships.append((pk, place.pk, since, away))
            if row.post:
                writing.posts += [(pk, place.pk, title) for title in row.post]
        entered = {"entered_by": self.by, "entered_at": moment_written(clock.now())}
        pour(
            Membership,
            ("person", "organisation", "since", "mobile_since"),
            writing.memberships,
            entered | {"line": PARTY.value},
        )
        pour(Post, ("person", "organisation", "title"), writing.posts, entered | {"since": written(today)})

    def _pour_people(self) -> Sequence[int]:
        """Enter those whom nobody has known yet; their keys."""
        rows, written = [row for row, _, _ in self.fresh], self.written
        identities, phones = seal_all([r.identity for r in rows]), seal_all([r.phone for r in rows])
        heard = [sounds_of(row.name) for row in rows]
        keys = self.entered.keys(len(rows))
        pour(
            Person,
            ("id", *TOLD, "identity_digest", "identity_sealed", "phone_sealed", "sound", "initials"),
            [
                (pk, r.name, r.sex, written(r.born_on), written(r.joined_on), r.education, r.occupation,
                 digest or None, identity, phone, sounds.whole, sounds.initials)
                for pk, r, (_, _, digest), identity, phone, sounds
                in zip(keys, rows, self.fresh, identities, phones, heard, strict=True)
            ],
        )  # fmt: skip
        hear_others((pk, sounds) for pk, sounds in zip(keys, heard, strict=True) if sounds.others)
        for row, place, _ in self.fresh[:LISTED]:
            self.report.tell("people_new", row.name, place.name)
        self.entered.people.update(keys)
        self.report.people.new += len(rows)
        return keys

    def _rewrite(self) -> None:
        """What changes of those held; memberships end before others begin."""
        writing = self.writing
        rewrite(Person, TOLD, writing.told)
        hear_people(Person(pk=row[-1], name=row[0]) for row in writing.told)
        numbers = seal_all([number for number, _, _ in writing.adopted])
        adopted = [(s, digest, pk) for s, (_, digest, pk) in zip(numbers, writing.adopted, strict=True)]
        rewrite(Person, ("identity_sealed", "identity_digest"), adopted)
        phones = seal_all([number for number, _ in writing.new_phones])
        rewrite(
            Person,
            ("phone_sealed",),
            [(s, pk) for s, (_, pk) in zip(phones, writing.new_phones, strict=True)],
        )
        rewrite(Membership, ("until",), writing.left)
        rewrite(Membership, ("mobile_since",), writing.mobile)
        pour(Stay, ("membership", "since", "until"), writing.stays)
        rewrite(Post, ("until",), writing.given_up)


def _shown(value: Any) -> str:
    if isinstance(value, date):
        return f"{value:%Y-%m-%d}"
    return str(value or "（空）")
