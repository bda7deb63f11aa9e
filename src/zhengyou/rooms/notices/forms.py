"""What is filled in about reminders."""

from django import forms
from django.utils.translation import gettext_lazy as _

KINDS = (("wecom", _("企业微信")), ("dingtalk", _("钉钉")), ("feishu", _("飞书")))


class ChannelForm(forms.Form):
    """接收方式 — for oneself."""

    by_mail = forms.BooleanField(label=_("每天把到期的事发到邮箱"), required=False)
    mail = forms.EmailField(
        label=_("邮箱"), required=False, help_text=_("只用来发提醒，加密存放；清空就忘掉。")
    )


class RobotForm(forms.Form):
    """群机器人 — of the organisation's own group."""

    kind = forms.ChoiceField(label=_("哪一家"), choices=KINDS)
    address = forms.CharField(
        label=_("机器人地址"),
        max_length=500,
        help_text=_("在群设置里添加机器人，把它给的网址（Webhook）原样复制过来。"),
    )
    secret = forms.CharField(
        label=_("签名密钥"),
        required=False,
        max_length=200,
        help_text=_("钉钉、飞书选了“加签”才有；机器人设了关键词的，请用“争优”。"),
    )
