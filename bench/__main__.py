"""`python -m bench --job rollup --size small`: see the package."""

import os
import signal
import tempfile
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from bench.sizes import SIZES, Size

JOBS = {
    "rollup": "every organisation's figures at once",
    "refresh": "from 1 % new facts to the figures",
    "page": "what one branch's page asks of the database",
    "door": "the list at the door of a big meeting",
    "import": "a roster taken in",
    "ballots": "ballots cast at once, each durable",
    "export": "a ledger to a workbook",
    "reading": "a speech read into a draft",
    "distinct": "distinct people over every subtree",
    "progress": "twenty requirements of a campaign for every organisation",
    "browse": "a whole tree browsed, page by page",
    "crowd": "pages asked by many at once",
    "move": "a part of the tree put elsewhere",
}
WHOLE_RUN = {
    "tiny": 600,
    "small": 1800,
    "full": 4 * 3600,
    "province": 8 * 3600,
}  # seconds; then a run gives up


@click.command()
@click.option("--job", type=click.Choice(list(JOBS)), multiple=True, help="which (all)")
@click.option("--size", "name", type=click.Choice(list(SIZES)), default="small", show_default=True)
@click.option(
    "--write", type=click.Path(dir_okay=False, path_type=Path), help="write tables and pictures to a page too"
)
@click.option(
    "--divisions", type=click.Path(exists=True, file_okay=False), envvar="ZHENGYOU_DIVISIONS",
    help="folder of real administrative divisions for the upper levels of the tree",
)  # fmt: skip
@click.option(
    "--home",
    type=click.Path(file_okay=False, path_type=Path),
    help="a folder whose made-up trees are kept for next time",
)
def main(
    job: tuple[str, ...], name: str, write: Path | None, divisions: str | None, home: Path | None
) -> None:
    """Measure speed beside what others do, in the same run on the same rows."""
    signal.signal(signal.SIGALRM, lambda *_: _give_up(name))
    signal.alarm(WHOLE_RUN[name])
    os.environ["ZHENGYOU_DIVISIONS"] = divisions or ""
    jobs = [j for j in JOBS if j in job or not job]
    if home:
        home.mkdir(parents=True, exist_ok=True)
        _run(jobs, SIZES[name], home, write)
        return
    with tempfile.TemporaryDirectory(prefix="zy-bench-") as folder:
        _run(jobs, SIZES[name], Path(folder), write)


def _run(jobs: list[str], size: Size, home: Path, write: Path | None) -> None:
    """Measure job after job, print each table as soon as it is there, and leave the page."""
    from zhengyou.cli import prepare

    (home / "static").mkdir(exist_ok=True)  # collected files would be here, and WhiteNoise remarks on it
    prepare(home, migrate=False)
    from bench import machine, table, written

    ran_on = [machine.machine(), machine.versions()]
    click.echo("\n".join(ran_on))
    found: dict[str, tuple[str, list[Any]]] = {}
    for job in jobs:
        began = time.perf_counter()
        every = list(_measured(job, size, home))
        found[job] = (JOBS[job], every)
        click.echo(f"\n{job} · {size.name}: {JOBS[job]} · {time.perf_counter() - began:.0f} s")
        for series in every:
            click.echo("\n" + "\n".join(table.in_terminal(series)))
    if write:
        written.write(write, size.name, ran_on, found)


def _measured(job: str, size: Size, home: Path) -> Iterator[list[Any]]:
    """Each comparison of a job at growing sizes; what was too slow once is not tried on more."""
    from bench.timing import measured

    module = import_module("bench.importing" if job == "import" else f"bench.{job}")
    slow: dict[str, list[str]] = {}
    found: dict[str, list[Any]] = {}
    for of in size.parts:
        for comparison in module.comparisons(size.part(of), home):
            result = measured(comparison, size.limit, slow.get(comparison.name, []), size.rounds)
            slow[comparison.name] = [t.name for t in result.timings if t.over]
            found.setdefault(comparison.name, []).append(result)
    yield from found.values()


def _give_up(name: str) -> None:
    raise SystemExit(f"No end after {WHOLE_RUN[name]} s; given up.")


if __name__ == "__main__":
    main()
