"""A pack read from a file or a text: checked on the way, and refused with the lines that are wrong."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from zhengyou.packs.checking import MOST, Problem, in_words, whole
from zhengyou.packs.checking.form import HERE, form_problems
from zhengyou.packs.loading.inheriting import UnknownPack, inherited
from zhengyou.packs.loading.lines import PackError, Part, Place, read_part

PROGRAMMES = HERE / "programmes"
Knows = Callable[[dict[str, Any]], list[str]]


def load(file: Path, unknown_in: Knows | None = None) -> dict[str, Any]:
    """Read and check a pack; ``PackError`` names every problem with its line."""
    return load_bytes(file.read_bytes(), file.name, unknown_in, file.parent)


def load_bytes(
    raw: bytes, name: str, unknown_in: Knows | None = None, folder: Path | None = None
) -> dict[str, Any]:
    """The same for a file as it was sent: UTF-8, or GB 18030 as older editors save."""
    return load_text(_decoded(raw, name), name, unknown_in, folder)


def load_text(
    text: str, name: str = "方案包", unknown_in: Knows | None = None, folder: Path | None = None
) -> dict[str, Any]:
    """The same for a text in hand: settled, with what it inherits.

    ``unknown_in`` says which rules and measures of a requirement nobody knows; ``folder`` holds the packs that
    this one may extend, beside those that are shipped.
    """
    own = _read(text, name)
    held = inherited(own, lambda code: _above(code, folder))
    pack, found = whole(held.plain())
    found = found or list(_unknown(own, held, pack, unknown_in))
    if found:
        _refuse(own, held, found)
    return dict(pack)


def _decoded(raw: bytes, name: str) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise PackError([f"{name}：不是文字文件，请另存为UTF-8文本"])


def _read(text: str, name: str) -> Part:
    """A pack as it is written; one that extends another is checked for form before it is put together with it."""
    own = read_part(text, name)
    said = own.plain()
    if isinstance(said, dict) and "extends" in said and (found := form_problems(said)):
        _refuse(own, own, found)
    return own


def _above(code: str, folder: Path | None) -> Part:
    """The pack that is extended: a file beside the one in hand, or one that is shipped."""
    for place in filter(None, (folder, PROGRAMMES)):
        if (file := place / f"{code}.yaml").is_file():
            return _read(_decoded(file.read_bytes(), file.name), file.name)
    known = "、".join(sorted(file.stem for file in PROGRAMMES.glob("*.yaml")))
    raise UnknownPack(
        f"没有名为{code}的方案包可以继承；现成的有：{known}；自己的请放在同一文件夹，名为{code}.yaml"
    )


def _refuse(own: Part, held: Part, found: list[Problem]) -> None:
    told = sorted(_placed(own, held, found), key=lambda t: t[0])
    raise PackError([words for _, words in told[:MOST]])


def _placed(own: Part, held: Part, found: list[Problem]) -> Iterator[tuple[int, str]]:
    for told, words in found:
        place = _as_written(held, told)
        part = held.spot(place)
        about = f"（{in_words(place)}）" if place else ""
        if part.file == own.file:
            yield part.line, f"{own.file}第{part.line}行{about}：{words}"
        else:
            line = own.spot(("extends",)).line
            yield (
                line,
                f"{own.file}第{line}行（继承自{part.file}第{part.line}行：{in_words(place)}）：{words}",
            )


def _as_written(held: Part, place: Place) -> Place:
    """A day that was worked out is wrong where it is said in days."""
    said = held.spot(place[:-1]).value if place else None
    if isinstance(said, dict) and place[-1] in ("due_on", "ends_on") and "days" in said:
        return place if place[-1] in said else (*place[:-1], "days")
    return place


def _unknown(own: Part, held: Part, pack: dict[str, Any], unknown_in: Knows | None) -> Iterator[Problem]:
    """Rules and measures that nobody knows; told where the author wrote something about them."""
    if unknown_in is None:
        return
    for n, asked in enumerate(pack.get("requirements", [])):
        said = held.spot(("requirements", n)).value
        ours = (key for key in ("rule", "needs", "grain") if key in said and said[key].file == own.file)
        for words in unknown_in(asked):
            yield ("requirements", n, next(ours, "rule")), words
