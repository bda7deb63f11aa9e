"""What people fill in about campaigns."""

from django import forms
from django.utils.translation import gettext_lazy as _


class NoticeForm(forms.Form):
    """文件 — a notice to read: the file, and what the campaign shall be called."""

    notice = forms.FileField(
        label=_("文件"),
        help_text=_("通知、方案或讲话，.txt、.docx或.html；服务器装有LibreOffice时也可用.doc和.wps"),
    )
    name = forms.CharField(label=_("活动名称"), max_length=80)
    code = forms.RegexField(
        r"^[a-z][a-z0-9_]*$",
        label=_("代号"),
        max_length=40,
        help_text=_("小写字母、数字、下划线，例如striving_2010"),
    )
