"""Looking up: 张三, zhangsan, zs; names, short names and paths of organisations; never beyond what one may see."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.town import account, organisation, person
from zhengyou.core.models import Organisation, Role
from zhengyou.core.permissions import OPERATOR
from zhengyou.rooms.orgs.actions import (
    found_organisation,
    hear_organisations,
    hear_people,
    import_roster,
    rename_organisation,
)
from zhengyou.rooms.orgs.imports import read_roster
from zhengyou.rooms.orgs.models import (
    OrganisationSound,
    Person,
    PersonSound,
    Sounds,
    callings_of,
    sounds_of,
    typed,
)
from zhengyou.rooms.orgs.queries import destinations_for, found_for
from zhengyou.rooms.orgs.queries.search import MOST
from zhengyou.rooms.orgs.tests.test_import import workbook


@pytest.fixture
def heard(town, on):
    on(date(2010, 5, 20))
    town.three = [person(name, town.east) for name in ("张三", "张三丰", "单三")]
    person("张三", town.river)
    hear_people(Person.objects.all())
    hear_organisations(Organisation.objects.all())
    return town


def names(found):
    return [m.person.name for m in found.people]


def places(found):
    return [o.short_name for o in found.organisations]


def every(sounds: Sounds) -> list[str]:
    """All that a name may be looked up by, each once."""
    return list(dict.fromkeys(s for s in (sounds.whole, sounds.initials, *sounds.others) if s))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("张三", {"zhangsan", "zs"}),
        ("单三", {"shansan", "dansan", "ss", "ds"}),
        ("吕芳", {"lvfang", "lufang", "lf"}),
        ("尉迟恭", {"yuchigong", "ycg"}),
        ("阿卜杜拉·买买提", {"abodulamaimaiti", "abdlmmt"}),
        ("Anna Li", {"annali", "al"}),
        ("㐂㐂·", set()),
    ],
)
def test_a_name_is_heard_in_every_usual_way(name, said):
    assert set(every(sounds_of(name))) == said


@given(st.text(max_size=40))
def test_any_name_has_few_sounds_of_plain_letters(name):
    heard = every(sounds_of(name))
    for text in heard:
        assert text.isascii() and text.isalnum() and text == text.lower() and len(text) <= 80
    assert len(heard) == len(set(heard)) <= 12
    assert all(0 < len(text) <= 80 for text in callings_of(name[:120], name[:40]))


@given(st.lists(st.sampled_from("王李张刘陈单解仇吕尉长乐行芳明三"), min_size=2, max_size=3))
def test_whoever_types_the_beginning_of_a_sound_finds_it(characters):
    for text in every(sounds_of("".join(characters))):
        assert typed(text.upper()) == text


@pytest.mark.database
@pytest.mark.parametrize(
    ("words", "whom"),
    [
        ("张三", ["张三", "张三丰"]),
        ("zhangsan", ["张三", "张三丰"]),
        ("Zhang San", ["张三", "张三丰"]),
        ("zs", ["张三", "张三丰"]),
        ("zsf", ["张三丰"]),
        ("shansan", ["单三"]),
        ("dans", ["单三"]),
        ("三", []),
        ("zhangsanfengx", []),
        ("%", []),
        ("_", []),
        ("'", []),
        ("", []),
        ("  ", []),
    ],
)
def test_people_are_found_by_name_sound_and_initials(heard, words, whom):
    assert names(found_for(heard.east_secretary, words)) == whom


@pytest.mark.database
def test_the_many_are_found_as_the_few_are(heard, monkeypatch):
    from zhengyou.rooms.orgs.queries import search

    words = ("张三", "zhangsan", "zs", "z", "dan", "张")
    few = [sorted(m.pk for m in found_for(heard.office, w).people) for w in words]
    monkeypatch.setattr(search, "FEW", 0)
    assert [sorted(m.pk for m in found_for(heard.office, w).people) for w in words] == few
    assert len(few[0]) == 3


@pytest.mark.database
def test_people_whose_name_nobody_has_heard_are_found_by_their_name(heard):
    person("马超群", heard.east)
    organisation(heard.committee, "1.1.8", "南街村党支部", "南街村", "branch", "village")
    assert names(found_for(heard.east_secretary, "马超")) == ["马超群"]
    assert places(found_for(heard.office, "南街")) == ["南街村"]


@pytest.mark.database
def test_nobody_beyond_reach_is_found(heard):
    assert names(found_for(heard.river_secretary, "zs")) == ["张三"]
    assert [m.organisation for m in found_for(heard.river_secretary, "张三").people] == [heard.river]
    assert names(found_for(heard.member, "张三")) == []
    assert not found_for(heard.stranger, "张三") and not found_for(heard.stranger, "东街")


@pytest.mark.database
@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("东街", ["东街村"]),
        ("djc", ["东街村"]),
        ("dongjie", ["东街村"]),
        ("街社区", ["西街社区"]),
        ("东街村党支部", ["东街村"]),
        ("红星镇/东街", ["东街村"]),
        ("hxz/djc", ["东街村"]),
        ("河东镇/东街", []),
        ("河东/河东", ["河东村"]),
        ("1.1.1", ["东街村"]),
        ("河东", ["河东镇", "河东村"]),
    ],
)
def test_organisations_are_found_by_name_sound_path_and_code(heard, words, where):
    assert places(found_for(heard.office, words)) == where


@pytest.mark.database
def test_somebody_is_found_beneath_a_path(heard):
    assert [m.organisation for m in found_for(heard.office, "河东/张三").people] == [heard.river]
    assert places(found_for(heard.east_secretary, "河东")) == []


@pytest.mark.database
def test_more_than_are_shown_are_said_to_be_more(heard):
    for n in range(MOST):
        person(f"张三{n}", heard.east)
    found = found_for(heard.office, "张三")
    assert len(found.people) == MOST and found.more_people and not found.more_organisations


@pytest.mark.database
@pytest.mark.parametrize("words", ["zs", "张三", "红星镇/zs"])
def test_a_look_up_needs_as_many_queries_for_many_as_for_few(heard, django_assert_num_queries, words):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    found_for(heard.office, words)  # grants are read once for each account
    with CaptureQueriesContext(connection) as few:
        found_for(heard.office, words)
    more = [person(f"张三{c}", heard.west) for c in "甲乙丙丁戊己庚辛"]
    hear_people(more)
    with django_assert_num_queries(len(few)):
        found_for(heard.office, words)


@pytest.mark.database
def test_a_destination_is_any_organisation_that_has_such_members(heard):
    assert destinations_for("party", "河东村") == [heard.river]
    assert destinations_for("party", "河东村", heard.river) == []
    assert destinations_for("union", "河东村") == []


@pytest.mark.database
def test_a_new_organisation_is_heard_and_a_new_name_instead_of_the_old_one(heard):
    made = found_organisation(heard.office, heard.committee, name="北门村党支部", kind="branch")
    assert places(found_for(heard.office, "bmc")) == ["北门村"]
    rename_organisation(heard.office, made, name="南关村党支部")
    assert (
        places(found_for(heard.office, "ngc")) == ["南关村"] and places(found_for(heard.office, "bmc")) == []
    )


@pytest.mark.database
@pytest.mark.django_db
def test_whoever_is_on_an_imported_roster_is_found_by_the_name_told_last(tmp_path):
    for name in ("单明", "单亮"):
        line = [name, "汉", "1958.10", "990101195810165602", "东街村党支部", None, None]
        import_roster(OPERATOR, None, roster=read_roster(workbook(tmp_path, [line])))
    office = account("office", Role.OFFICE, Organisation.objects.get(parent=None))
    assert names(found_for(office, "shanliang")) == names(found_for(office, "dl")) == ["单亮"]
    assert names(found_for(office, "shanming")) == []
    assert places(found_for(office, "djc")) == ["东街村"]


@pytest.mark.database
def test_what_was_entered_before_names_were_heard_is_filled_in(heard):
    from importlib import import_module

    from django.apps import apps

    PersonSound.objects.all().delete()
    Person.objects.update(sound="", initials="")
    OrganisationSound.objects.all().delete()
    assert names(found_for(heard.office, "zsf")) == []
    for migration in ("0004_people_looked_up", "0007_names_with_their_sounds"):
        import_module(f"zhengyou.rooms.orgs.migrations.{migration}").fill(apps, None)
    assert names(found_for(heard.office, "zsf")) == ["张三丰"]
    assert places(found_for(heard.office, "djc")) == ["东街村"]


@pytest.mark.database
@pytest.mark.parametrize("words", ["zs", "张三"])
def test_a_look_up_is_answered_by_an_index(heard, words):
    """The people's names are never gone through from the first to the last."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        found_for(heard.office, words)
    if connection.vendor != "sqlite":
        return
    for query in asked.captured_queries:
        with connection.cursor() as cursor:
            cursor.execute("explain query plan " + query["sql"])
            plan = " ".join(row[3] for row in cursor.fetchall())
        assert "SCAN orgs_person" not in plan and "SCAN orgs_personsound" not in plan, (query["sql"], plan)
