"""Rows poured in are what the models would have made of them: constraints, defaults, keys never used twice."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from zhengyou.core import clock, pouring
from zhengyou.core.behind import written_behind
from zhengyou.core.pouring import (
    a_great_many,
    days_written,
    held_by,
    in_parts,
    moment_written,
    next_keys,
    pour,
    rewrite,
    sorted_afterwards,
)
from zhengyou.rooms.orgs.models import Membership, Person

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def poured(*names, **told):
    keys = next_keys(Person, len(names))
    written = days_written()
    day = written(told.get("born_on"))
    pour(Person, ("id", "name", "born_on"), [(pk, name, day) for pk, name in zip(keys, names, strict=True)])
    return list(keys)


def test_poured_rows_are_read_as_any_other(on):
    on(date(2010, 6, 1))
    keys = poured("张三", "李四", born_on=date(1978, 5, 1))

    person = Person.objects.get(pk=keys[0])
    assert (person.name, person.born_on, person.sex, person.account, person.identity_digest) == (
        "张三", date(1978, 5, 1), "", None, None,
    )  # fmt: skip
    assert person.entered_at is not None
    assert Person.objects.filter(born_on__lt=date(1979, 1, 1)).count() == 2


def test_keys_follow_those_that_were_ever_there():
    first = poured("张三", "李四")
    Person.objects.all().delete()
    later = Person.objects.create(name="王五").pk
    again = poured("赵六")

    assert first[-1] < later < again[0]
    assert Person.objects.create(name="孙七").pk > again[0]


def test_constraints_hold(town):
    keys = poured("张三")
    row = (keys[0], town.east.pk, days_written()(date(2010, 1, 1)), "party")
    given = ("person", "organisation", "since", "line")

    with pytest.raises(IntegrityError), transaction.atomic():
        pour(Membership, given, [row, row])
    assert not Membership.objects.filter(person=keys[0]).exists()


def test_rows_are_rewritten_and_found_by_their_texts():
    keys = poured("张三", "李四", "王五")
    rewrite(Person, ("name", "education"), [("张叁", "大专", keys[0]), ("李肆", "", keys[1])])

    found = held_by(Person, "name", ["张叁", "王五", "没有的人"], ("id", "education"))
    assert sorted(map(tuple, found)) == [(keys[0], "大专"), (keys[2], "")]
    assert held_by(Person, "name", [], ("id",)) == []


def test_moments_are_those_of_the_clock(on, town):
    on(date(2010, 6, 1))
    pour(
        Membership,
        ("person", "organisation", "since", "line", "entered_at"),
        [
            (
                *poured("张三"),
                town.east.pk,
                days_written()(clock.today()),
                "party",
                moment_written(clock.now()),
            )
        ],
    )

    held = Membership.objects.latest("pk")
    assert (held.since, held.entered_at, held.until) == (date(2010, 6, 1), clock.now(), None)


def test_a_great_many_leaves_the_connection_as_it_was():
    with pytest.raises(ZeroDivisionError), a_great_many():
        1 / 0  # noqa: B018
    assert [list(part) for part in in_parts([1, 2, 3], 2)] == [[1, 2], [3]]


def plain_indexes():
    with connection.cursor() as cursor:
        held = connection.introspection.get_constraints(cursor, Person._meta.db_table)
    return {name for name, of in held.items() if of["index"] and not of["unique"]}


def test_indexes_that_were_put_off_are_back_afterwards(monkeypatch):
    monkeypatch.setattr(pouring, "WORTH", 1)
    before = plain_indexes()
    with sorted_afterwards([Person], 2):
        during = plain_indexes()
        poured("张三", "李四")

    assert plain_indexes() == before and len(before) >= 3
    assert during == (set() if connection.vendor == "sqlite" else before)
    assert Person.objects.filter(name="张三").count() == 1


def test_indexes_are_put_off_for_no_fewer_rows_than_the_table_holds(monkeypatch):
    monkeypatch.setattr(pouring, "WORTH", 1)
    before = plain_indexes()
    poured("张三", "李四", "王五")
    with sorted_afterwards([Person], 2):
        assert plain_indexes() == before


def test_an_import_that_is_undone_leaves_the_indexes_as_they_were(monkeypatch):
    monkeypatch.setattr(pouring, "WORTH", 1)
    before = plain_indexes()
    with pytest.raises(ValueError), transaction.atomic(), sorted_afterwards([Person], 2):
        poured("张三")
        raise ValueError("broken off")

    assert plain_indexes() == before
    assert not Person.objects.exists()


def test_whoever_asks_while_rows_are_written_beside_sees_all_of_them():
    with written_behind():
        keys = poured("张三", "李四")
        rewrite(Person, ("name",), [("张叁", keys[0])])
        assert set(Person.objects.values_list("name", flat=True)) == {"张叁", "李四"}
        poured("王五")

    assert Person.objects.count() == 3


def test_what_fails_beside_is_raised_and_undoes_everything(town):
    with pytest.raises(IntegrityError), transaction.atomic(), written_behind():
        keys = poured("张三")
        row = (keys[0], town.east.pk, days_written()(date(2010, 1, 1)), "party")
        pour(Membership, ("person", "organisation", "since", "line"), [row, row])

    assert not Person.objects.filter(name="张三").exists()
    with written_behind():
        poured("李四")
    assert Person.objects.filter(name="李四").exists()


def test_what_is_the_same_in_all_rows_is_written_as_it_is():
    keys = next_keys(Person, 2)
    told = {"education": "大专'或\"本科", "born_on": None}
    pour(Person, ("id", "name"), [(pk, "张三") for pk in keys], told)

    assert set(Person.objects.values_list("education", "born_on", "account")) == {
        ("大专'或\"本科", None, None)
    }


def test_more_rows_than_one_statement_takes_are_all_written(monkeypatch):
    if connection.vendor == "sqlite":
        monkeypatch.setattr(pouring, "PARAMETERS", 7)
    keys = poured(*"甲乙丙丁戊己庚")

    assert list(Person.objects.order_by("pk").values_list("pk", "name")) == list(
        zip(keys, "甲乙丙丁戊己庚", strict=True)
    )
