

import django.db.models.deletion
import zhengyou.core.clock
from django.conf import settings
from django.db import migrations, models

from zhengyou.rooms.orgs.models.spoken import callings_of

CHUNK = 2000


def fill(apps, schema_editor):
    """Write what every organisation is called that was entered before anybody looked it up; people follow later."""
    sounds = apps.get_model("orgs", "OrganisationSound")
    held = apps.get_model("core", "Organisation").objects.only("pk", "name", "short_name").order_by("pk")
    waiting = []
    for thing in held.iterator(chunk_size=CHUNK):
        waiting += [sounds(organisation_id=thing.pk, text=text) for text in callings_of(thing.name, thing.short_name)]
        if len(waiting) >= CHUNK:
            sounds.objects.bulk_create(waiting, batch_size=CHUNK)
            waiting = []
    sounds.objects.bulk_create(waiting, batch_size=CHUNK)


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0001_initial'),
        ('orgs', '0003_column_mapping'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Correction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entered_at', models.DateTimeField(default=zhengyou.core.clock.now, editable=False, verbose_name='录入时间')),
                ('words', models.CharField(max_length=300, verbose_name='要改什么')),
                ('asked_on', models.DateField(verbose_name='提出')),
                ('answered_on', models.DateField(blank=True, null=True, verbose_name='答复')),
                ('corrected', models.BooleanField(default=False, verbose_name='已改')),
                ('answer', models.CharField(blank=True, max_length=300, verbose_name='答复内容')),
                ('entered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisation', verbose_name='组织')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='orgs.person')),
            ],
            options={
                'verbose_name': '更正申请',
                'ordering': ('asked_on', 'pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('answered_on__isnull', False), models.Q(('answer', ''), ('corrected', False)), _connector='OR'), name='an_answer_has_its_day')],
            },
        ),
        migrations.CreateModel(
            name='OrganisationSound',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.CharField(db_index=True, max_length=80)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='sounds', to='core.organisation')),
            ],
            options={
                'verbose_name': '称呼',
                'constraints': [models.UniqueConstraint(fields=('organisation', 'text'), name='a_calling_once_an_organisation')],
            },
        ),
        migrations.CreateModel(
            name='PersonSound',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.CharField(db_index=True, max_length=80)),
                ('person', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='sounds', to='orgs.person')),
            ],
            options={
                'verbose_name': '读音',
                'constraints': [models.UniqueConstraint(fields=('person', 'text'), name='a_sound_once_a_person')],
            },
        ),
        migrations.AddField(
            model_name='membership',
            name='away',
            field=models.CharField(blank=True, max_length=40, verbose_name='流动去向'),
        ),
        migrations.AddField(
            model_name='membership',
            name='ending',
            field=models.CharField(blank=True, choices=[('transferred', '转出'), ('died', '去世'), ('left', '出党或退会'), ('mistaken', '登记有误')], max_length=12, verbose_name='为什么结束'),
        ),
        migrations.AlterField(
            model_name='person',
            name='name',
            field=models.CharField(db_index=True, max_length=40, verbose_name='姓名'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.CheckConstraint(condition=models.Q(('ending', ''), ('until__isnull', False), _connector='OR'), name='only_what_ended_says_why'),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
    ]
