"""What people fill in: a notice to read, a pack to take, and what a line shall say instead."""

from zhengyou.rooms.drafting.forms.beginning import FileForm, NoticeForm, ShippedForm
from zhengyou.rooms.drafting.forms.lines import FORMS

__all__ = ["FORMS", "FileForm", "NoticeForm", "ShippedForm"]
