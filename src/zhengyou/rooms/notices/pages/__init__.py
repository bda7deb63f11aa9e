"""What is shown about reminders."""

from django.urls import path

from zhengyou.rooms.notices.pages.notices import link, notices, unlink, unsent

app_name = "notices"
urlpatterns = [
    path("notices/", notices, name="notices"),
    path("notices/robot/", link, name="link"),
    path("notices/robot/unlink/", unlink, name="unlink"),
    path("notices/unsent/", unsent, name="unsent"),
]
