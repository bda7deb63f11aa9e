"""Refusals in Traditional characters: the sentence is turned, a name inside it never, another language is left alone."""

import re

import pytest
from django.utils import translation

from tests.language.test_traditional import simplified_in
from zhengyou.core.errors import Refused
from zhengyou.core.pages import RefusedMiddleware
from zhengyou.core.refusals import _shapes, as_read

NAME = "范后余发"  # each character would be another name in Traditional writing


def filled(shape, name):
    return name.join(shape)


def test_every_sentence_of_the_code_is_turned_and_every_name_in_it_is_kept():
    shapes = [shape for _, shape in _shapes()]
    assert len(shapes) > 600
    with translation.override("zh-hant"):
        for shape in shapes:
            said = as_read(filled(shape, NAME))
            assert said.count(NAME) == len(shape) - 1, shape
            assert simplified_in(said.replace(NAME, "")) == [], shape


@pytest.mark.parametrize(("language", "said"), [("zh-hans", "没有"), ("en", "没有"), ("zh-hant", "沒有")])
def test_a_refusal_is_spelled_as_its_reader_reads(language, said):
    why = Refused("没有指标 学习；有：党员")
    with translation.override(language):
        assert str(why).startswith(said)


def test_several_reasons_are_turned_one_by_one_and_strangers_words_stay():
    sentences = [shape[0] for _, shape in _shapes() if len(shape) == 1 and "；" not in shape[0]][:2]
    with translation.override("zh-hant"):
        assert as_read("；".join([*sentences, NAME])) == "；".join([*map(as_read, sentences), NAME])
        assert as_read("他说：这里没有办法") == "他说：这里没有办法"


def test_the_page_of_a_refusal_keeps_the_name_that_somebody_bears(rf):
    with translation.override("zh-hant"):
        page = RefusedMiddleware(lambda request: None).process_exception(
            rf.get("/", headers={"HX-Request": "true"}), Refused(f"没有指标 {NAME}；有：党员")
        )
        words = re.sub(r"<[^>]+>", " ", page.content.decode())
    assert page.status_code == 422 and f"沒有指標 {NAME}" in words
    assert simplified_in(words.replace(NAME, "")) == []
