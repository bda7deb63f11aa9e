"""Traditional characters: made of the Chinese in the code, by OpenCC and a list kept by hand; nothing is left out."""

from gettext import GNUTranslations

import pytest
from django.test import Client
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from scripts.messages import CATALOGUE, known_messages
from tests.language.scene import CHINESE
from zhengyou.core.language import unit_for
from zhengyou.core.measures import MEASURES
from zhengyou.core.templatetags.days import weekday, zh_date
from zhengyou.core.traditional import kept_words, traditional

COMPILED = CATALOGUE.parents[2] / "zh_Hant" / "LC_MESSAGES" / "django.mo"
MESSAGES = [e for e in known_messages() if e.id]
WORDS = [w for e in MESSAGES for w in (e.id if isinstance(e.id, tuple) else (e.id,))]
# Characters that Traditional writing does not know: those of our words that turning them leaves nowhere.
KNOWN = {c for w in [*WORDS, *kept_words()] for c in traditional(w)}
SIMPLIFIED = {c for w in WORDS for c in w if CHINESE.match(c)} - KNOWN


def simplified_in(words):
    return [c for c in words if c in SIMPLIFIED]


@pytest.fixture(scope="module")
def compiled():
    with COMPILED.open("rb") as file:
        return GNUTranslations(file)


def test_every_message_is_said_in_traditional_characters(compiled):
    assert len(SIMPLIFIED) > 200
    left = [w for w in map(traditional, WORDS) if simplified_in(w)]
    assert left == []
    for entry in MESSAGES:
        many = entry.id[-1] if isinstance(entry.id, tuple) else entry.id
        said = spoken(compiled, entry)
        assert said == traditional(many), "run: make assets"


def spoken(compiled, entry):
    if isinstance(entry.id, tuple):
        one, many = entry.id
        if entry.context:
            return compiled.npgettext(entry.context, one, many, 7)
        return compiled.ngettext(one, many, 7)
    return compiled.pgettext(entry.context, entry.id) if entry.context else compiled.gettext(entry.id)


@given(st.sampled_from(WORDS))
def test_places_of_a_message_stay_as_they_are(words):
    def places(said):
        return [c for c in said if ord(c) < 128]

    assert places(traditional(words)) == places(words)


def test_turning_what_is_turned_changes_nothing():
    assert {w for w in map(traditional, WORDS) if [c for c in traditional(w) if c in SIMPLIFIED]} == set()


@pytest.mark.parametrize(
    ("simplified", "said"),
    [
        ("本周", "本週"),
        ("余6天", "餘6天"),
        ("台账", "臺帳"),
        ("党支部", "黨支部"),
        ("干部", "幹部"),
        ("答复17号诉求", "答覆17號訴求"),
        ("公里", "公里"),
        ("复查9月24日", "複查9月24日"),
        ("面对面", "面對面"),
        ("党龄满50周年", "黨齡滿50周年"),
    ],
)
def test_words_that_a_table_of_characters_would_get_wrong(simplified, said):
    assert traditional(simplified) == said


def test_the_list_holds_only_what_is_needed_or_chosen_and_gives_its_reason():
    with (CATALOGUE.parents[2] / "zh_Hant" / "words.csv").open(encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split(",", 2) for line in lines][1:]
    assert rows and all(len(row) == 3 and all(row) for row in rows)
    assert len({row[0] for row in rows}) == len(rows)


def test_measures_days_and_units_follow(town):
    with translation.override("zh-hant"):
        day = town.campaign.starts_on
        assert zh_date(day) == "2010年5月10日" and weekday(day) == "週一"
        assert MEASURES["study_hours"].title == "學時" and unit_for("学时", 2) == "學時"
        assert not simplified_in(MEASURES["study_hours"].told)


@pytest.mark.django_db
def test_what_people_wrote_is_shown_as_they_wrote_it(town):
    client = Client()
    client.cookies.load({"language": "zh-hant"})
    client.force_login(town.office)
    page = client.get("/campaigns/striving/").content.decode()
    assert '<html lang="zh-Hant"' in page and "全局" in page
    assert "红星镇" in page and "紅星鎮" not in page
    assert "組織與人員" in page
