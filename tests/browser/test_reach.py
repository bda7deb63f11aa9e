"""Every page of the product is looked at by a walk, or reach.py says where else it is opened or why it is not."""

import re
from pathlib import Path

import pytest
from django.http import HttpResponseNotAllowed
from django.urls import URLPattern, get_resolver, resolve

from tests.browser.reach import ELSEWHERE, IN_PUBLIC, WALKED

ROOT = Path(__file__).parents[2]


def patterns(found, before=""):
    for pattern in found:
        here = before + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield here, pattern.callback
        else:
            yield from patterns(pattern.url_patterns, here)


def only_posted(view, route, rf):
    """Whether a view answers nothing but POST: it says so before it looks at anything."""
    given = {name: 0 if kind == "int" else "x" for kind, name in re.findall(r"<(\w+):(\w+)>", route)}
    try:
        return isinstance(view(rf.get("/"), **given), HttpResponseNotAllowed)
    except Exception:
        return False


@pytest.mark.django_db
def test_every_page_is_walked_or_named(rf):
    pages = {r for r, view in patterns(get_resolver().url_patterns) if not only_posted(view, r, rf)}
    walked = {resolve(kind).route for kinds in (*WALKED.values(), IN_PUBLIC) for kind in kinds}
    named = [route for routes in ELSEWHERE.values() for route in routes]

    assert pages - walked - set(named) == set(), "say in reach.py who walks there, or why nobody does"
    assert sorted(named) == sorted(set(named) - walked) and set(named) <= pages


def test_where_a_page_is_opened_elsewhere_there_is_a_test():
    files = [where for where in ELSEWHERE if where.endswith(".py")]
    assert [f for f in files if not any((base / f).is_file() for base in (ROOT, ROOT / "src/zhengyou"))] == []
