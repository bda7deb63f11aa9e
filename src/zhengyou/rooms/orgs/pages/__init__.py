"""What is shown about organisations and people."""

from django.urls import path

from zhengyou.rooms.orgs.pages.deeds import admit, answer_asked, appoint, correct, end, mobile, relieve
from zhengyou.rooms.orgs.pages.importing import import_pages
from zhengyou.rooms.orgs.pages.lists import people_of, whole_list
from zhengyou.rooms.orgs.pages.own import about_me, take
from zhengyou.rooms.orgs.pages.people import people
from zhengyou.rooms.orgs.pages.person import identity, person
from zhengyou.rooms.orgs.pages.places import change, close, leave, places, places_below
from zhengyou.rooms.orgs.pages.reshaping import reshaping_pages
from zhengyou.rooms.orgs.pages.search import search
from zhengyou.rooms.orgs.pages.structure import structure

app_name = "orgs"
urlpatterns = [
    path("organisations/", people, name="people"),
    path("organisations/<int:pk>/", people, name="organisation"),
    path("organisations/<int:pk>/people/", people_of, name="list"),
    path("organisations/<int:pk>/people/whole/", whole_list, name="whole_list"),
    path("organisations/<int:pk>/admit/", admit, name="admit"),
    path("people/<int:pk>/", person, name="person"),
    path("people/<int:pk>/identity/", identity, name="identity"),
    path("people/<int:pk>/correct/", correct, name="correct"),
    path("people/<int:pk>/appoint/", appoint, name="appoint"),
    path("people/memberships/<int:pk>/end/", end, name="end"),
    path("people/memberships/<int:pk>/mobile/", mobile, name="mobile"),
    path("people/posts/<int:pk>/relieve/", relieve, name="relieve"),
    path("people/corrections/<int:pk>/", answer_asked, name="answer_correction"),
    path("search/", search, name="search"),
    path("about-me/", about_me, name="about_me"),
    path("about-me/file/", take, name="take"),
    *reshaping_pages,
    *import_pages,
    path("organisations/<int:pk>/places/", places, name="places"),
    path("organisations/<int:pk>/places/below/", places_below, name="places_below"),
    path("organisations/<int:pk>/structure/", structure, name="structure"),
    path("organisations/places/<int:pk>/", change, name="change_place"),
    path("organisations/places/<int:pk>/close/", close, name="close_place"),
    path("organisations/places/uses/<int:pk>/leave/", leave, name="leave_place"),
]
