"""词解 — help at a field: what its word means, from the glossary, where the field says nothing itself."""

from functools import cache

from django import template
from django.forms import BoundField
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from zhengyou.core.glossary import terms
from zhengyou.core.language import english, own_words
from zhengyou.core.traditional import traditional

register = template.Library()


@cache
def _told() -> dict[str, tuple[str, str]]:
    """What is said of a word in Chinese and in English, by what a label may call it."""
    found: dict[str, tuple[str, str]] = {}
    for en, row in terms().items():
        if said := row.get("said"):
            meaning = row["meaning"][:1].upper() + row["meaning"][1:].rstrip(".") + "."
            found[row["zh"]] = found[traditional(row["zh"])] = found[en.lower()] = (said, meaning)
    return found


@register.simple_tag
def word_help(field: BoundField) -> SafeString | str:
    """词解 — opens without script; nothing for a field that helps itself, or whose word needs no telling."""
    told = _told().get(str(field.label).lower())
    if field.help_text or told is None:
        return ""
    return format_html(
        '<details class="small quiet"><summary>{}</summary><p>{}</p></details>',
        _("“%(word)s”是什么") % {"word": field.label},
        told[1] if english() else own_words(told[0]),
    )
