"""Signing in and out, the first page of each role, and the trail."""

from django.urls import include, path

from zhengyou.rooms.accounts.pages.shown import home, trail
from zhengyou.rooms.accounts.pages.signing import SignIn, SignOut

own = (
    [
        path("accounts/sign-in/", SignIn.as_view(), name="sign_in"),
        path("accounts/sign-out/", SignOut.as_view(), name="sign_out"),
        path("trail/", trail, name="trail"),
    ],
    "accounts",
)
urlpatterns = [path("", home, name="home"), path("", include(own))]
