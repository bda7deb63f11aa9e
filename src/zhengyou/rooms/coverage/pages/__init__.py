"""What is shown about units and their coverage."""

from django.urls import path

from zhengyou.rooms.coverage.pages.coverage import coverage, deadline, gaps_file
from zhengyou.rooms.coverage.pages.register import register, standards
from zhengyou.rooms.coverage.pages.units import close, end, found, unit

app_name = "coverage"
urlpatterns = [
    path("coverage/", coverage, name="coverage"),
    path("coverage/<int:pk>/gaps/", gaps_file, name="gaps_file"),
    path("coverage/deadline/", deadline, name="deadline"),
    path("coverage/register/", register, name="register"),
    path("coverage/standards/", standards, name="standards"),
    path("coverage/units/<int:pk>/", unit, name="unit"),
    path("coverage/units/<int:pk>/found/", found, name="found"),
    path("coverage/units/<int:pk>/close/", close, name="close"),
    path("coverage/covers/<int:pk>/end/", end, name="end"),
]
