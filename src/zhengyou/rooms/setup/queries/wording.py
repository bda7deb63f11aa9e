"""词汇 — the words of the house in plain Chinese: of every kind of thing that a form or a page speaks of."""

from zhengyou.core.glossary import terms
from zhengyou.core.language import english
from zhengyou.core.measures import MEASURES

Told = tuple[str, str, str]  # the word, what it is called in the other language, what it means


def words_told(asked: str = "") -> list[Told]:
    """Words that are explained to readers, in the order of the glossary; only those that hold what was asked."""
    found: list[Told] = []
    for en, row in terms().items():
        said = row.get("said") or ""
        measure = MEASURES.get(en.replace(" ", "_"))
        chinese = said or (measure.told if measure else "")
        if chinese:
            found.append(
                (en, row["zh"], row["meaning"].rstrip(".") + ".") if english() else (row["zh"], en, chinese)
            )
    wanted = asked.strip().lower()
    return [told for told in found if not wanted or any(wanted in text.lower() for text in told)]
