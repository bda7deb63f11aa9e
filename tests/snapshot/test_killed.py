"""A refresh that is killed at any moment leaves the old snapshot or the new one."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KILLS = 100


@pytest.mark.slow
def test_a_hundred_refreshes_killed_at_random_leave_the_old_or_the_new(tmp_path):
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("ZHENGYOU_", "DJANGO_"))}
    done = subprocess.run(
        [sys.executable, "-m", "tests.snapshot.killed", str(tmp_path), str(KILLS)],
        cwd=ROOT, env=clean, capture_output=True, text=True, timeout=400, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr[-2000:]
    told = json.loads(done.stdout.splitlines()[-1])
    # Early and late, so that both states were met; afterwards nothing half-written lies about.
    assert told["killed"] == KILLS and told["old"] >= 10 and told["new"] >= 5, told
    assert set(told["files"]) <= {"manifest.json", "lock", "base", "changes"}, told
