"""表单的话 — what Django's forms say by themselves, in words that a secretary would use."""

from collections.abc import Iterator
from typing import Any

from django.forms.models import ModelChoiceIterator
from django.utils.translation import gettext_lazy as _

said_of_nothing = _("这一项要填。")
DASHES = "---------"


class Offered(ModelChoiceIterator):  # type: ignore[type-arg]
    """可选的 — the choices of a field; before any is made it asks for one, or shows a dash where none is needed."""

    def __iter__(self) -> Iterator[tuple[Any, Any]]:
        for value, label in super().__iter__():
            yield value, self._asks() if label == DASHES else label

    def _asks(self) -> Any:
        return _("请选") if self.field.required else "—"
