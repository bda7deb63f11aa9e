"""What the database itself refuses, whoever speaks to it: docs/decisions/0004-ballots-without-authors.md.

The guards are laid down anew after every migration, for SQLite forgets those of a table that it makes over.
"""

from typing import Any

from django.db import connections

AS_WRITTEN = {
    "round": "a round stays as it was opened: its secrecy, questions and days",
    "subject": "what a round rates stays as it was opened",
    "box": "a box stays what it was: its side and its round",
    "token": "a code is used or ends, and is never changed",
    "ballot": "a ballot is never changed in its place",
    "receipt": "a receipt is never changed",
    "closing": "what was found in the boxes stays as it was told",
}
ROUND_OF_BOX = """
    from ratings_box b join ratings_subject s on s.id = b.subject_id join ratings_round r on r.id = s.round_id
    left join ratings_closing c on c.round_id = r.id where b.id = new.box_id
"""
# name → (table, condition under which a new row is refused, why)
NEW_ROWS = {
    "link_rounds_ask_the_public_alone": (
        "box",
        "new.\"group\" <> 'public' and exists (select 1 from ratings_subject s join ratings_round r "
        "on r.id = s.round_id where s.id = new.subject_id and r.access = 'link')",
        "an open link is for the public alone, and for no other side beside it",
    ),
    "link_rounds_have_no_codes": (
        "token",
        f"exists (select 1 {ROUND_OF_BOX} and (r.access <> 'code' or c.id is not null))",
        "a round by open link, or one whose boxes were opened, takes no codes",
    ),
    "ballots_stay_sealed_until_opened": (
        "ballot",
        f"exists (select 1 {ROUND_OF_BOX} and (c.id is null) <> (new.sealed is not null))",
        "ballots are sealed until the boxes are opened, and none comes in afterwards",
    ),
    "receipts_end_with_the_opening": (
        "receipt",
        f"exists (select 1 {ROUND_OF_BOX} and c.id is not null)",
        "no receipt comes in after the boxes were opened",
    ),
}


def _sqlite(name: str, table: str, when: str, condition: str, why: str) -> list[str]:
    where = f"when {condition}" if condition else ""
    return [
        f"drop trigger if exists {name}",
        f"create trigger {name} before {when} on ratings_{table} for each row {where} "
        f"begin select raise(abort, '{why}'); end",
    ]


def _postgresql(name: str, table: str, when: str, condition: str, why: str) -> list[str]:
    # A function looks its names up wherever the session says; a restored dump says nowhere.
    return [
        f"""
        create or replace function {name}() returns trigger language plpgsql set search_path from current as $$ begin
        if {condition or "true"} then raise exception '{why}' using errcode = 'check_violation'; end if;
        return new; end $$
        """,
        f"drop trigger if exists {name} on ratings_{table}",
        f"create trigger {name} before {when} on ratings_{table} for each row execute function {name}()",
    ]


def lay_down(using: str, plan: Any = None, **told: Any) -> None:
    """Lay down what may not be changed and what may not come in; after a migration, not whenever tables are emptied."""
    if plan is None:
        return
    connection = connections[using]
    made = {"sqlite": _sqlite, "postgresql": _postgresql}[connection.vendor]
    rows = [(f"{table}_as_written", table, "update", "", why) for table, why in AS_WRITTEN.items()]
    rows += [(name, table, "insert", when, why) for name, (table, when, why) in NEW_ROWS.items()]
    with connection.cursor() as cursor:
        for row in rows:
            for statement in made(*row):
                cursor.execute(statement)
