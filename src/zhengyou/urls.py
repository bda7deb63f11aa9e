"""Addresses: each room's pages."""

from django.contrib.auth.decorators import login_not_required
from django.urls import URLPattern, URLResolver, include, path
from django.views.decorators.csrf import csrf_exempt
from django.views.i18n import set_language

from zhengyou.core.gallery import gallery
from zhengyou.core.looks import look

ROOMS_WITH_PAGES = (
    "accounts",
    "orgs",
    "drafting",
    "campaigns",
    "standards",
    "meetings",
    "study",
    "ties",
    "coverage",
    "supervision",
    "gates",
    "bulletins",
    "ratings",
    "honours",  # before pledges, whose public pages take any word as the code of an organisation
    "pledges",
    "appraisal",
    "comments",
    "figures",
    "burden",
    "federation",
    "mobility",
    "setup",
    "notices",
)

urlpatterns: list[URLPattern | URLResolver] = [
    # Exempt, so that the public's pages need no cookie: all that a forged request could do is change the language.
    path("i18n/setlang/", login_not_required(csrf_exempt(set_language)), name="set_language"),
    path("look/", login_not_required(csrf_exempt(look)), name="look"),  # exempt for the same reason
    path("ui/", gallery, name="gallery"),
    *(path("", include(f"zhengyou.rooms.{room}.pages")) for room in ROOMS_WITH_PAGES),
]
