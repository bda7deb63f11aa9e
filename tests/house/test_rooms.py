"""The house keeps its own rules."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.urls import URLPattern, get_resolver

import zhengyou
from zhengyou.core.actions import ACTIONS
from zhengyou.core.glossary import terms
from zhengyou.core.measures import MEASURES
from zhengyou.core.papers import PAPERS
from zhengyou.core.permissions import GRANTS
from zhengyou.core.room import Room
from zhengyou.core.rules import RULES

HOUSE = Path(zhengyou.__file__).parent
ROOMS = [room for room in apps.get_app_configs() if isinstance(room, Room)]
FILES = {
    "__init__",
    "apps",
    "models",
    "actions",
    "queries",
    "forms",
    "measures",
    "rules",
    "permissions",
    "pages",
    "papers",
    "imports",
}
FOLDERS = {"migrations", "templates", "static", "tests", "__pycache__"}

# What each kind of file may import from rooms: facts → measures → rules → pages and papers.
ARROWS = {
    "models": {"models"},
    "imports": {"imports", "models"},
    "measures": {"measures"},
    "rules": {"rules", "measures"},
    "permissions": {"permissions", "models"},
    "queries": {"queries", "models", "permissions", "measures", "rules"},
    "actions": {"actions", "models", "queries", "imports"},
    "forms": {"forms", "models", "queries", "imports"},
    "papers": {"papers", "queries", "measures", "rules"},
    "pages": {"pages", "papers", "forms", "queries", "actions", "measures", "rules", "imports"},
}
GROUND = {"accounts", "orgs", "campaigns"}
TOP = {"gates", "appraisal", "comments", "honours", "burden", "bulletins", "figures", "federation"}
WRITES = re.compile(r"\.(save|delete|create|bulk_create|get_or_create|update_or_create|bulk_update|update)\(")
# A calendar program does not sign in: its address is signed, and tested where it is made.
PUBLIC = re.compile(
    r"^(accounts/sign-in/|accounts/choose-password/$|setup/$|setup/try/$|i18n/setlang/|look/$|open/|api/sums/$|calendar/.+\.ics$)"
)


def part_of(file: Path) -> str:
    """actions/importing.py and actions.py are both the room's actions."""
    inside = file.relative_to(HOUSE / "rooms").parts
    return Path(inside[1]).stem


def room_files() -> list[Path]:
    found = (HOUSE / "rooms").rglob("*.py")
    return [f for f in found if len(f.relative_to(HOUSE / "rooms").parts) > 1 and part_of(f) in ARROWS]


