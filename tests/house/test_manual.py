"""The handbook is true where a machine can tell: every word that it quotes stands on a page, every picture is there."""

import re
from pathlib import Path

import pytest

import zhengyou

ROOT = Path(__file__).parents[2]
BOOK = sorted((ROOT / "docs" / "handbook").glob("*.md"))
HOUSE = Path(zhengyou.__file__).parent
NO_LABELS = {
    "是什么",
    "已读",
    "中共红星镇委员会",
    "加签",
    "开几个账号，出账号条",
}  # spoken of, not to be clicked


def said_on_pages() -> str:
    files = [*HOUSE.rglob("templates/**/*.html"), *HOUSE.rglob("*.py")]
    return "\n".join(f.read_text(encoding="utf-8") for f in files if "tests" not in f.parts)


@pytest.mark.parametrize("page", BOOK, ids=lambda p: p.stem)
def test_what_the_handbook_quotes_stands_on_a_page(page):
    quoted = set(re.findall(r"“([^”]+)”", page.read_text(encoding="utf-8")))
    pages = said_on_pages()

    assert {words for words in quoted - NO_LABELS if words not in pages} == set()


@pytest.mark.parametrize("page", BOOK, ids=lambda p: p.stem)
def test_pictures_and_pages_that_the_handbook_points_at_are_there(page):
    pointed = re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))

    assert [target for target in pointed if not (page.parent / target).exists()] == []


def test_every_page_of_the_manual_is_in_its_contents():
    contents = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    pages = [p.relative_to(ROOT / "docs").with_suffix("").as_posix() for p in (ROOT / "docs").glob("*.md")]
    listed = set(re.findall(r"^[a-z][\w/-]+$", contents, re.MULTILINE))

    assert {*pages, *(f"handbook/{p.stem}" for p in BOOK)} - listed - {"index"} == set()
