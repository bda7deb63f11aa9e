"""What members wrote: registered without asking for it, read by its reviewer alone."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from zhengyou.core.errors import Refused
from zhengyou.core.models import Deed
from zhengyou.rooms.study.actions import register_work, review_work, review_works
from zhengyou.rooms.study.models import Work
from zhengyou.rooms.study.queries import text_of, waiting_for_review, works_seen_by

pytestmark = [pytest.mark.django_db, pytest.mark.database]
TEXT = "学了党章，我想到村口的路。\n\n　　路要修好。"


def register(town, by=None, person=None, **details):
    said = {"kind": "note", "title": "学党章", "written_on": date(2010, 6, 1)} | details
    return register_work(by or town.member, town.east, person=person or town.li, **said)


def test_a_length_is_counted_from_the_text_or_declared(june):
    assert register(june, text=TEXT).characters == 18
    assert register(june, characters=800).characters == 800


def test_a_text_and_another_length_do_not_go_together(june):
    with pytest.raises(Refused, match="正文有18字，填的是3000字"):
        register(june, text=TEXT, characters=3000)
    with pytest.raises(Refused, match="请填字数"):
        register(june, text="　 \n")
    with pytest.raises(Refused, match="请填字数"):
        register(june, characters=0)


def test_the_text_is_for_its_author_and_its_reviewer_and_stands_in_no_trail(june):
    work = register(june, text=TEXT)

    assert text_of(june.member, work) == text_of(june.east_secretary, work) == TEXT
    for viewer in (june.office, june.supervisor, june.leader, june.west_secretary, june.stranger):
        assert text_of(viewer, work) == ""
        assert not works_seen_by(viewer).exists()
    assert not [d for d in Deed.objects.all() if "村口" in d.details + d.words + d.subject]


def test_a_remark_stands_in_no_trail(june):
    review_work(june.east_secretary, register(june, characters=800), remark="要联系实际")

    assert Work.objects.get().remark == "要联系实际"
    assert not [d for d in Deed.objects.all() if "联系实际" in d.details + d.words]


def test_a_member_registers_what_is_ones_own(june):
    with pytest.raises(PermissionDenied):
        register(june, person=june.wang, characters=800)
    assert register(june, by=june.east_secretary, person=june.wang, characters=800)


def test_a_pile_is_reviewed_at_once_or_not_at_all(june):
    pile = [register(june, characters=n, title=str(n)) for n in (300, 400)]
    own = register(june, by=june.east_secretary, person=june.zhang, characters=500)

    with pytest.raises(Refused, match="由别人批阅"):
        review_works(june.east_secretary, june.east, works=[*pile, own])
    assert waiting_for_review(june.east).count() == 3

    review_works(june.east_secretary, june.east, works=pile, on_day=date(2010, 6, 4))

    assert list(waiting_for_review(june.east)) == [own]
    assert {w.reviewed_on for w in Work.objects.exclude(pk=own.pk)} == {date(2010, 6, 4)}


def test_a_review_is_after_the_writing_once_and_in_ones_own_branch(june):
    work = register(june, characters=300)

    with pytest.raises(Refused, match="批阅的日子应在那以后"):
        review_work(june.east_secretary, work, on_day=date(2010, 5, 31))
    with pytest.raises(Refused, match="不是西街社区的"):
        review_works(june.west_secretary, june.west, works=[work])
    with pytest.raises(Refused, match="请先选"):
        review_works(june.east_secretary, june.east, works=[])
    review_work(june.east_secretary, work)
    with pytest.raises(Refused, match="不用再批"):
        review_work(june.east_secretary, work)
    with pytest.raises(PermissionDenied):
        review_work(june.office, work)


def test_nothing_is_registered_that_is_still_to_be_written(june):
    with pytest.raises(Refused, match="还没有到"):
        register(june, characters=300, written_on=date(2010, 7, 1))
    with pytest.raises(Refused, match="没有“diary”"):
        register(june, characters=300, kind="diary")
