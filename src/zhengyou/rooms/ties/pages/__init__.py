"""What is shown about lasting links and joint bodies."""

from django.urls import path

from zhengyou.rooms.ties.pages.joint import (
    bodies,
    body,
    dissolve,
    join,
    leave,
    link,
    record,
    tell,
)
from zhengyou.rooms.ties.pages.ties import below, end, missing, ties

app_name = "ties"
urlpatterns = [
    path("ties/", ties, name="ties"),
    path("ties/below/", below, name="below"),
    path("ties/missing/", missing, name="missing"),
    path("ties/<int:pk>/end/", end, name="end"),
    path("ties/joint/", bodies, name="bodies"),
    path("ties/joint/<int:pk>/", body, name="body"),
    path("ties/joint/<int:pk>/join/", join, name="join"),
    path("ties/joint/<int:pk>/link/", link, name="link"),
    path("ties/joint/<int:pk>/tell/", tell, name="tell"),
    path("ties/joint/<int:pk>/dissolve/", dissolve, name="dissolve"),
    path("ties/joint/seats/<int:pk>/leave/", leave, name="leave"),
    path("ties/joint/sessions/<int:pk>/", record, name="record"),
]