def imports(source: str):
    """(room, part) of each import from a room."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("zhengyou.rooms."):
            steps = node.module.split(".")[2:]
            if len(steps) > 1:
                yield steps[0], steps[1]


def broken_arrows(room: str, part: str, source: str) -> list[str]:
    """What a file imports against the arrows or against the floors."""
    wrong = []
    for other, theirs in imports(source):
        if theirs not in ARROWS[part]:
            wrong.append(f"{part} imports {other}.{theirs}")
        elif other != room and other not in GROUND and theirs not in {"queries", "measures", "actions"}:
            wrong.append(f"{room} imports {other}.{theirs}, which is not open to other rooms")
        elif other in TOP and room not in TOP:
            wrong.append(f"{room} imports {other} from the floor above")
    return wrong


def writes(source: str) -> list[str]:
    """Lines that write to the database."""
    lines = [line for line in source.splitlines() if WRITES.search(line)]
    return [line for line in lines if "update_fields" not in line or ".save(" in line]


@pytest.mark.parametrize("room", ROOMS, ids=lambda r: r.label)
def test_every_room_has_only_the_rooms_furniture(room):
    inside = {f.stem if f.suffix == ".py" else f.name for f in Path(room.path).iterdir()}

    assert inside <= FILES | FOLDERS


@pytest.mark.parametrize("file", room_files(), ids=lambda f: str(f.relative_to(HOUSE / "rooms")))
def test_arrows_point_one_way(file):
    room = file.relative_to(HOUSE / "rooms").parts[0]

    assert broken_arrows(room, part_of(file), file.read_text(encoding="utf-8")) == []


def test_an_arrow_against_the_floor_is_found():
    source = "from zhengyou.rooms.gates.queries import passages\nfrom zhengyou.rooms.study.models import Work"

    assert broken_arrows("meetings", "queries", source) == [
        "meetings imports gates from the floor above",
        "meetings imports study.models, which is not open to other rooms",
    ]
    assert broken_arrows("study", "rules", "from zhengyou.rooms.study.models import Work") == [
        "rules imports study.models"
    ]


@pytest.mark.parametrize(
    "file",
    [f for f in room_files() if part_of(f) != "actions"],
    ids=lambda f: str(f.relative_to(HOUSE / "rooms")),
)
def test_only_actions_write(file):
    assert writes(file.read_text(encoding="utf-8")) == []


def test_a_write_outside_actions_is_found():
    assert writes("def page(request):\n    thing.save()\n    Thing.objects.create(x=1)") != []


def test_every_action_says_who_may_take_it():
    assert ungranted(set(ACTIONS), set(GRANTS)) == set()


def test_an_action_without_a_grant_is_found():
    assert ungranted({"call_meeting", "burn_records"}, set(GRANTS)) == {"burn_records"}


def ungranted(actions: set[str], grants: set[str]) -> set[str]:
    return actions - grants


def unknown(names) -> set[str]:
    """Names that are not in the glossary."""
    return {name for name in names if name.replace("_", " ") not in terms()}


def test_names_are_in_the_glossary():
    assert unknown([*MEASURES, *RULES, *ACTIONS, *PAPERS, *GRANTS]) == set()


def test_a_name_outside_the_glossary_is_found():
    assert unknown(["study_hours", "coolness_index"]) == {"coolness_index"}


@pytest.mark.parametrize(
    "thing", [*MEASURES.values(), *RULES.values(), *ACTIONS.values()], ids=lambda t: t.name
)
def test_a_measure_rule_or_action_begins_with_its_chinese_term(thing):
    assert thing.title == terms()[thing.name.replace("_", " ")]["zh"]


@pytest.mark.parametrize("measure", MEASURES.values(), ids=lambda m: m.name)
def test_every_measure_says_in_both_languages_what_it_counts(measure):
    chinese, english = measure.told, measure.meaning.partition("\n\n")[0].partition(" — ")[2]

    assert (
        re.search(r"[\u4e00-\u9fff].*。$", chinese)
        and english.replace("’", "").isascii()
        and english.endswith(".")
    )


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda r: r.name)
def test_every_rule_quotes_its_source(rule):
    assert rule.source


def test_only_a_ballot_leaves_no_trail_of_its_own():
    assert {a.name for a in ACTIONS.values() if a.sealed} <= {"cast_ballots"}


def test_study_and_traces_never_give_points():
    study = {"attendance", "missed", "meeting", "work", "review_week", "reading", "supervision_visit"}

    assert [m.name for m in MEASURES.values() if m.of in study and m.outcome] == []


def test_the_schema_holds_nothing_that_is_never_held():
    forbidden = re.compile(r"ethnic|religio|belief|thought|latitude|longitude|face|last_seen|duration|online")
    fields = {f"{m.__name__}.{f.name}" for m in apps.get_models() for f in m._meta.get_fields()}

    assert {f for f in fields if forbidden.search(f)} == set()


def addresses(patterns, before=""):
    for pattern in patterns:
        here = before + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield here
        else:
            yield from addresses(pattern.url_patterns, here)


@pytest.mark.django_db
@pytest.mark.parametrize("address", sorted(set(addresses(get_resolver().url_patterns))))
def test_every_page_asks_who_you_are(client, address):
    filled = re.sub(r"<slug:\w+>", "striving", re.sub(r"<int:\w+>", "1", address))
    filled = re.sub(r"<str:\w+>|<\w+>", "x", filled)
    if PUBLIC.match(filled):
        return
    answer = client.get("/" + filled)

    assert answer.status_code == 302 and "/accounts/sign-in/" in answer["Location"], (
        address,
        answer.status_code,
    )
