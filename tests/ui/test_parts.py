"""Parts: what a tag says, in words a reader would notice."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.template import Context, Template
from django.template.loader import render_to_string
from django.utils import translation

TODAY = date(2010, 9, 14)


def shown(markup: str, **context: object) -> str:
    return Template("{% load i18n ui days %}" + markup).render(Context({"today": TODAY, **context}))


def test_a_number_has_its_thousands_its_unit_and_what_it_is_made_of():
    assert shown('{% number 1912 "人" "/rows/" %}') == (
        '<a class="n" href="/rows/">1,912</a><span class="unit">人</span>'
    )
    assert "—" in shown("{% number none %}", none=None)


def test_a_share_writes_its_count_first_and_says_when_nothing_is_due():
    assert '37<span class="of">/60</span>' in shown("{% share 37 60 %}")
    assert "本段无" in shown("{% share 0 0 %}")


def test_a_matrix_cell_says_how_many_are_missing():
    assert "差20" in shown("{% matrix_cell c %}", c={"met": 18, "due": 38})
    assert 'class="bad"' in shown("{% matrix_cell c %}", c={"met": 18, "due": 38})
    assert 'class="part"' in shown("{% matrix_cell c %}", c={"met": 3, "due": 5})
    assert 'aria-label="已满足"' in shown("{% matrix_cell c %}", c={"met": 5, "due": 5})
    assert "本段无" in shown("{% matrix_cell c %}", c=None)


def test_a_button_that_cannot_be_pressed_says_why_and_can_be_reached():
    markup = shown('{% button "下发" why_not="1处矛盾未解决" ident="why-issue" %}')
    assert 'aria-disabled="true"' in markup and 'aria-describedby="why-issue"' in markup
    assert 'id="why-issue">1处矛盾未解决' in markup
    assert " disabled" not in markup


def test_words_that_people_typed_are_never_markup():
    for markup in ("{% verdict 'lack' w %}", "{% tag w %}", "{% cell w %}", "{% button w %}"):
        assert "<b>" not in shown(markup, w="<b>粗</b>")


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("石桥村", "石桥村"),
        (1912, "1,912"),
        (None, "—"),
        (0, "0"),
        ({"words": 24, "url": "/p/"}, '<a href="/p/">24</a>'),
        ({"kind": "lack", "words": "没有解决"}, "没有解决"),
        ({"met": 3, "due": 5}, '3<span class="of">/5</span>'),
    ],
)
def test_a_ledger_cell_takes_whatever_a_fact_is(cell, words):
    assert words in shown("{% cell c %}", c=cell)


def test_days_are_told_as_people_tell_them():
    assert shown("{{ d|zh_date }} {{ d|zh_day }} {{ d|weekday }}", d=TODAY) == "2010年9月14日 9月14日 周二"
    assert shown("{% span a b %}", a=date(2010, 5, 10), b=date(2010, 6, 30)) == "5月10日—6月30日"
    assert shown("{% span a b %}", a=date(2010, 12, 1), b=date(2011, 1, 20)) == "2010年12月1日—2011年1月20日"
    assert shown("{% days_left d today %}", d=date(2010, 9, 20)) == "余6天"
    assert shown("{% days_left d today %}", d=TODAY) == "今天"
    assert shown("{% days_left d today %}", d=date(2010, 9, 12)) == "已过2天"
    assert shown("{% due_words d today %}", d=date(2010, 9, 15)) == "9月15日，明天"


@pytest.mark.parametrize(
    ("hours", "words"),
    [(0, "刚刚"), (1, "1小时前"), (23, "23小时前"), (24, "1天前"), (80, "3天前"), (-5, "刚刚")],
)
def test_an_age_is_told_in_hours_and_days(hours, words):
    now = datetime(2010, 9, 14, 10, 12, tzinfo=UTC)

    assert shown("{% ago moment now %}", moment=now - timedelta(hours=hours), now=now) == words


def test_a_moment_is_told_in_the_time_of_the_place():
    assert shown("{{ m|zh_moment }}", m=datetime(2010, 9, 14, 2, 12, tzinfo=UTC)) == "9月14日10:12"


def test_dates_follow_the_language():
    with translation.override("en"):
        assert shown("{{ d|zh_date }}", d=TODAY) == "14 Sep 2010"


def test_a_due_list_marks_what_is_past_and_says_what_would_be_here_when_empty():
    items = [{"due": date(2010, 9, 12), "title": "答复17号诉求", "acts": [{"label": "答复", "url": "/a/"}]}]
    listed = shown('{% include "ui/due_list.html" %}', items=items)
    assert "已过2天" in listed and "过期" in listed and 'href="/a/"' in listed
    assert "没有到期的事" in shown('{% include "ui/due_list.html" %}', items=[])


def test_the_list_at_the_door_is_a_form_of_real_radio_boxes():
    people = [
        {"id": 7, "name": "甲", "how": "leave"},
        {"id": 8, "name": "乙"},
        {"id": 9, "name": "丙", "fixed": "送课上门"},
    ]
    door = shown('{% include "ui/door_list.html" %}', people=people, action_url="/door/")
    assert door.count('type="radio"') == 6
    assert 'name="how-7" value="leave" checked' in door
    assert door.count("未记") == 1 and "送课上门" in door
    assert 'action="/door/"' in door and 'method="post"' in door


def test_groups_too_small_to_show_are_folded_without_their_votes():
    ballots = [{"source": "群众评议", "group": "商户", "back": 3, "folded": True, "words": "不足5票"}]
    page = shown('{% include "ui/ballots.html" %}', ballots=ballots, grades="好/差", total=3)
    assert "不足5票" in page and "<rect" not in page


def test_an_opened_criterion_unfolds_down_to_its_facts():
    facts = {"title": "29个步骤", "columns": [{"label": "步骤"}], "rows": [{"cells": ["8月第4周"]}]}
    one = {"name": "A1", "full": 25, "points": 22.41, "lost": 2.59, "facts": facts}
    tree = [{"name": "A", "full": 25, "points": 22.41, "lost": 2.59, "children": [one]}]
    page = shown('{% include "ui/opened_score.html" %}', criteria=tree, total={"points": 22.41, "lost": 2.59})
    assert page.count("<details") == 2
    assert "8月第4周" in page and "−2.59" in page
    assert "<a " not in page[page.index("<summary") : page.index("</summary")]


def test_a_refused_form_keeps_what_was_typed_and_says_where_it_is_wrong():
    from zhengyou.core.gallery.samples import SampleForm

    page = shown('{% include "ui/form.html" %}', form=SampleForm({"title": "", "agenda": "学文件"}))
    assert "没有存成，填的都还在" in page and "学文件" in page
    assert 'aria-invalid="true"' in page
    assert 'id="id_title_error"' in page


def test_a_box_to_tick_stands_before_its_words_and_a_must_is_said_in_words():
    from zhengyou.core.gallery.samples import SampleForm

    form = SampleForm()
    tick = shown('{% include "ui/field.html" %}', field=form["make_up"])
    assert tick.index("<input") < tick.index("<label")
    assert "必填" in shown('{% include "ui/field.html" %}', field=form["title"])
    assert "必填" not in shown('{% include "ui/field.html" %}', field=form["agenda"])


def test_a_page_of_many_keeps_the_filter_in_its_address(rf):
    from django.core.paginator import Paginator

    request = rf.get("/?town=3")
    pages = Paginator(range(52), 22)
    page = render_to_string("ui/pagination.html", {"page": pages.page(1)}, request)
    assert "共52" in page and "town=3&amp;page=2" in page
