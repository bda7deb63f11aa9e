"""One small run over all jobs: every way agrees with the others, and the page tells all of it."""

import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from bench.__main__ import JOBS

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
def test_a_run_measures_every_job_and_every_way_agrees(tmp_path):
    page = tmp_path / "bench.md"
    clean = {
        name: value for name, value in os.environ.items() if not name.startswith(("ZHENGYOU_", "DJANGO_"))
    }
    every = [argument for job in JOBS for argument in ("--job", job)]
    done = subprocess.run(
        [sys.executable, "-m", "bench", "--size", "tiny", "--write", str(page), *every],
        cwd=ROOT, env=clean, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    assert "live database" in done.stdout and "the same answer for all 120 parts" in done.stdout
    told = page.read_text(encoding="utf-8")
    for job in JOBS:
        assert f"## {job.capitalize()}" in told
        assert ElementTree.parse(tmp_path / "pictures" / f"bench-{job}.svg").getroot().tag.endswith("svg")
