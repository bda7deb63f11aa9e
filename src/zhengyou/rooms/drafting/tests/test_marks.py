"""The notice cut where lines begin and end, whatever the words are and however lines lie in one another."""

from hypothesis import given
from hypothesis import strategies as st

from zhengyou.rooms.drafting.models import Line
from zhengyou.rooms.drafting.queries import parts_of


@st.composite
def marked(draw):
    """A text in which the same words stand again and again, and lines anywhere in it."""
    text = draw(st.text("学习40时，\n", min_size=1, max_size=40))
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).filter(lambda p: p[0] != p[1])
    spans = draw(st.lists(places, max_size=6))
    return text, [
        Line(pk=n, number=n, start=min(span), end=max(span)) for n, span in enumerate(spans, start=1)
    ]


@given(marked())
def test_the_text_stands_once_and_each_line_has_its_own_words(found):
    text, lines = found
    parts = list(parts_of(text, lines))

    assert "".join(part.words for part in parts) == text
    assert all(text[part.at : part.at + len(part.words)] == part.words for part in parts)
    for line in lines:
        assert "".join(p.words for p in parts if line in p.lines) == text[line.start : line.end]
        assert sum(p.first for p in parts if p.line == line) == (
            1 if any(p.line == line for p in parts) else 0
        )


@given(marked())
def test_the_innermost_line_is_the_one_that_a_part_belongs_to(found):
    for part in parts_of(*found):
        if part.lines:
            assert part.line.end - part.line.start == min(ln.end - ln.start for ln in part.lines)


def test_words_that_stand_twice_are_marked_where_they_were_read():
    text = "讲党课。有的地方讲党课。"

    assert [p.words for p in parts_of(text, [Line(pk=1, number=1, start=8, end=11)]) if p.lines] == ["讲党课"]
    assert next(p.at for p in parts_of(text, [Line(pk=1, number=1, start=8, end=11)]) if p.lines) == 8
