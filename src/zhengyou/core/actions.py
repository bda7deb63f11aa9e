"""操作 — the one way to write: allowed, sensible, written and trailed, in one transaction."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from django.db import transaction

from zhengyou.core.glossary import title_of
from zhengyou.core.language import in_writing
from zhengyou.core.permissions import require
from zhengyou.core.trail import leave_trail

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")


@dataclass(frozen=True)
class Action:
    """操作 — a registered way to write; ``sealed`` says why it leaves no entry of its own.

    ``tree`` tells that it changes organisations themselves, so that whatever hangs on the tree is read anew.
    """

    name: str
    meaning: str
    call: Callable[..., Any]
    hidden: frozenset[str] = field(default_factory=frozenset)
    sealed: str = ""
    tree: bool = False

    @property
    def room(self) -> str:
        """The room that it belongs to; the engine's own are of no room."""
        steps = self.call.__module__.split(".")
        return steps[2] if steps[1] == "rooms" else steps[1]

    @property
    def title(self) -> str:
        """The Chinese term: the docstring up to its dash; in English the glossary's."""
        return title_of(self.name, self.meaning)


ACTIONS: dict[str, Action] = {}


def action(
    *, hidden: tuple[str, ...] = (), sealed: str = "", tree: bool = False
) -> Callable[[Callable[Concatenate[Any, T, P], R]], Callable[Concatenate[Any, T, P], R]]:
    """Make a function the way to write a fact; call it ``verb_noun(by, thing, **details)``.

    ``hidden`` names details that the trail must not repeat (identity numbers, words given in
    confidence). ``sealed`` is for the one deed whose own entry would betray its author, a ballot:
    the round's closing tells of all of them at once. ``tree`` says that organisations are changed.
    """

    def register(write: Callable[Concatenate[Any, T, P], R]) -> Callable[Concatenate[Any, T, P], R]:
        name = write.__name__

        @wraps(write)
        def act(by: Any, thing: T, /, *args: P.args, **details: P.kwargs) -> R:
            with transaction.atomic(), in_writing():
                require(by, name, thing)
                fact = write(by, thing, *args, **details)
                if not sealed:
                    _trail(found, by, thing, fact, details)
            return fact

        found = Action(name, write.__doc__ or "", act, frozenset(hidden), sealed, tree)
        ACTIONS[name] = found
        return cast(Callable[Concatenate[Any, T, P], R], act)

    return register


def _trail(found: Action, by: Any, thing: Any, fact: Any, details: dict[str, Any]) -> None:
    """Write the entry of a deed: on which thing, with which details, hidden ones left out."""
    subject = fact if hasattr(fact, "_meta") else thing
    kept = {k: "（不记）" if k in found.hidden else v for k, v in details.items()}
    organisation = getattr(thing, "organisation", None) or getattr(fact, "organisation", None)
    leave_trail(by, found.name, organisation, subject, f"{found.title}：{subject}", kept)
