"""What is shown about supervision."""

from django.urls import path

from zhengyou.rooms.supervision.pages.findings import answer, finding, findings, recheck
from zhengyou.rooms.supervision.pages.groups import (
    assign,
    end,
    form,
    groups,
    join,
    leave,
    line,
)
from zhengyou.rooms.supervision.pages.mine import mine
from zhengyou.rooms.supervision.pages.place import focus, place, presence, start, unfocus
from zhengyou.rooms.supervision.pages.visit import find, finish, tick, visit

app_name = "supervision"
urlpatterns = [
    path("supervision/", mine, name="mine"),
    path("supervision/places/<int:pk>/", place, name="place"),
    path("supervision/places/<int:pk>/visit/", start, name="start"),
    path("supervision/places/<int:pk>/focus/", focus, name="focus"),
    path("supervision/focus/<int:pk>/give-up/", unfocus, name="unfocus"),
    path("supervision/visits/<int:pk>/", visit, name="visit"),
    path("supervision/visits/<int:pk>/lines/<int:line>/", tick, name="tick"),
    path("supervision/visits/<int:pk>/finding/", find, name="find"),
    path("supervision/visits/<int:pk>/finish/", finish, name="finish"),
    path("supervision/findings/", findings, name="findings"),
    path("supervision/findings/<int:pk>/", finding, name="finding"),
    path("supervision/findings/<int:pk>/answer/", answer, name="answer"),
    path("supervision/findings/<int:pk>/recheck/", recheck, name="recheck"),
    path("supervision/meetings/<int:pk>/presence/", presence, name="presence"),
    path("supervision/groups/", groups, name="groups"),
    path("supervision/groups/new/", form, name="form"),
    path("supervision/groups/<int:pk>/join/", join, name="join"),
    path("supervision/groups/<int:pk>/assign/", assign, name="assign"),
    path("supervision/groups/<int:pk>/line/", line, name="line"),
    path("supervision/members/<int:pk>/leave/", leave, name="leave"),
    path("supervision/assignments/<int:pk>/end/", end, name="end"),
]
