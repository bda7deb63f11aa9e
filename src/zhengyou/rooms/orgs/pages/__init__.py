"""What is shown about organisations and people."""

from django.urls import path

from zhengyou.rooms.orgs.pages.importing import import_pages
from zhengyou.rooms.orgs.pages.people import people
from zhengyou.rooms.orgs.pages.reshaping import reshaping_pages

app_name = "orgs"
urlpatterns = [
    path("organisations/", people, name="people"),
    path("organisations/<int:pk>/", people, name="organisation"),
    *reshaping_pages,
    *import_pages,
]
