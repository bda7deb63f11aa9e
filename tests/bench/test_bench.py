"""The measuring itself: peers must agree, what takes too long is stopped, and a run tells all of it."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from bench.rollup import equal
from bench.timing import Way, timed

ROOT = Path(__file__).parents[2]


def test_ways_that_disagree_end_the_run_and_say_where():
    right, wrong = {1: (5, 90, 45, 5, 2), 2: (3, 90, 45, 3, 1)}, {1: (5, 90, 45, 5, 2), 2: (3, 90, 45, 3, 0)}

    assert equal({"ours": right, "peer": dict(right)}) == 2
    with pytest.raises(SystemExit, match=r"peer says \(3, 90, 45, 3, 0\) of 2"):
        equal({"ours": right, "peer": wrong})


def test_a_way_that_takes_too_long_is_stopped_and_has_no_time():
    stopped = threading.Event()

    def endless() -> None:
        stopped.wait(30)
        raise RuntimeError("interrupted")

    slow, quick = Way("slow", endless, stopped.set), Way("quick", lambda: 1, lambda: None)

    assert timed([slow, quick], limit=0.05) == {"quick": 1}
    assert slow.best is None and quick.best is not None


def test_an_error_of_a_way_is_not_taken_for_slowness():
    def broken() -> None:
        raise RuntimeError("no such table")

    with pytest.raises(RuntimeError, match="no such table"):
        timed([Way("broken", broken, lambda: None)], limit=30)


@pytest.mark.slow
def test_a_run_measures_both_jobs_and_every_way_agrees(tmp_path):
    page = tmp_path / "bench.md"
    clean = {
        name: value for name, value in os.environ.items() if not name.startswith(("ZHENGYOU_", "DJANGO_"))
    }
    done = subprocess.run(
        [sys.executable, "-m", "bench", "--size", "tiny", "--write", str(page)],
        cwd=ROOT, env=clean, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    assert done.stdout.count("the same figures for all 80 organisations") == 3
    assert "rollup · tiny" in page.read_text(encoding="utf-8")
