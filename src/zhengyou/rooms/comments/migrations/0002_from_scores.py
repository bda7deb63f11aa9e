"""What was said about scores lay in a table of the appraisal; it is carried over here, and that table then goes."""

from django.db import migrations

AT_ONCE = 1000


def carried_over(apps, schema_editor):
    """Every comment on a score as one of this room: the same words, author and days; no answer was asked for."""
    said = apps.get_model("appraisal", "Comment")
    comment = apps.get_model("comments", "Comment")
    found = said.objects.order_by("pk").values_list(
        "organisation_id", "entered_by_id", "entered_at", "scheme_id", "scheme__campaign_id", "words", "on_day"
    )
    made = (
        comment(
            organisation_id=organisation,
            entered_by_id=by,
            entered_at=at,
            scheme_id=scheme,
            campaign_id=campaign,
            words=words,
            on_day=day,
        )
        for organisation, by, at, scheme, campaign, words, day in found
    )
    comment.objects.bulk_create(made, batch_size=AT_ONCE)


class Migration(migrations.Migration):
    dependencies = [
        ("appraisal", "0002_checks_and_ways_out"),
        ("comments", "0001_initial"),
    ]

    operations = [migrations.RunPython(carried_over, migrations.RunPython.noop)]
