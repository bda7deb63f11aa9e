"""The roster as measures see it: whoever belongs somewhere, with what is known of the person.

Facts that are read one by one show no more of these columns than a membership does: what is told of one person
stands on the pages of people.
"""

from django.utils.translation import gettext_lazy as _

from zhengyou.core.facts import fact_table
from zhengyou.rooms.orgs.models.people import Membership

roster = fact_table(
    "roster",
    {
        "id": "int",
        "org_id": "int",
        "person_id": "int",
        "line": "text",
        "sex": "text",
        "born_on": "date",
        "joined_on": "date",
        "education": "text",
        "occupation": "text",
        "since": "date",
        "until": "date",
    },
    """select m.id, m.organisation_id as org_id, m.person_id, m.line, p.sex, p.born_on, p.joined_on,
    p.education, p.occupation, m.since, m.until
    from orgs_membership as m join orgs_person as p on p.id = m.person_id""",
    {"line": _("类别"), "since": _("起")},
    {"line": dict(Membership.Line.choices)},
    {"age": "born_on"},
)
fact_table(
    "admission",
    {"id": "int", "org_id": "int", "person_id": "int", "on_day": "date"},
    """select m.id, m.organisation_id as org_id, m.person_id, p.joined_on as on_day
    from orgs_membership as m join orgs_person as p on p.id = m.person_id
    where m.line = 'party' and p.joined_on >= m.since and (m.until is null or p.joined_on < m.until)""",
)
