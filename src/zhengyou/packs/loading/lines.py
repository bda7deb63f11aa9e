"""YAML with the line of every part kept, so that what is wrong can be named where it stands.

Only what a pack needs: texts, whole numbers, true and false. 2010-05-10 and 2/3 stay the words that they are;
references (``*name``) and keys written twice are refused, because they hide what is asked.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

Place = tuple[str | int, ...]


class PackError(Exception):
    """方案包有误 — every line says where and what to do."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("；".join(problems))
        self.problems = problems


class _Refused(yaml.MarkedYAMLError):
    """Legal YAML that a pack may not use."""


_PLAIN = {
    "tag:yaml.org,2002:null": (r"^(?:~|null|)$", "~n\0"),
    "tag:yaml.org,2002:bool": (r"^(?:true|false)$", "tf"),
    "tag:yaml.org,2002:int": (r"^(?:0|[1-9][0-9]*)$", "0123456789"),
}
_RESOLVERS: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
for _tag, (_pattern, _first) in _PLAIN.items():
    for _letter in _first:
        _RESOLVERS.setdefault("" if _letter == "\0" else _letter, []).append((_tag, re.compile(_pattern)))


class _Loader(yaml.SafeLoader):
    yaml_implicit_resolvers = _RESOLVERS

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]
            raise _Refused(problem="方案包里不用引用（*），请把内容写全", problem_mark=mark)
        return super().compose_node(parent, index)


class _Dumper(yaml.SafeDumper):
    yaml_implicit_resolvers = _RESOLVERS

    def ignore_aliases(self, data: Any) -> bool:
        return True


@dataclass(frozen=True)
class Part:
    """一处 — a piece of what a file says, and where it stands: so that pieces of two files can be put together."""

    value: Any  # a dict of parts, a list of parts, or a text, number, true, false, nothing
    file: str
    line: int

    def plain(self) -> Any:
        """What is said, without the places."""
        if isinstance(self.value, dict):
            return {key: part.plain() for key, part in self.value.items()}
        if isinstance(self.value, list):
            return [part.plain() for part in self.value]
        return self.value

    def spot(self, place: Place) -> "Part":
        """The part at a place; what holds it where the part itself is missing."""
        here = self
        for step in place:
            try:
                here = here.value[step]
            except (KeyError, IndexError, TypeError):
                break
        return here


def read_part(text: str, name: str) -> Part:
    """Read a YAML text; ``PackError`` in words where it is none."""
    try:
        loader = _Loader(text.removeprefix("\ufeff"))
        node = loader.get_single_node()
        if node is None:
            raise PackError([f"{name}：文件是空的"])
        lines = dict(_lines(node, ()))
        return _parts(loader.construct_document(node), name, lines, ())
    except yaml.YAMLError as error:
        raise PackError([_in_words(error, text, name)]) from error
    except (ValueError, RecursionError) as error:
        raise PackError([f"{name}：不是方案包的写法，请对照docs/packs.md改正"]) from error


def _parts(value: Any, name: str, lines: dict[Place, int], place: Place) -> Part:
    held = value
    if isinstance(value, dict):
        held = {key: _parts(inner, name, lines, (*place, key)) for key, inner in value.items()}
    if isinstance(value, list):
        held = [_parts(inner, name, lines, (*place, n)) for n, inner in enumerate(value)]
    return Part(held, name, lines.get(place, 1))


def write_yaml(pack: dict[str, Any]) -> str:
    """A pack as it would be written by hand: days and shares without quotes, in the order given."""
    return yaml.dump(pack, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000)


def _lines(node: yaml.Node, place: Place) -> Iterator[tuple[Place, int]]:
    if not place:
        yield place, node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        for n, item in enumerate(node.value):
            yield (*place, n), item.start_mark.line + 1
            yield from _lines(item, (*place, n))
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise _Refused(problem="项目的名称要是一个词", problem_mark=key.start_mark)
            if key.value in seen:
                raise _Refused(problem=f"{key.value}写了两次，请只留一处", problem_mark=key.start_mark)
            seen.add(key.value)
            yield (*place, key.value), key.start_mark.line + 1
            yield from _lines(value, (*place, key.value))


def _in_words(error: yaml.YAMLError, text: str, name: str) -> str:
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return f"{name}：不是合法的YAML文字，请另存为UTF-8文本"
    where = f"{name}第{mark.line + 1}行"
    if isinstance(error, _Refused):
        return f"{where}：{error.problem}"
    problem = str(getattr(error, "problem", ""))
    near = text.splitlines()[max(mark.line - 1, 0) : mark.line + 1]
    if "another document" in problem:
        return f"{where}：一个文件只写一个方案，请把“---”后面的另存一个文件"
    if "'\\t'" in problem:
        return f"{where}：缩进里有制表符，请改用空格"
    if any("：" in line and ":" not in line for line in near):
        return f"{where}：项目后面要用半角冒号和空格（name: 创先争优活动），请改正这一行或上一行"
    return f"{where}：不是合法的YAML，请检查缩进和冒号"
