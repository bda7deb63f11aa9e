"""What is shown about organisations and people."""

from django.urls import path

from zhengyou.rooms.orgs.pages.people import people
from zhengyou.rooms.orgs.pages.places import change, close, leave, places, places_below
from zhengyou.rooms.orgs.pages.structure import structure

app_name = "orgs"
urlpatterns = [
    path("organisations/", people, name="people"),
    path("organisations/<int:pk>/", people, name="organisation"),
    path("organisations/<int:pk>/places/", places, name="places"),
    path("organisations/<int:pk>/places/below/", places_below, name="places_below"),
    path("organisations/<int:pk>/structure/", structure, name="structure"),
    path("organisations/places/<int:pk>/", change, name="change_place"),
    path("organisations/places/<int:pk>/close/", close, name="close_place"),
    path("organisations/places/uses/<int:pk>/leave/", leave, name="leave_place"),
]
