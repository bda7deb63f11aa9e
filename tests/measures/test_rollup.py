"""Whatever the tree and the facts, the roll-up is the naive sum at every node, on every engine."""

from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhengyou.core import tree
from zhengyou.core.engines import Live, Snapshot
from zhengyou.core.figures import figures_by_org
from zhengyou.core.models import Organisation
from zhengyou.core.rollup import Window
from zhengyou.rooms.meetings.models import Attendance, Meeting
from zhengyou.rooms.orgs.models import Membership, Person

DAY = date(2010, 6, 1)
HOWS = ["present", "leave", "absent", "at_home"]


@st.composite
def towns(draw):
    """Parents by number (each before its children) and facts as (organisation, how, minutes, days ago, who)."""
    size = draw(st.integers(1, 12))
    parents = [draw(st.integers(0, n - 1)) for n in range(1, size)]
    fact = st.tuples(
        st.integers(0, size - 1),
        st.sampled_from(HOWS),
        st.sampled_from([45, 60, 90, 135]),
        st.integers(0, 40),
        st.integers(0, 3),
    )
    return parents, draw(st.lists(fact, max_size=15))


def grown(parents):
    nodes = [node(None, 0, "0")]
    children = [0]
    for n, p in enumerate(parents, 1):
        nodes.append(node(nodes[p], children[p], str(n)))
        children[p] += 1
        children.append(0)
    return nodes


def node(parent, number, name):
    path = (parent.path if parent else "") + tree.step(number)
    return Organisation.objects.create(
        code=path,
        name=name,
        short_name=name,
        kind="branch",
        parent=parent,
        path=path,
        path_end=tree.path_end(path),
    )


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
@settings(max_examples=25)
@given(towns())
def test_the_roll_up_is_the_naive_sum_at_every_node(town):
    for model in (Attendance, Meeting, Membership, Person):
        model.objects.all().delete()
    for o in Organisation.objects.order_by("-path"):
        o.delete()
    parents, facts = town
    nodes = grown(parents)
    people = [Person.objects.create(name=f"某人{n}") for n in range(4)]
    for n, person in enumerate(people):
        Membership.objects.create(person=person, organisation=nodes[n % len(nodes)], since=date(2000, 1, 1))
    for org, how, minutes, ago, who in facts:
        person = people[who]
        held = DAY - timedelta(days=ago)
        meeting = Meeting.objects.create(
            organisation=nodes[org], kind="study", title="学习", held_on=held, minutes=minutes
        )
        Attendance.objects.create(
            organisation=nodes[org], meeting=meeting, person=person, how=how, on_day=held
        )
    window = Window(DAY, DAY - timedelta(days=20))

    names = ["members", "study_hours", "collective_share", "people_studying"]
    live = figures_by_org(Live(), names, nodes[0], window)
    with TemporaryDirectory() as folder:
        snapshot = Snapshot(Path(folder) / "snapshot")
        snapshot.refresh()
        assert figures_by_org(snapshot, names, nodes[0], window) == live
        for o in nodes[1:]:  # narrowed to a part of the tree, the same figures
            below = {other.pk: live[other.pk] for other in nodes if other.path.startswith(o.path)}
            assert figures_by_org(snapshot, names, o, window) == below
            assert figures_by_org(Live(), names, o, window) == below

    for o in nodes:
        below = {n for n, other in enumerate(nodes) if other.path.startswith(o.path)}
        inside = [f for f in facts if f[0] in below and f[3] <= 20]
        hours = sum(f[2] for f in inside if f[1] in ("present", "at_home"))
        together = sum(f[2] for f in inside if f[1] == "present")
        assert live[o.pk]["members"].value == sum(n % len(nodes) in below for n in range(4))
        studied = {f[4] for f in inside if f[1] in ("present", "at_home")}
        assert live[o.pk]["people_studying"].value == len(studied)
        assert live[o.pk]["study_hours"].value == Fraction(hours, 45)
        assert live[o.pk]["collective_share"].value == (Fraction(together, hours) if hours else None)
