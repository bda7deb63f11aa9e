"""Plain words beside large letters: on the pages of members and of the public, and nowhere else."""

import re

import pytest
from django.urls import get_resolver

from zhengyou.core.plain import SAID

pytestmark = pytest.mark.django_db
OFFICIAL = re.compile("指标|口径|兑现|履诺|评议|测评|应达|转段|台账|录入|组织关系|公示")


def views(resolver, spaces=()):
    for pattern in resolver.url_patterns:
        if hasattr(pattern, "url_patterns"):
            yield from views(pattern, (*spaces, pattern.namespace) if pattern.namespace else spaces)
        elif pattern.name:
            yield ":".join((*spaces, pattern.name))


def test_each_is_said_of_a_page_that_is_there_in_short_words_of_every_day():
    assert set(SAID) <= set(views(get_resolver()))
    for words in map(str, SAID.values()):
        assert len(words) <= 60 and not OFFICIAL.search(words), words


def test_every_tab_of_a_member_has_them(client, town):
    client.cookies["size"] = "large"
    client.force_login(town.member)
    tabs = re.search(
        r'<nav class="ph-foot ph-tabs".*?</nav>', client.get("/mine/").content.decode(), re.S
    ).group(0)
    addresses = re.findall(r'<a href="([^"]+)"', tabs)
    assert len(addresses) > 3
    assert [a for a in addresses if "zy-plainly" not in client.get(a).content.decode()] == []


def test_they_stand_beside_large_letters_only(client, town):
    assert "zy-plainly" not in client.get("/open/").content.decode()
    client.cookies["size"] = "large"
    assert f'<p class="zy-plainly">{SAID["pledges:search"]}</p>' in client.get("/open/").content.decode()
    client.force_login(town.member)
    assert str(SAID["campaigns:mine"]) in client.get("/mine/").content.decode()
    client.force_login(town.office)
    assert "zy-plainly" not in client.get("/gates/").content.decode()
