

import django.db.models.deletion
import zhengyou.core.clock
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('core', '0001_initial'),
        ('orgs', '0004_people_looked_up'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Residence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entered_at', models.DateTimeField(default=zhengyou.core.clock.now, editable=False, verbose_name='录入时间')),
                ('since', models.DateField(verbose_name='起')),
                ('until', models.DateField(blank=True, null=True, verbose_name='止')),
                ('entered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisation', verbose_name='组织')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='residences', to='orgs.person')),
            ],
            options={
                'verbose_name': '社区报到',
                'indexes': [models.Index(fields=['organisation', 'until'], name='residents_of_a_community')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('until', None)), fields=('person',), name='one_residence_at_a_time'), models.CheckConstraint(condition=models.Q(('until', None), ('until__gte', models.F('since')), _connector='OR'), name='residence_ends_after_it_began')],
            },
        ),
        migrations.CreateModel(
            name='Service',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entered_at', models.DateTimeField(default=zhengyou.core.clock.now, editable=False, verbose_name='录入时间')),
                ('on_day', models.DateField(verbose_name='日期')),
                ('what', models.CharField(max_length=100, verbose_name='做了什么')),
                ('minutes', models.PositiveSmallIntegerField(verbose_name='分钟')),
                ('entered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisation', verbose_name='组织')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='services', to='orgs.person')),
                ('residence', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='services', to='mobility.residence')),
            ],
            options={
                'verbose_name': '报到服务',
                'ordering': ('-on_day', '-pk'),
                'indexes': [models.Index(fields=['person', '-on_day'], name='services_of_a_person')],
                'constraints': [models.CheckConstraint(condition=models.Q(('minutes__gt', 0)), name='service_takes_time'), models.UniqueConstraint(fields=('residence', 'on_day', 'what'), name='a_service_is_entered_once_a_day')],
            },
        ),
        migrations.CreateModel(
            name='Transfer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entered_at', models.DateTimeField(default=zhengyou.core.clock.now, editable=False, verbose_name='录入时间')),
                ('line', models.CharField(choices=[('party', '党员'), ('union', '工会会员'), ('youth', '团员'), ('women', '妇女')], max_length=10, verbose_name='类别')),
                ('outside', models.CharField(blank=True, max_length=80, verbose_name='系统外去向')),
                ('why', models.CharField(max_length=100, verbose_name='原因')),
                ('given_on', models.DateField(verbose_name='转出')),
                ('due_on', models.DateField(verbose_name='期限')),
                ('closed_on', models.DateField(blank=True, null=True, verbose_name='办结')),
                ('outcome', models.CharField(blank=True, choices=[('received', '已接收'), ('returned', '已退回'), ('cancelled', '已撤销')], max_length=10, verbose_name='结果')),
                ('told', models.CharField(blank=True, max_length=200, verbose_name='说明')),
                ('entered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisation', verbose_name='组织')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='transfers', to='orgs.person')),
                ('to', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisation')),
            ],
            options={
                'verbose_name': '组织关系转接',
                'ordering': ('due_on', 'pk'),
                'indexes': [models.Index(fields=['organisation', 'closed_on'], name='transfers_from'), models.Index(fields=['to', 'closed_on'], name='transfers_to')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('closed_on', None)), fields=('person', 'line'), name='one_transfer_under_way_a_line'), models.CheckConstraint(condition=models.Q(('to__isnull', True), ('outside', ''), _connector='XOR'), name='transfer_goes_to_one_place'), models.CheckConstraint(condition=models.Q(('to', models.F('organisation')), _negated=True), name='transfer_goes_elsewhere'), models.CheckConstraint(condition=models.Q(('due_on__gte', models.F('given_on'))), name='transfer_given_before_due'), models.CheckConstraint(condition=models.Q(models.Q(('closed_on', None), ('outcome', '')), models.Q(('closed_on__gte', models.F('given_on')), models.Q(('outcome', ''), _negated=True)), _connector='OR'), name='a_closed_transfer_has_an_outcome')],
            },
        ),
        migrations.CreateModel(
            name='Contact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entered_at', models.DateTimeField(default=zhengyou.core.clock.now, editable=False, verbose_name='录入时间')),
                ('on_day', models.DateField(verbose_name='日期')),
                ('how', models.CharField(choices=[('phone', '电话'), ('visit', '走访'), ('online', '线上'), ('back_home', '返乡')], max_length=10, verbose_name='方式')),
                ('reached', models.BooleanField(default=True, verbose_name='联系上了')),
                ('entered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisation', verbose_name='组织')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contacts', to='orgs.person')),
                ('who', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='contacts_made', to='orgs.person')),
            ],
            options={
                'verbose_name': '联系流动党员',
                'ordering': ('-on_day', '-pk'),
                'indexes': [models.Index(fields=['person', '-on_day'], name='contacts_of_a_person')],
            },
        ),
    ]
