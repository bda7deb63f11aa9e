"""The tree reshaped at random: paths stay right, and figures as of an earlier day stay what they were."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from zhengyou.core import clock, tree
from zhengyou.core.engines import Live, Snapshot
from zhengyou.core.errors import Refused
from zhengyou.core.figures import figures_by_org, progress_by_org
from zhengyou.core.models import Organisation
from zhengyou.core.permissions import OPERATOR
from zhengyou.core.rollup import Asked, Window
from zhengyou.rooms.meetings.models import Attendance, Meeting
from zhengyou.rooms.orgs import actions
from zhengyou.rooms.orgs.models import Membership

pytestmark = [pytest.mark.database, pytest.mark.django_db]

START = date(2011, 1, 1)
MEASURES = ["members", "branches", "study_hours", "people_studying", "collective_share"]
DEEDS = st.tuples(
    st.sampled_from(["found", "move", "merge", "split", "close", "rename", "upgrade", "study", "study"]),
    *[st.integers(0, 99)] * 3,
)


def told(engine, day: date) -> dict:
    """What an office could ask on a day of every organisation that stands in its tree, by its number and name."""
    top = Organisation.objects.get(parent=None)
    window = Window(day, START)
    found = figures_by_org(engine, MEASURES, top, window)
    asked = [
        Asked(1, "enough_study", {"study_hours": Fraction(2)}, "person", window, kinds=("branch",)),
        Asked(2, "enough_study", {"study_hours": Fraction(2)}, "organisation", window, kinds=("branch",)),
    ]
    progress = progress_by_org(engine, asked, top)
    return {pk: ({n: f.sums for n, f in row.items()}, progress[pk]) for pk, row in found.items()}


def reshape(day: date, deed: tuple[str, int, int, int]) -> None:
    """One deed on organisations picked by lot; what makes no sense is refused and changes nothing."""
    kind, a, b, c = deed
    everybody = list(Organisation.objects.filter(closed_on=None).order_by("pk"))
    one, two = everybody[a % len(everybody)], everybody[b % len(everybody)]
    people = [m.person for m in Membership.objects.filter(organisation=one, until=None).order_by("pk")]
    called = f"{kind}{day:%m%d}{c}"
    sort = {"kind": ["branch", "general_branch"][c % 2], "category": "village", "establishment": ""}
    deeds = {
        "found": lambda: actions.found_organisation(
            OPERATOR, one, name=called, kind="branch", founded_on=day
        ),
        "move": lambda: actions.move_organisation(OPERATOR, one, to=two, on=day),
        "merge": lambda: actions.merge_organisations(OPERATOR, one, merged=[two], on=day),
        "split": lambda: actions.split_organisation(
            OPERATOR, one, name=called, people=people[: 1 + c % 2], on=day
        ),
        "close": lambda: actions.close_organisation(OPERATOR, one, on=day),
        "rename": lambda: actions.rename_organisation(OPERATOR, one, name=called, on=day),
        "upgrade": lambda: actions.describe_organisation(OPERATOR, one, **sort, on=day),
        "study": lambda: studied(one, day),
    }
    deeds[kind]()


def paths_are_right() -> None:
    """Every path is its parent's and one step, bounds its subtree, and leads up to a root."""
    everybody = {o.pk: o for o in Organisation.objects.all()}
    for o in everybody.values():
        above = everybody[o.parent_id].path if o.parent_id else ""
        assert o.path[: -tree.WIDTH] == above and len(o.path) == len(above) + tree.WIDTH
        assert o.path_end == tree.path_end(o.path)
        inside = {p.pk for p in everybody.values() if o.path <= p.path < o.path_end}
        assert inside == {p.pk for p in everybody.values() if leads_to(p, o, everybody)}


def leads_to(node: Organisation, top: Organisation, everybody: dict[int, Organisation]) -> bool:
    for _ in range(tree.MOST_LEVELS):
        if node.pk == top.pk:
            return True
        if node.parent_id is None:
            return False
        node = everybody[node.parent_id]
    raise AssertionError(f"{node} leads round in a circle")


def studied(where: Organisation, day: date) -> None:
    """A list kept and closed, as the organiser leaves it."""
    meeting = Meeting.objects.create(
        organisation=where, kind="study", title="学习", held_on=day, minutes=90, closed_on=day
    )
    for member in Membership.objects.filter(organisation=where, until=None):
        Attendance.objects.create(
            organisation=where, meeting=meeting, person_id=member.person_id, how="present", on_day=day
        )


@pytest.fixture
def small(town, on):
    on(START)
    return town


@settings(
    max_examples=25,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(days=st.lists(st.lists(DEEDS, min_size=1, max_size=4), min_size=1, max_size=6))
def test_figures_of_earlier_days_stay(small, tmp_path_factory, days):
    from django.db import transaction

    class Undone(Exception):
        pass

    try:
        with transaction.atomic():
            then = {}
            for n, deeds in enumerate(days):
                day = START + timedelta(days=n)
                with clock.played_at(day):
                    for deed in deeds:
                        try:
                            with transaction.atomic():
                                reshape(day, deed)
                        except Refused:
                            pass
                    paths_are_right()
                    then[day] = told(Live(), day)
            with clock.played_at(START + timedelta(days=40)):
                snapshot = Snapshot(tmp_path_factory.mktemp("taken") / "snapshot")
                snapshot.refresh()
                for day, known in then.items():
                    # Whoever was founded later has nothing yet on that day.
                    for engine in (Live(), snapshot):
                        found = told(engine, day)
                        assert {pk: found[pk] for pk in known} == known
            raise Undone
    except Undone:
        pass
