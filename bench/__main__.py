"""`python -m bench --job rollup --size small`: see the package."""

import signal
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

HELP = {"rollup": "every organisation's figures at once", "refresh": "from 1 % new facts to the figures"}
WHOLE_RUN = 3600  # seconds after which a run gives up


@click.command()
@click.option("--job", type=click.Choice(list(HELP)), multiple=True, help="which (all)")
@click.option(
    "--size", "name", type=click.Choice(["tiny", "small", "full"]), default="small", show_default=True
)
@click.option(
    "--write", type=click.Path(dir_okay=False, path_type=Path), help="write the table to a page too"
)
def main(job: tuple[str, ...], name: str, write: Path | None) -> None:
    """Measure speed beside what others do, in the same run on the same rows."""
    signal.signal(signal.SIGALRM, _give_up)
    signal.alarm(WHOLE_RUN)
    started = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="zy-bench-") as folder:
        # Refreshing adds facts, so it comes last whatever the order asked for.
        lines = list(_told(tuple(j for j in HELP if not job or j in job), name, Path(folder)))
    click.echo(f"{time.perf_counter() - started:.0f} s in all")
    if write:
        write.write_text("# Speed\n\n```text\n" + "\n".join(lines) + "\n```\n", encoding="utf-8")


def _told(jobs: tuple[str, ...], name: str, home: Path) -> Iterator[str]:
    """Both sizes are measured first, the half one for growth; then a table for each job."""
    from zhengyou.cli import prepare

    prepare(home, migrate=False)
    from bench import refresh, rollup
    from bench.table import machine, table
    from bench.town import SIZES, town

    measure = {"rollup": rollup.measure, "refresh": refresh.measure}
    size = SIZES[name]
    yield _said(machine())
    found: dict[str, list[Any]] = {job: [] for job in jobs}
    for one in (size.half(), size):
        with town(one, home) as db:
            for job in jobs:
                found[job].append(measure[job](one, home, db))
    for job in jobs:
        for line in ["", *table(job, size, *found[job])]:
            yield _said(line)


def _said(line: str) -> str:
    click.echo(line)
    return line


def _give_up(*_: Any) -> None:
    raise SystemExit(f"No end after {WHOLE_RUN} s; given up.")


if __name__ == "__main__":
    main()
