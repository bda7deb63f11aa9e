"""What is shown about passing from stage to stage: the board, a look-back, one application."""

from django.urls import path

from zhengyou.rooms.gates.pages.application import application
from zhengyou.rooms.gates.pages.board import board
from zhengyou.rooms.gates.pages.look_back import answer, apply, forward, look_back

app_name = "gates"
urlpatterns = [
    path("gates/", board, name="board"),
    path("gates/look-back/", look_back, name="look_back"),
    path("gates/<int:gate>/<int:pk>/", look_back, name="look_back_of"),
    path("gates/<int:gate>/<int:pk>/answer/", answer, name="answer"),
    path("gates/<int:gate>/<int:pk>/apply/", apply, name="apply"),
    path("gates/<int:gate>/<int:pk>/forward/", forward, name="forward"),
    path("gates/applications/<int:pk>/", application, name="application"),
]
