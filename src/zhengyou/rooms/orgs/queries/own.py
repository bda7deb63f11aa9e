"""Everything that is held about a person: whatever points at the person, in whichever room."""

from datetime import date
from re import sub
from typing import Any

from django.db import models

from zhengyou.core.models import Deed, Grant
from zhengyou.core.secrets import unseal
from zhengyou.rooms.orgs.models import Person

SEALED = {"identity_sealed": "身份证号", "phone_sealed": "手机号码"}
NOT_TOLD = {"id", "identity_digest", "account", "sound", "initials", *SEALED}


def everything_about(person: Person) -> dict[str, Any]:
    """All of it as plain words, by the name of the kind of fact; rows that belong to a row lie within it."""
    found: dict[str, Any] = {
        "人员": _told(person) | {t: unseal(getattr(person, n)) for n, t in SEALED.items()}
    }
    for field in _pointing_at(Person):
        rows = field.model._default_manager.filter(**{field.name: person}).order_by("pk")
        if told := [_told(row, but=field.name) | _within(row) for row in rows]:
            name = str(field.model._meta.verbose_name)
            found[name if name not in found else f"{name}（{field.verbose_name}）"] = told
    return found | _account(person)


def file_of(person: Person, on: date) -> str:
    """The name of the file in which somebody takes it away."""
    return f"{person.name}本人信息{on:%Y%m%d}.json"


def counts_about(person: Person) -> dict[str, tuple[str, int]]:
    """How many rows of which kind of fact point at a person, by the kind's name in the code."""
    found: dict[str, tuple[str, int]] = {}
    for field in _pointing_at(Person):
        number = field.model._default_manager.filter(**{field.name: person}).count()
        if number:
            name = sub(r"(?<=[a-z])(?=[A-Z])", " ", field.model.__name__).lower()
            found[name] = (str(field.model._meta.verbose_name), found.get(name, ("", 0))[1] + number)
    return found


def _pointing_at(model: type[models.Model]) -> list[Any]:
    """Every stored field of any room that points at a kind of row; how a name sounds says nothing new."""
    relations: Any = model._meta.get_fields(include_hidden=True)
    fields = [r.field for r in relations if r.auto_created and (r.one_to_many or r.one_to_one)]
    return sorted(
        (f for f in fields if f.model._meta.model_name != "personsound"), key=lambda f: f.model._meta.label
    )


def _within(row: models.Model) -> dict[str, Any]:
    """The rows that are parts of a row and of nobody else: the steps of a promise."""
    found: dict[str, Any] = {}
    for field in _pointing_at(type(row)):
        if any(f.related_model is Person for f in field.model._meta.get_fields() if f.many_to_one):
            continue
        rows = field.model._default_manager.filter(**{field.name: row}).order_by("pk")[:100]
        if told := [_told(part, but=field.name) | _within(part) for part in rows]:
            found[str(field.model._meta.verbose_name)] = told
    return found


def _told(row: models.Model, but: str = "") -> dict[str, Any]:
    """A row's own columns, in words."""
    fields = [f for f in row._meta.concrete_fields if f.name not in {*NOT_TOLD, but}]
    return {str(f.verbose_name): _plain(row, f) for f in fields if getattr(row, f.attname) not in (None, "")}


def _plain(row: models.Model, field: Any) -> Any:
    if field.choices:
        return str(getattr(row, f"get_{field.name}_display")())
    value = getattr(row, field.name)
    return value if isinstance(value, bool | int | dict | list) else str(value)


def _account(person: Person) -> dict[str, Any]:
    """The account that signs in as the person, what it may do and what it did."""
    if person.account is None:
        return {}
    grants = Grant.objects.filter(user=person.account).select_related("organisation").order_by("pk")
    deeds = Deed.objects.filter(by=person.account).values_list("at", "words")
    return {
        "账号": {"用户名": person.account.get_username(), "授权": [str(grant) for grant in grants]},
        "操作": [f"{at:%Y-%m-%d %H:%M} {words}" for at, words in deeds.iterator(chunk_size=2000)],
    }
