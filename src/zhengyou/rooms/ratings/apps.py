from django.db.models.signals import post_migrate

from zhengyou.core.room import Room


class Ratings(Room):
    name = "zhengyou.rooms.ratings"
    verbose_name = "测评"

    def ready(self) -> None:
        """Load what registers itself, and let the database be guarded after every migration."""
        super().ready()
        from zhengyou.rooms.ratings.models.guards import lay_down

        post_migrate.connect(lay_down, sender=self)
