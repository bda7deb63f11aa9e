"""The catalogue holds every string of the pages, in English that fits its Chinese."""

import ast
import re
from gettext import GNUTranslations
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from django.utils import translation

from scripts.messages import (
    CATALOGUE,
    HOUSE,
    collected,
    known_messages,
    messages_in_template,
    untranslated,
    written,
)
from tests.language.scene import CHINESE
from zhengyou.core.actions import ACTIONS
from zhengyou.core.measures import MEASURES
from zhengyou.core.rules import RULES

ENTRIES = [entry for entry in known_messages() if entry.id]
PLACE = re.compile(r"%\((\w+)\)")
# An English measure says by its title what it counts: "Study hours: 36 of 40, 4 short".
MAY_BE_LEFT_OUT = {"unit"}
# Made-up samples; and what leaves as a file is written down in Chinese, as papers are.
NO_PAGE = {"gallery.html", "archive.html"}
TEMPLATES = [t for t in sorted(HOUSE.rglob("templates/**/*.html")) if t.name not in NO_PAGE]
TAG = re.compile(r"""{%\s*translate\s+("([^"]*)"|'([^']*)')|_\("([^"]*)"\)""")

# Chinese in pages that no page shows as it is, each with the reason.
NOT_SHOWN = {
    "rooms/bulletins/pages/papers.py": "names of Chinese papers",
}
GETTEXT = {"_", "gettext", "gettext_lazy", "ngettext", "pgettext", "npgettext", "unit_for"}


def forms(message):
    return message if isinstance(message, tuple) else (message,)


def named(entry):
    return forms(entry.id)[0]


def test_the_catalogue_holds_what_the_pages_say_and_nothing_else():
    found = written(collected(known_messages()))
    assert CATALOGUE.read_text(encoding="utf-8") == found, "run: make messages"


def test_every_message_has_english():
    assert untranslated(known_messages()) == []


def test_no_english_holds_chinese():
    # No exception is needed so far; the name of the language itself, 中文, stands in the switch and is no message.
    assert [named(e) for e in ENTRIES for said in forms(e.string) if CHINESE.search(said)] == []


def test_the_english_has_the_places_of_the_chinese():
    wrong = {}
    for entry in ENTRIES:
        wanted = set(PLACE.findall(named(entry)))
        there = [set(PLACE.findall(said)) for said in forms(entry.string)]
        if not all(wanted - MAY_BE_LEFT_OUT <= places <= wanted for places in there):
            wrong[named(entry)] = entry.string
    assert wrong == {}


def test_a_unit_stands_apart_from_its_number():
    units = [e for e in ENTRIES if e.context == "unit"]
    assert units and [named(e) for e in units for said in e.string if not re.match(r" \S", said)] == []


def test_what_is_compiled_is_what_is_written():
    with CATALOGUE.with_suffix(".mo").open("rb") as file:
        compiled = GNUTranslations(file)
    stale = [named(e) for e in ENTRIES if english_of(compiled, e) != forms(e.string)]
    assert stale == [], "run: make assets"


def english_of(compiled, entry):
    first, last = forms(entry.id)[0], forms(entry.id)[-1]
    if not isinstance(entry.id, tuple):
        return (compiled.pgettext(entry.context, first) if entry.context else compiled.gettext(first),)
    if entry.context:
        return tuple(compiled.npgettext(entry.context, first, last, n) for n in (1, 2))
    return tuple(compiled.ngettext(first, last, n) for n in (1, 2))


def test_a_message_that_no_page_says_any_more_is_dropped_and_the_others_keep_their_english():
    known = known_messages()
    known.add("从前的一句话", "a sentence of old")
    made = collected(known)
    assert "从前的一句话" not in made and made["转段"].string == "Gates"


def test_a_new_message_has_no_english_yet_and_is_named():
    known = Catalog(locale="en")
    known.add("转段", "Gates")
    made = collected(known)
    assert made["转段"].string == "Gates" and "承诺" in untranslated(made)


def test_messages_are_read_from_every_tag_of_a_template():
    page = """
      {% load i18n %}{% translate "一" %}
        {% blocktranslate count n=n with day=d %}{{ day }}有{{ n }}个{% plural %}{{ day }}有{{ n }}个{% endblocktranslate %}
    <p title="{% translate '二' context 'one' %}">不 是"{% include "x.html" with label=_("三") %}</p>
  {# 四 #}{% comment %}{% translate "五" %}{% endcomment %}
    """
    both = "%(day)s有%(n)s个"
    assert list(messages_in_template(page)) == [
        ("一", None),
        ((both, both), None),
        ("二", "one"),
        ("三", None),
    ]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda t: t.name)
def test_a_template_has_no_chinese_outside_its_messages(template):
    text = template.read_text(encoding="utf-8")
    assert {m[1] or m[2] or m[3] for m in TAG.findall(without_comments(text))} <= {named(e) for e in ENTRIES}

    shown = re.sub(
        r"{%\s*blocktranslate.*?{%\s*endblocktranslate\s*%}", "", without_comments(text), flags=re.S
    )
    shown = re.sub(r'<button[^>]*lang="zh-Han[st]">(中文|繁體)</button>', "", TAG.sub("", shown))
    assert CHINESE.findall(shown) == []


def without_comments(template: str) -> str:
    return re.sub(r"{#.*?#}|{%\s*comment.*?endcomment\s*%}", "", template, flags=re.S)


def bare_chinese(source: str) -> list[str]:
    """Chinese strings that are neither messages nor docstrings nor refusals."""
    tree = ast.parse(source)
    marked: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in GETTEXT | {"Refused"}:
            marked |= {id(inside) for inside in ast.walk(node)}
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            marked.add(id(node.value))
    strings = [n for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    return [n.value for n in strings if id(n) not in marked and CHINESE.search(n.value)]


def page_files() -> list[Path]:
    found = [
        *HOUSE.glob("rooms/*/pages.py"),
        *HOUSE.glob("rooms/*/pages/*.py"),
        *HOUSE.glob("rooms/*/forms.py"),
        *HOUSE.glob("rooms/*/forms/*.py"),
    ]
    return sorted([*found, HOUSE / "menu.py"])


@pytest.mark.parametrize("file", page_files(), ids=lambda f: str(f.relative_to(HOUSE)))
def test_a_page_has_no_chinese_outside_its_messages(file):
    if file.relative_to(HOUSE).as_posix() in NOT_SHOWN:
        return
    found = [
        words for words in bare_chinese(file.read_text(encoding="utf-8")) if words != "一二三四五六七八九十"
    ]
    assert found == []


def test_a_bare_word_is_found():
    assert bare_chinese('"""说明"""\nx = [_("有"), f"{n}人"]\nraise Refused("不行")') == ["人"]


def test_measures_rules_and_actions_are_called_by_the_glossarys_english():
    with translation.override("en"):
        titles = {t.title for t in [*MEASURES.values(), *RULES.values(), *ACTIONS.values()]}
        units = {m.unit for m in MEASURES.values()}
    assert {"Study hours", "Enough study", "Record attendance"} <= titles
    assert [words for words in titles | units if CHINESE.search(words)] == []
