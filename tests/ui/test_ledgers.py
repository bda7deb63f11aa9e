"""Tables sort by their heads: the address keeps the order, sums stay on top, a dash stays last."""

from urllib.parse import parse_qs

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from zhengyou.core.ledgers import asked_in_order, in_order
from zhengyou.core.models import Organisation
from zhengyou.rooms.orgs.models import Person

COLUMNS = [{"label": "组织"}, {"label": "党员", "num": True}, {"label": "学时达标"}]
ROWS = [
    {"kind": "sum", "cells": ["合计", 60, {"met": 40, "due": 60}]},
    {"cells": [{"words": "东街", "url": "/e/"}, 24, {"met": 12, "due": 24}]},
    {"cells": [{"words": "西街", "url": "/w/"}, 7, {"met": 7, "due": 7}]},
    {"cells": [{"words": "河边", "url": "/r/"}, 1912, {"met": 0, "due": 0}]},
    {"kind": "fold", "cells": ["其余", 29, None]},
]


def names(sort):
    found = in_order(COLUMNS, ROWS, {"sort": sort} if sort else {})["rows"]
    return [c["words"] if isinstance(c := r["cells"][0], dict) else c for r in found]


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("", "合计 东街 西街 河边 其余"),
        ("2", "合计 西街 东街 河边 其余"),
        ("-2", "合计 河边 东街 西街 其余"),
        ("3", "合计 东街 西街 河边 其余"),
        ("-3", "合计 西街 东街 河边 其余"),
        ("9", "合计 东街 西街 河边 其余"),
        ("x; drop", "合计 东街 西街 河边 其余"),
        ("--2", "合计 东街 西街 河边 其余"),
    ],
)
def test_the_order_asked_for(sort, order):
    assert names(sort) == order.split()


def test_numbers_in_words_are_numbers():
    rows = [{"cells": [w]} for w in ("1,912", "—", "9", "−3", "37/60", "12.5%")]
    found = in_order([{"label": "数"}], rows, {"sort": "1"})["rows"]
    assert [r["cells"][0] for r in found] == ["−3", "37/60", "9", "12.5%", "1,912", "—"]


def test_a_head_keeps_the_filters_and_turns_the_order_round():
    heads = in_order(COLUMNS, ROWS, {"under": "3", "page": "4", "sort": "2"})["columns"]
    assert parse_qs(heads[1]["url"][1:]) == {"under": ["3"], "sort": ["-2"]}
    assert heads[1]["sorted"] == "ascending" and "sorted" not in heads[0]
    assert parse_qs(heads[0]["url"][1:]) == {"under": ["3"], "sort": ["1"]}


@given(
    st.lists(st.one_of(st.none(), st.integers(), st.text(max_size=4), st.booleans()), max_size=20),
    st.text(max_size=4),
)
def test_sorting_loses_no_row_whatever_stands_in_a_cell(cells, asked):
    rows = [{"cells": [c]} for c in cells]
    found = in_order([{"label": "x"}], rows, {"sort": asked})["rows"]
    assert sorted(map(id, found)) == sorted(map(id, rows))
    up, down = (in_order([{"label": "x"}], rows, {"sort": s})["rows"] for s in ("1", "-1"))
    assert len(up) == len(down) == len(rows)


def test_the_table_says_its_order_to_a_screen_reader(rf):
    page = render_to_string("ui/sorted_ledger.html", {"columns": COLUMNS, "rows": ROWS}, rf.get("/?sort=-2"))
    assert page.count('aria-sort="descending"') == 1 and "党员 ↓" in page
    assert page.index("河边") < page.index("东街")


BY = [{"label": "编码", "by": ("code",)}, {"label": "类别", "by": ("category", "name")}, {"label": "书记"}]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("sort", "first"), [("", None), ("1", "code"), ("-1", "-code"), ("3", None), ("9", None)]
)
def test_a_question_of_many_pages_is_sorted_itself(town, sort, first):
    asked = {"q": "村", "page": "3"} | ({"sort": sort} if sort else {})
    found, heads = asked_in_order(Organisation.objects.order_by("-pk"), BY, asked)
    expected = Organisation.objects.order_by(first or "-pk")

    assert list(found) == list(expected)
    assert "url" not in heads[2] and parse_qs(heads[1]["url"][1:]) == {"q": ["村"], "sort": ["2"]}
    assert [h.get("sorted") for h in heads] == [
        {"1": "ascending", "-1": "descending"}.get(sort), None, None
    ]  # fmt: skip


@pytest.mark.django_db
def test_what_has_no_value_stands_last_either_way(town):
    Organisation.objects.filter(pk=town.east.pk).update(founded_on=None)
    others = Organisation.objects.exclude(pk=town.east.pk)
    for n, pk in enumerate(others.values_list("pk", flat=True)):
        others.filter(pk=pk).update(founded_on=f"200{n}-01-01")
    by = [{"label": "成立", "by": ("founded_on",)}]
    for sort in ("1", "-1"):
        found, _ = asked_in_order(Organisation.objects.all(), by, {"sort": sort})
        assert list(found)[-1].pk == town.east.pk


LISTS = ["/organisations/{pk}/people/", "/mobile/?show=all", "/transfers/", "/residents/", "/meetings/", "/study/lectures/",
         "/ties/below/", "/ties/missing/", "/ties/missing/?show=contact", "/coverage/", "/supervision/findings/", "/study/samples/"]  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize("address", LISTS)
def test_every_list_of_many_pages_answers_to_each_of_its_heads(town, client, address):
    client.force_login(town.office)
    whole = address.format(pk=town.city.pk)
    more = "&" if "?" in whole else "?"
    for name in ("sort", "order"):
        for number in range(1, 9):
            for turn in ("", "-"):
                page = client.get(f"{whole}{more}{name}={turn}{number}")
                assert page.status_code == 200, (whole, name, number)


@pytest.mark.django_db
def test_the_list_of_people_is_sorted_by_the_sound_of_names_and_keeps_its_filters(town, client):
    names = {"陈静": "chen", "李华": "li", "刘洋": "liu", "王芳": "wang", "杨帆": "yang"}
    for name, sound in names.items():
        Person.objects.filter(name=name).update(sound=sound)
    client.force_login(town.office)
    page = client.get(f"/organisations/{town.city.pk}/people/?line=party&sort=1").content.decode()
    assert sorted(names, key=page.index) == list(names)
    assert page.count('aria-sort="ascending"') == 1 and "?line=party&amp;sort=-1" in page
