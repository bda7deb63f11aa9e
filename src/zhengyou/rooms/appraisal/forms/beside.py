"""Forms that stand beside one another on one page."""

from typing import Any

from django import forms


class BesideForm(forms.Form):
    """A form whose fields have names of their own in the page, whatever stands beside it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", f"{type(self).__name__.lower()}_%s")
        super().__init__(*args, **kwargs)
