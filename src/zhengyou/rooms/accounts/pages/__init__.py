"""Signing in and out, passwords and accounts, the first page of each role, and the trail."""

from django.urls import include, path

from zhengyou.rooms.accounts.pages.choosing import choose, own_password
from zhengyou.rooms.accounts.pages.opening import accounts, issue, issue_batch, renew
from zhengyou.rooms.accounts.pages.shown import home, trail
from zhengyou.rooms.accounts.pages.signing import SignIn, SignOut

own = (
    [
        path("accounts/sign-in/", SignIn.as_view(), name="sign_in"),
        path("accounts/sign-out/", SignOut.as_view(), name="sign_out"),
        path("accounts/choose-password/", choose, name="choose"),
        path("accounts/password/", own_password, name="password"),
        path("accounts/", accounts, name="accounts"),
        path("accounts/issue/", issue, name="issue"),
        path("accounts/issue-batch/", issue_batch, name="issue_batch"),
        path("accounts/<int:pk>/renew/", renew, name="renew"),
        path("trail/", trail, name="trail"),
    ],
    "accounts",
)
urlpatterns = [path("", home, name="home"), path("", include(own))]
