"""Members of the organisations in the file who do not stand in it: named, and ended only when somebody says so."""

from zhengyou.core import clock
from zhengyou.core.pouring import in_parts
from zhengyou.rooms.orgs.actions.importing_people import Entered
from zhengyou.rooms.orgs.actions.importing_report import Report
from zhengyou.rooms.orgs.models import Membership, Post


def count_gone(report: Report, entered: Entered, *, end: bool) -> None:
    """Name who is gone; with ``end`` their membership and their posts there end today.

    A file of corrected rows is only a part of the roster, so nobody is gone from it; and whoever stands in a row
    that was refused is not gone either.
    """
    if report.roster.corrects or not entered.last_membership:
        return
    for some in in_parts(sorted(entered.organisations)):
        held = Membership.objects.filter(
            organisation__in=some, until=None, line=Membership.Line.PARTY, pk__lte=entered.last_membership
        )
        rows = held.values_list("pk", "person", "person__name", "organisation__name", "organisation")
        gone = [
            (pk, person, name, where, organisation)
            for pk, person, name, where, organisation in rows.iterator()
            if person not in entered.people and name not in report.roster.spoken_of
        ]
        report.gone += len(gone)
        for _, _, name, where, _ in gone:
            report.tell("people_gone", name, where)
        if end:
            _end(report, [(pk, person, organisation) for pk, person, _, _, organisation in gone])


def _end(report: Report, gone: list[tuple[int, int, int]]) -> None:
    today = clock.today()
    where = {person: organisation for _, person, organisation in gone}
    for some in in_parts([pk for pk, _, _ in gone]):
        for held in Membership.objects.filter(pk__in=some):
            held.until = max(today, held.since)
            held.save(update_fields=["until"])
    for some in in_parts(list(where)):
        for post in Post.objects.filter(person__in=some, until=None):
            if post.organisation_id == where[post.person_id]:
                post.until = max(today, post.since)
                post.save(update_fields=["until"])
    report.ended += len(gone)
