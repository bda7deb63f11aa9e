"""A sample that an inspection looks at has a name of its own, beside the sample of what members wrote."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("gates", "0002_asked_by_packs")]

    operations = [migrations.RenameModel("Sample", "InspectionSample")]
