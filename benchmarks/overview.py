"""Whether the overview of 100,000 articles opens nearly as quickly as that of 1,000.

    python -m benchmarks.overview [--articles N] [--each N] [--keep DIR]

Makes two projects as `benchmarks.scale` does, one of 1,000 articles and one of N (100,000), each
with so many annotations an article (10), made up, in a temporary folder. Measured is what the
overview waits for: opening the project, finding out what was changed, and making every sheet that
shows totals; again after one tag; and a filtered one, which reads the facts of all articles. The
first opening, which counts everything, is printed apart, and so is what it takes where nothing
is remembered, in the small project. Every print in copies of one article is counted: without
`copies` nothing is remembered yet, and all the texts are compared each time.

    opening     at most 10 times as long among N articles as among 1,000

Each figure is the median of several openings, every one of a project opened anew, in turn small
and large; the command is a process of its own from its start to its end. `--keep` leaves the
projects in DIR, and takes those that are there. Exit code 1 when the claim is missed.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path

from benchmarks.scale import CODER, annotation, article, make, say, seconds
from fr_reader.model import Act, Change
from fr_reader.overview.project import SHEETS, overview
from fr_reader.overview.query import Query
from fr_reader.store import ProjectStore
from fr_reader.store.digest_rows import NAME

SMALL = 1000
MOST = 10
TIMES = 9
TOTALS = [name for name in SHEETS if name != "ledger"]
_NUMBERS = count()


class Plain:
    """A project that remembers nothing."""

    def __init__(self, store: ProjectStore) -> None:
        self.entries = store.entries
        self.article = store.article
        self.annotations = store.annotations
        self.speakers = store.speakers
        self.codebook = store.codebook


def opened(folder: Path, query: Query | None = None) -> None:
    """Open a project, its overview and every sheet of totals, as the first thing done."""
    store = ProjectStore.open(folder, CODER, create=False)
    found = overview(store, query, True)
    for name in TOTALS:
        found.sheet(name)
    store.close()


def plainly(folder: Path) -> None:
    """The same of a project that remembers nothing."""
    store = ProjectStore.open(folder, CODER, create=False)
    found = overview(Plain(store), copies=True)
    for name in TOTALS:
        found.sheet(name)
    store.close()


def tagged(folder: Path) -> None:
    """Put one more tag in a project."""
    store = ProjectStore.open(folder, CODER, create=False)
    of = article(7)
    made = replace(annotation(of, 2), id=f"tag-{time.time_ns()}-{next(_NUMBERS)}")
    store.apply(Act("tag claim", (Change(None, made),)))
    store.close()


def command(folder: Path) -> None:
    """`fr-reader report speakers --copies`, printed to nowhere."""
    line = [sys.executable, "-m", "fr_reader", "report", "speakers", "--copies"]
    line += ["--project", str(folder)]
    subprocess.run(line, check=True, stdout=subprocess.DEVNULL)


def both(
    small: Path, large: Path, work: Callable[[Path], object], times: int = TIMES
) -> tuple[float, float]:
    """Median seconds of some work on each project, in turn."""
    rows = [(seconds(lambda: work(small)), seconds(lambda: work(large))) for _ in range(times)]
    first, second = (statistics.median(column) for column in zip(*rows, strict=True))
    return first, second


def told(what: str, figures: tuple[float, float], claim: str = "") -> float:
    """Print what some work took in each project; the ratio."""
    ratio = figures[1] / figures[0]
    times = f"{figures[0] * 1000:.0f} ms, {figures[1] * 1000:.0f} ms"
    say(what, times, f"{ratio:6.1f} times  {claim}")
    return ratio


def measure(folder: Path, articles: int, each: int) -> int:
    """Make the projects, measure and print; the exit code."""
    small, large = folder / "small", folder / "large"
    for path, number in ((small, SMALL), (large, articles)):
        if not path.exists():
            took = seconds(partial(make, path, number, each))
            say(f"made {number:,} articles, {number * each:,} annotations", f"{took:.1f} s")
    time.sleep(3)  # what has just been written is not believed to be at rest
    for path in (small, large):
        (path / NAME).unlink(missing_ok=True)
        took = seconds(partial(opened, path))
        size = (path / NAME).stat().st_size / 2**20
        say(f"first opening, {path.name}", f"{took:.1f} s", f"the digest has {size:.0f} MB")
    ratio = told("opening", both(small, large, opened), f"(at most {MOST})")
    told("fr-reader report speakers", both(small, large, command, 3))

    def after_a_tag(path: Path) -> float:
        tagged(path)
        return seconds(lambda: opened(path))

    rows = [(after_a_tag(small), after_a_tag(large)) for _ in range(3)]
    told("opening after a tag", tuple(map(statistics.median, zip(*rows, strict=True))))
    asked = Query(publishers=("The Example",), since="2026")
    told("opening with a filter", both(small, large, lambda path: opened(path, asked), 1))
    say("without what is remembered, small", f"{seconds(lambda: plainly(small)) * 1000:.0f} ms")
    return int(ratio > MOST)


def main() -> int:
    """Measure and print; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--each", type=int, default=10, help="annotations in each article")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the projects here")
    asked = parser.parse_args()
    if asked.keep:
        return measure(asked.keep, asked.articles, asked.each)
    with tempfile.TemporaryDirectory(prefix="fr-reader-overview-") as name:
        return measure(Path(name), asked.articles, asked.each)


if __name__ == "__main__":
    sys.exit(main())
