"""Whatever an author does to a pack, it is read, or refused in words with a line; it never fails otherwise."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.packs.full import FULL
from zhengyou.packs import PackError, check, differences, load_text, shipped_file, shipped_packs, told
from zhengyou.packs.telling.differences import UNTOLD

LINES = [
    *FULL.splitlines(),
    *(
        line
        for pack in shipped_packs()
        for line in shipped_file(pack["code"]).read_text("utf-8").splitlines()
    ),
    "extends: striving_2010",
    "extends: full_2026",
    "remove: {stages: [act]}",
    "  days: 0",
    "  after: 2",
    "  needs: {study_hours: -1}",
    "- 1",
    "  null: 2",
    "  ? []",
]
VALUES = ["", " 0", " [1]", " {a: 1}", " null", " true", " 2026-02-30", " -3", " 2/0", " 四", " 99999999999999999999", ' "\\u0000"']  # fmt: skip
edits = st.lists(
    st.tuples(
        st.sampled_from(["drop", "double", "insert", "value", "indent"]),
        st.integers(0, 10_000),
        st.sampled_from(LINES),
        st.sampled_from(VALUES),
    ),
    min_size=1,
    max_size=6,
)


def edited(text: str, changes) -> str:
    lines = text.splitlines()
    for what, where, line, value in changes:
        n = where % len(lines) if lines else 0
        if what == "insert" or not lines:
            lines.insert(n, line)
        elif what == "drop":
            del lines[n]
        elif what == "double":
            lines.insert(n, lines[n])
        elif what == "indent":
            lines[n] = "  " + lines[n]
        else:
            lines[n] = re.sub(r":.*", lambda _, value=value: ":" + value, lines[n])
    return "\n".join(lines)


@settings(max_examples=400)
@given(edits)
def test_a_spoilt_pack_is_read_or_refused_with_a_line(changes):
    text = edited(FULL, changes)
    try:
        pack = load_text(text, "own.yaml")
    except PackError as refused:
        assert refused.problems and all(
            re.match(r"own\.yaml(第\d+行|：)", words) for words in refused.problems
        )
    else:
        assert check(pack) == [] and list(told(pack))


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*re.findall(r"\w+(?=:)", FULL), "x"]), inner, max_size=4)
    ),
    max_leaves=20,
)


@settings(max_examples=300)
@given(anything)
def test_anything_at_all_handed_in_as_a_pack_is_checked_in_words(thing):
    assert all(isinstance(words, str) for words in check(thing))


def asked_only(part):
    """A pack without what asks nothing of anybody: where lines stand, and the number of the format."""
    if isinstance(part, list):
        return [asked_only(item) for item in part]
    if isinstance(part, dict):
        return {k: asked_only(v) for k, v in part.items() if k not in UNTOLD - {"code"}}
    return part


@settings(max_examples=400)
@given(edits)
def test_two_packs_between_which_nothing_is_told_ask_the_same(changes):
    before = load_text(FULL)
    try:
        after = load_text(edited(FULL, changes), "own.yaml")
    except PackError:
        return
    if differences(before, after) == []:
        assert asked_only(after) | {"code": ""} == asked_only(before) | {"code": ""}
    assert bool(differences(before, after)) == bool(differences(after, before))
