"""What people and organisations are looked up by: derived from their names, kept so that looking up is quick.

Whoever writes a name writes its sounds with it (``actions.sounding``); rows entered before were filled in.
"""

from django.db import models

from zhengyou.core.models import Organisation
from zhengyou.rooms.orgs.models.people import Person
from zhengyou.rooms.orgs.models.spoken import LONGEST


class PersonSound(models.Model):
    """又读 — another way in which a person's name is read than the one kept with the person: 单明 also danming, dm."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="sounds", db_index=False)
    text = models.CharField(max_length=LONGEST)

    class Meta:
        verbose_name = "又读"
        constraints = (models.UniqueConstraint(fields=["person", "text"], name="a_sound_once_a_person"),)
        indexes = (models.Index(fields=["text"], name="people_by_other_sounds"),)

    def __str__(self) -> str:
        return self.text


class OrganisationSound(models.Model):
    """称呼 — one beginning by which an organisation is looked up, in characters or by sound."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="sounds", db_index=False)
    text = models.CharField(max_length=LONGEST, db_index=True)

    class Meta:
        verbose_name = "称呼"
        constraints = (
            models.UniqueConstraint(fields=["organisation", "text"], name="a_calling_once_an_organisation"),
        )

    def __str__(self) -> str:
        return self.text
