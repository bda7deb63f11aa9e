"""A sample is drawn and recorded before anybody looks; what it says about all is a finding."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from zhengyou.core.errors import Refused
from zhengyou.core.models import Deed
from zhengyou.rooms.study.actions import conclude_sample, draw_sample, judge_sampled, register_work
from zhengyou.rooms.study.models import Sample
from zhengyou.rooms.study.queries import draws_the_same, found_by, items_seen_by, samples_seen_by, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def notes(june):
    """Twenty notes in the east, two in the west; one is an essay and one too old, and are not drawn."""

    def register(by, where, person, **details):
        said = {"kind": "note", "written_on": date(2010, 6, 1), "characters": 500} | details
        return register_work(by, where, person=person, **said)

    for n in range(20):
        register(june.east_secretary, june.east, june.li, title=f"东{n}")
    for n in range(2):
        register(june.west_secretary, june.west, june.zhou, title=f"西{n}")
    register(june.east_secretary, june.east, june.li, title="心得", kind="essay")
    register(june.east_secretary, june.east, june.li, title="旧的", written_on=date(2010, 5, 1))
    return june


def draw(by, where, **details):
    said = {
        "kind": "note", "since": date(2010, 5, 10), "until": date(2010, 6, 30), "rate": Decimal(10),
        "sureness": Decimal(90),
    } | details  # fmt: skip
    return draw_sample(by, where, **said)


def test_as_many_are_drawn_as_it_takes_and_that_is_recorded_first(notes):
    sample = draw(notes.supervisor, notes.committee)

    assert sample.population == 22
    # With 3 of 22 failing, 11 drawn miss all of them in 165 of 1,540 cases, 12 in 120.
    assert sample.items.count() == 12
    assert not sample.items.exclude(fails=None).exists()
    assert Deed.objects.filter(did="draw_sample", organisation=notes.committee).exists()


def test_the_same_seed_draws_the_same_and_another_draws_others(notes):
    def drawn(seed):
        return list(
            draw(notes.supervisor, notes.committee, seed=seed).items.values_list("work_id", flat=True)
        )

    assert drawn("一") == drawn("一") != drawn("二")
    assert draws_the_same(Sample.objects.first())


def test_what_is_registered_afterwards_shows(notes):
    sample = draw(notes.supervisor, notes.committee)
    register_work(
        notes.east_secretary, notes.east, person=notes.li, kind="note", title="补写的",
        written_on=date(2010, 6, 2), characters=10,
    )  # fmt: skip

    assert not draws_the_same(sample)


def test_a_seed_is_given_by_chance_where_nobody_gives_one(notes):
    assert draw(notes.supervisor, notes.committee).seed != draw(notes.supervisor, notes.committee).seed


def test_all_that_were_drawn_are_looked_at_before_anything_is_said(notes):
    sample = draw(notes.supervisor, notes.committee)
    first, *others = sample.items.all()
    with pytest.raises(Refused, match="为什么"):
        judge_sampled(notes.supervisor, first, fails=True)
    judge_sampled(notes.supervisor, first, fails=True, remark="抄的")
    with pytest.raises(Refused, match="还有11篇没有看"):
        conclude_sample(notes.supervisor, sample)
    assert found_by(sample) is None

    for item in others:
        judge_sampled(notes.supervisor, item, fails=False)
    conclude_sample(notes.supervisor, sample)
    found = found_by(sample)

    assert (found.size, found.failed, found.population) == (12, 1, 22)
    assert (found.between.low, found.between.high) == (1, 5)
    first.refresh_from_db()
    with pytest.raises(Refused, match="不能再改"):
        judge_sampled(notes.supervisor, first, fails=False)


def test_nothing_to_draw_from_and_no_certainty_are_refused(notes):
    with pytest.raises(Refused, match="没有可以抽的"):
        draw(notes.supervisor, notes.river)
    with pytest.raises(Refused, match="全部看"):
        draw(notes.supervisor, notes.committee, sureness=Decimal(100))
    with pytest.raises(Refused, match="开始日期之前"):
        draw(notes.supervisor, notes.committee, until=date(2010, 5, 1))


def test_a_branch_draws_nothing_and_a_supervisor_reads_no_text(notes):
    with pytest.raises(PermissionDenied):
        draw(notes.east_secretary, notes.east)
    sample = draw(notes.supervisor, notes.east)
    item = items_seen_by(notes.supervisor).first()

    assert text_of(notes.supervisor, item.work) == ""
    assert list(samples_seen_by(notes.east_secretary)) == [sample]
    assert not samples_seen_by(notes.west_secretary).exists()
