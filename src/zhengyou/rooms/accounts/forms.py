"""What people fill in to sign in."""

from django.contrib.auth.forms import AuthenticationForm
from django.utils.translation import gettext_lazy as _


class SignInForm(AuthenticationForm):
    """登录 — a name and a password."""

    error_messages = AuthenticationForm.error_messages | {
        "invalid_login": _("账号或密码不对。密码分大小写。"),
    }
