"""What is shown about meetings: a branch's meetings, the list at the door, records, leave, who owes what."""

from django.urls import path

from zhengyou.rooms.meetings.pages.after import record, resolve, settle
from zhengyou.rooms.meetings.pages.card import card
from zhengyou.rooms.meetings.pages.door import close, door, scan, tick, worker
from zhengyou.rooms.meetings.pages.leave import close as close_leave
from zhengyou.rooms.meetings.pages.leave import grant, leaves, mine, refuse
from zhengyou.rooms.meetings.pages.meetings import join, meetings
from zhengyou.rooms.meetings.pages.owed import make_up, make_up_how, owed, undo

app_name = "meetings"
urlpatterns = [
    path("meetings/", meetings, name="meetings"),
    path("meetings/worker.js", worker, name="worker"),
    path("meetings/card/", card, name="card"),
    path("meetings/leave/", leaves, name="leaves"),
    path("meetings/leave/mine/", mine, name="my_leave"),
    path("meetings/leave/<int:pk>/grant/", grant, name="grant_leave"),
    path("meetings/leave/<int:pk>/refuse/", refuse, name="refuse_leave"),
    path("meetings/leave/<int:pk>/close/", close_leave, name="close_leave"),
    path("meetings/owed/", owed, name="owed"),
    path("meetings/owed/<int:pk>/", make_up, name="make_up"),
    path("meetings/owed/<int:pk>/how/", make_up_how, name="make_up_how"),
    path("meetings/owed/<int:pk>/withdraw/", undo, name="withdraw_make_up"),
    path("meetings/resolutions/<int:pk>/", settle, name="settle"),
    path("meetings/<int:pk>/", door, name="door"),
    path("meetings/<int:pk>/join/", join, name="join"),
    path("meetings/<int:pk>/scan/", scan, name="scan"),
    path("meetings/<int:pk>/close/", close, name="close"),
    path("meetings/<int:pk>/record/", record, name="record"),
    path("meetings/<int:pk>/resolutions/", resolve, name="resolve"),
    path("meetings/<int:pk>/<int:person>/", tick, name="tick"),
]
