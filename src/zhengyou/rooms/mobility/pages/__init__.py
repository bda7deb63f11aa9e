"""What is shown about people on the move."""

from django.urls import path

from zhengyou.rooms.mobility.pages.away import contact, mobile
from zhengyou.rooms.mobility.pages.residence import leave, mine, residents, service
from zhengyou.rooms.mobility.pages.transfers import (
    cancel,
    receipt,
    receive,
    send_back,
    start,
    transfer,
    transfers,
)

app_name = "mobility"
urlpatterns = [
    path("transfers/", transfers, name="transfers"),
    path("transfers/<int:pk>/", transfer, name="transfer"),
    path("transfers/<int:pk>/receive/", receive, name="receive"),
    path("transfers/<int:pk>/return/", send_back, name="return"),
    path("transfers/<int:pk>/cancel/", cancel, name="cancel"),
    path("transfers/<int:pk>/receipt/", receipt, name="receipt"),
    path("people/memberships/<int:pk>/transfer/", start, name="start"),
    path("people/memberships/<int:pk>/contact/", contact, name="contact"),
    path("mobile/", mobile, name="mobile"),
    path("residents/", residents, name="residents"),
    path("residents/<int:pk>/service/", service, name="service"),
    path("about-me/residence/", mine, name="mine"),
    path("about-me/residence/leave/", leave, name="leave"),
]
