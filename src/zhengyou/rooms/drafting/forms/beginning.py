"""Three ways to begin: a notice to read, a shipped pack, a pack of one's own."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhengyou.core.fields import day
from zhengyou.packs import PackError, load_bytes, shipped_pack, shipped_packs, taken
from zhengyou.rooms.campaigns.queries import unknown_in_requirement

LARGEST = 256 * 1024  # bytes of a pack; a long one has some 20,000
CODE = r"^[a-z][a-z0-9_]*$"


def _code() -> forms.RegexField:
    return forms.RegexField(
        CODE, label=_("代号"), max_length=40, help_text=_("小写字母、数字、下划线，例如striving_2010")
    )


class NoticeForm(forms.Form):
    """文件 — a notice to read: the file, and what the campaign shall be called."""

    notice = forms.FileField(
        label=_("文件"),
        help_text=_(
            "通知、方案或讲话，.txt、.docx、.html或有文字的.pdf；服务器装有LibreOffice时也可用.doc和.wps"
        ),
    )
    name = forms.CharField(label=_("活动名称"), max_length=80)
    code = _code()


class ShippedForm(forms.Form):
    """现成的方案包 — which one, under which code, and perhaps another first day."""

    way = forms.CharField(widget=forms.HiddenInput, initial="shipped")
    pack = forms.ChoiceField(
        label=_("方案包"), choices=lambda: [(p["code"], p["name"]) for p in shipped_packs()]
    )
    starts_on = day(
        label=_("开始日期"),
        required=False,
        help_text=_("不填就用方案包里的日期；填了，各阶段和截止日跟着顺移"),
    )
    code = _code()

    def found(self) -> dict[str, Any]:
        """The pack asked for, under its code and from its day."""
        asked = self.cleaned_data
        return taken(shipped_pack(asked["pack"]), code=asked["code"], starts_on=asked["starts_on"])


class FileForm(forms.Form):
    """自己的方案包 — a YAML file, refused in words with the lines that are wrong."""

    way = forms.CharField(widget=forms.HiddenInput, initial="file")
    pack = forms.FileField(
        label=_("方案包文件"), help_text=_("按方案包格式写的.yaml文件；可先下载一个现成的来改")
    )
    replace = forms.BooleanField(
        label=_("代替本单位同代号的草稿"), required=False, help_text=_("已印发的不会被代替")
    )

    def clean_pack(self) -> dict[str, Any]:
        """The pack that the file holds."""
        sent = self.cleaned_data["pack"]
        if sent.size > LARGEST:
            raise forms.ValidationError(_("文件太大，方案包只是文字，不应超过256KB"))
        try:
            return load_bytes(sent.read(), sent.name, unknown_in_requirement)
        except PackError as error:
            raise forms.ValidationError(error.problems) from error

    def found(self) -> dict[str, Any]:
        """The same, once the form is valid."""
        return dict(self.cleaned_data["pack"])
