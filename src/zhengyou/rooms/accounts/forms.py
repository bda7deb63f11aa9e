"""What people fill in to sign in, to choose a password and to open accounts."""

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django.utils.translation import gettext_lazy as _

from zhengyou.core.models import Organisation, Role

TO_OPEN = (Role.OFFICE, Role.LEADER, Role.SUPERVISOR, Role.ADMINISTRATOR)


class SignInForm(AuthenticationForm):
    """登录 — a name and a password."""

    error_messages = AuthenticationForm.error_messages | {
        "invalid_login": _("账号或密码不对。密码分大小写。"),
    }


class ChooseForm(forms.Form):
    """自设密码 — twice the same."""

    password = forms.CharField(
        label=_("新密码"),
        help_text=_("至少10个字，几个词连起来就好记；不必定期改，也不必混进符号。"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=_("再写一遍"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean_again(self) -> str:
        """The same as the first time."""
        again: str = self.cleaned_data["again"]
        if again != self.cleaned_data.get("password", again):
            raise forms.ValidationError(_("两遍不一样，请重写。"))
        return again


class OwnPasswordForm(ChooseForm):
    """改密码 — whoever finds a desk left open does not change it without the old one."""

    old = forms.CharField(
        label=_("现在的密码"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    field_order = ("old", "password", "again")

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_old(self) -> str:
        """It must be right."""
        old: str = self.cleaned_data["old"]
        if not self.user.check_password(old):
            raise forms.ValidationError(_("现在的密码不对。"))
        return old


class AccountForm(forms.Form):
    """开一个账号 — for an office, a leader, a supervision group or an administrator: no person of the roster."""

    name = forms.CharField(label=_("给谁用"), max_length=40, help_text=_("例如：镇党委组织办、第一督导组"))
    username = forms.RegexField(
        r"^[\w.@+-]+$", label=_("账号"), max_length=40, help_text=_("登录时写的，字母、数字都行")
    )
    role = forms.ChoiceField(label=_("角色"))
    place = forms.ModelChoiceField(label=_("在哪个组织"), queryset=Organisation.objects.none())

    def __init__(self, *args: Any, places: Any, may_administer: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        roles = [role for role in TO_OPEN if may_administer or role != Role.ADMINISTRATOR]
        self.fields["role"].choices = [(role.value, role.label) for role in roles]  # type: ignore[attr-defined]
        self.fields["place"].queryset = places  # type: ignore[attr-defined]
        self.fields["place"].empty_label = None  # type: ignore[attr-defined]
