"""Whoever hands in a ballot is answered when it is written, whoever writes it and whatever becomes of the others."""

from threading import Event, Thread
from types import SimpleNamespace

import pytest

from zhengyou.core.errors import Refused
from zhengyou.rooms.ratings.actions.intake import Intake


class Book:
    """Writes down what comes, heap by heap; the first heap waits until the gate opens."""

    def __init__(self):
        self.heaps, self.begun, self.gate = [], Event(), Event()

    def write(self, papers):
        first = not self.heaps
        self.heaps.append(list(papers))
        if first:
            self.begun.set()
            assert self.gate.wait(10)
        if "poison" in papers:
            raise RuntimeError("poison")
        return [Refused(f"not {p}") if p.startswith("wrong") else f"receipt of {p}" for p in papers]


def handed_in(papers, at_once=500):
    """One paper is being written while the others come; what each was answered, and the heaps."""
    book = Book()
    intake, answers = Intake(book.write, at_once), {}

    def hand_in(paper):
        try:
            answers[paper] = intake.hand_in(paper)
        except (Refused, RuntimeError) as error:
            answers[paper] = str(error)

    def thread(paper):
        found = Thread(target=hand_in, args=(paper,))
        found.start()
        return found

    threads = [thread("first")]
    assert book.begun.wait(10)
    for n, paper in enumerate(papers, 1):
        threads.append(thread(paper))
        while len(intake._queue) < n:
            pass
    book.gate.set()
    for one in threads:
        one.join(10)
    return SimpleNamespace(answers=answers, heaps=book.heaps)


def test_all_who_wait_are_written_together_and_answered_each_for_itself():
    papers = [f"paper {n}" for n in range(20)]

    found = handed_in([*papers, "wrong one"])

    assert found.heaps == [["first"], [*papers, "wrong one"]]
    assert found.answers["wrong one"] == "not wrong one"
    assert all(found.answers[p] == f"receipt of {p}" for p in ["first", *papers])


def test_no_heap_is_larger_than_it_may_be_and_nobody_is_left():
    papers = [f"paper {n}" for n in range(11)]

    found = handed_in(papers, at_once=4)

    assert [len(h) for h in found.heaps] == [1, 4, 4, 3]
    assert set(found.answers) == {"first", *papers}


def test_a_paper_that_cannot_be_written_takes_no_other_with_it():
    found = handed_in(["a", "poison", "b"])

    assert found.answers["poison"] == "poison"
    assert (found.answers["a"], found.answers["b"]) == ("receipt of a", "receipt of b")


def test_a_receipt_is_given_to_nobody_twice():
    found = handed_in([f"paper {n}" for n in range(30)], at_once=7)

    written = [p for heap in found.heaps for p in heap]
    assert sorted(written) == sorted(set(written))


@pytest.mark.parametrize("error", [Refused("too late"), RuntimeError("disk full")])
def test_who_hands_in_alone_hears_what_went_wrong(error):
    def write(papers):
        raise error

    with pytest.raises(type(error), match=str(error)):
        Intake(write).hand_in("paper")
