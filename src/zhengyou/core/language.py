"""语言 — Chinese unless somebody chose English or Traditional characters; what is written down stays Chinese whoever writes it."""

from collections.abc import Callable, Iterable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.utils.translation import npgettext

from zhengyou.core.traditional import traditional


class ChosenLanguage:
    """Show a page in the language that was chosen on this machine: the cookie says it, nothing else.

    Django's own middleware also listens to the browser, which speaks English on many a Chinese desk.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with translation.override(chosen_by(request)):
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", translation.get_language() or "")
        patch_vary_headers(response, ("Cookie",))
        return response


def chosen_by(request: HttpRequest) -> str:
    """The language that a visitor chose, or the installation's own."""
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def english() -> bool:
    """Whether the page of the moment is shown in English."""
    return (translation.get_language() or "").startswith("en")


def in_traditional() -> bool:
    """Whether the page of the moment is shown in Traditional characters."""
    return (translation.get_language() or "").startswith("zh-hant")


def own_words(words: str) -> str:
    """自家的话 — Chinese that stands in the code but is no message (a docstring, a weekday), as the page spells it."""
    return traditional(words) if in_traditional() else words


def in_writing() -> translation.override:
    """成文语言 — what is kept (facts, the trail, papers) has one language, whatever its author reads."""
    return translation.override(settings.LANGUAGE_CODE)


def unit_for(unit: str, number: object) -> str:
    """单位 — a measure's unit as it follows its number: 学时; in English with a space, one hour, two hours."""
    return npgettext("unit", unit, unit, 1 if number == 1 else 2) if unit else ""


def listed(words: Iterable[object]) -> str:
    """列举 — names one after the other: 张明、李华."""
    return _("、").join(map(str, words))


def strung(sentences: Iterable[object]) -> str:
    """连句 — sentences one after the other: 学时差4；还没有回答."""
    return _("；").join(map(str, sentences))
