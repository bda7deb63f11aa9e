"""Addresses: each room's pages."""

from django.contrib.auth.decorators import login_not_required
from django.urls import URLPattern, URLResolver, include, path
from django.views.i18n import set_language

from zhengyou.core.gallery import gallery

ROOMS_WITH_PAGES = ("accounts", "orgs", "campaigns", "meetings", "gates", "bulletins", "ratings", "pledges")

urlpatterns: list[URLPattern | URLResolver] = [
    path("i18n/setlang/", login_not_required(set_language), name="set_language"),
    path("ui/", gallery, name="gallery"),
    *(path("", include(f"zhengyou.rooms.{room}.pages")) for room in ROOMS_WITH_PAGES),
]
