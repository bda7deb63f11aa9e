"""How others take a roster in: a loader written by hand, and django-import-export.

They check and store the same: the identity number's check digit, dates, the branch, no number twice; sealed
numbers, membership, posts. Both are handed the roster's columns by their headings.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
from django.db import transaction

from zhengyou.core import clock
from zhengyou.core.models import Organisation
from zhengyou.core.secrets import keyed_digest, seal
from zhengyou.demo.people import CHECKS, WEIGHTS
from zhengyou.rooms.orgs.models import Membership, Person, Post

try:
    import import_export
except ImportError:
    import_export = None


def lines_of(file: Path) -> Iterator[dict[str, Any]]:
    """The rows of a workbook by heading, one after the other."""
    rows = openpyxl.load_workbook(file, read_only=True).active.iter_rows(values_only=True)
    head = next(rows)
    for row in rows:
        yield dict(zip(head, row, strict=False))


def checked(line: dict[str, Any]) -> dict[str, Any]:
    """A person's columns; ``ValueError`` where the identity number is none."""
    number = str(line["身份证号"])
    total = sum(int(digit) * weight for digit, weight in zip(number, WEIGHTS, strict=False))
    if len(number) != 18 or CHECKS[total % 11] != number[17]:
        raise ValueError(number)
    return {
        "name": str(line["姓名"]).strip(),
        "sex": "男" if int(number[16]) % 2 else "女",
        "born_on": date(int(number[6:10]), int(number[10:12]), int(number[12:14])),
        "joined_on": date.fromisoformat(line["入党时间"]),
        "education": line["学历"] or "",
        "occupation": line["人员类别"] or "",
        "identity_digest": keyed_digest(number),
        "identity_sealed": seal(number),
        "phone_sealed": seal(str(line["手机号码"])),
    }


@transaction.atomic
def by_hand(file: Path) -> None:
    """openpyxl for the rows, one ``bulk_create`` for each table."""
    branches = {o.name: o for o in Organisation.objects.filter(kind="branch")}
    seen, people, memberships, posts = set[str](), [], [], []
    for line in lines_of(file):
        if line["身份证号"] in seen:
            continue
        seen.add(line["身份证号"])
        person = Person(**checked(line))
        people.append(person)
        memberships.append(_membership(person, branches[line["所在党支部"]], line))
        posts += _posts(person, branches[line["所在党支部"]], line)
    Person.objects.bulk_create(people, batch_size=500)
    Membership.objects.bulk_create(memberships, batch_size=500)
    Post.objects.bulk_create(posts, batch_size=500)


def _membership(person: Person, where: Organisation, line: dict[str, Any]) -> Membership:
    since = min(date.fromisoformat(line["入党时间"]), clock.today())
    away = clock.today() if line["是否流动党员"] == "是" else None
    return Membership(person=person, organisation=where, since=since, mobile_since=away)


def _posts(person: Person, where: Organisation, line: dict[str, Any]) -> list[Post]:
    title = line["党内职务"]
    return [Post(person=person, organisation=where, title=title, since=clock.today())] if title else []


@transaction.atomic
def by_resource(file: Path) -> None:
    """django-import-export as its manual shows it for speed: rows in bulk, no comparing, one resource."""
    import tablib

    lines = list(lines_of(file))
    people = [checked(line) for line in lines]
    rows = [[value for value in person.values()] for person in people]
    resource = _resource()
    result = resource.import_data(tablib.Dataset(*rows, headers=list(people[0])), raise_errors=True)
    if result.has_errors() or result.has_validation_errors():
        raise ValueError("rows were refused")
    by_digest = dict(Person.objects.values_list("identity_digest", "pk"))
    branches = {o.name: o for o in Organisation.objects.filter(kind="branch")}
    found = [(Person(pk=by_digest[p["identity_digest"]]), ln) for p, ln in zip(people, lines, strict=True)]
    Membership.objects.bulk_create(
        [_membership(p, branches[ln["所在党支部"]], ln) for p, ln in found], batch_size=500
    )
    Post.objects.bulk_create(
        [post for p, ln in found for post in _posts(p, branches[ln["所在党支部"]], ln)], batch_size=500
    )


def _resource() -> Any:
    from import_export.resources import ModelResource

    class People(ModelResource):
        """The roster's table; identity by digest."""

        class Meta:
            model = Person
            fields = (
                "name", "sex", "born_on", "joined_on", "education", "occupation",
                "identity_digest", "identity_sealed", "phone_sealed",
            )  # fmt: skip
            import_id_fields = ("identity_digest",)
            use_bulk = True
            batch_size = 500
            skip_diff = True
            force_init_instance = True

    return People()
