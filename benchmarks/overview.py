"""Whether the overview of 100,000 articles opens nearly as quickly as that of 1,000.

    python -m benchmarks.overview [--articles N] [--each N] [--keep DIR]

Makes two projects as `benchmarks.scale` does, one of 1,000 articles and one of N (100,000), each
with so many annotations an article (10), made up, in a temporary folder. No two texts are alike,
but one in fifty is a reprint, a little edited; the default, in which reprints count once, is what
is measured, as somebody meets it who opens the project anew: the command `fr-reader report`, and
the overview in the reader, in a terminal. The reader shows the totals as they were counted last,
says that they are no more than that, and is sure as soon as it knows what was changed since; both
are timed, and then moving a line and a page further down.

    fr-reader report, and the overview in the reader until it is shown and until it is sure:
                at most 10 times as long among N articles as among 1,000
    a line or a page further down:
                at most 1.5 times as long

Printed beside it, without a claim, is what it takes apart from the screen: opening the project,
finding out what was changed and making every sheet that shows totals, with reprints once and each
time, after one tag, and with a filter, which reads the facts of all articles. So is the first
opening, which counts everything and compares the texts, and what it takes where nothing is
remembered, in the small project.

Each figure is the median of several, in turn small and large; the command is a process of its own
from its start to its end. `--keep` leaves the projects in DIR, and takes those that are there with
what is remembered of them. Exit code 1 when a claim is missed.
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
from functools import cache, partial
from itertools import count
from pathlib import Path
from random import Random

from benchmarks.overview_screen import WAITS, waits
from benchmarks.scale import CODER, annotation, article, make, say, seconds
from fr_reader.model import Act, Article, Change
from fr_reader.overview.project import SHEETS, Overview, last_counted, overview
from fr_reader.overview.query import Query
from fr_reader.store import ProjectStore
from fr_reader.store.digest_rows import NAME

SMALL = 1000
REPRINTED = 50
MOST = 10
MOST_A_KEY = 1.5
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


@cache
def vocabulary() -> list[str]:
    """Made-up words."""
    parts = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]
    return [one + other for one in parts for other in parts]


def report(number: int) -> Article:
    """A made-up article of a hundred words; each fiftieth is a reprint of the fourth before it."""
    reprint = number % REPRINTED == REPRINTED - 1
    words = Random(number - 4 if reprint else number).choices(vocabulary(), k=100)
    if reprint:
        words[50:50] = Random(number).choices(vocabulary(), k=3)
    known = article(number)
    text = " ".join(words).capitalize() + ".\n"
    return Article(known.id, text, known.metadata, known.source)


def totals_of(found: Overview | None) -> None:
    """Make every sheet of totals."""
    if found is None:
        raise SystemExit("nothing is remembered")
    for name in TOTALS:
        found.sheet(name)


def opened(folder: Path, query: Query | None = None, copies: bool = False) -> None:
    """Open a project, its overview and every sheet of totals, as the first thing done."""
    store = ProjectStore.open(folder, CODER, create=False)
    totals_of(overview(store, query, copies))
    store.close()


def shown_first(folder: Path) -> None:
    """Open a project and the sheet that the screen shows while it looks for changes."""
    store = ProjectStore.open(folder, CODER, create=False)
    found = last_counted(store)
    if found is None:
        raise SystemExit("nothing is remembered")
    found.sheet("speakers")
    store.close()


def plainly(folder: Path) -> None:
    """The same of a project that remembers nothing."""
    store = ProjectStore.open(folder, CODER, create=False)
    totals_of(overview(Plain(store)))
    store.close()


def tagged(folder: Path) -> None:
    """Put one more tag in a project."""
    store = ProjectStore.open(folder, CODER, create=False)
    of = report(7)
    made = replace(annotation(of, 2), id=f"tag-{time.time_ns()}-{next(_NUMBERS)}")
    store.apply(Act("tag claim", (Change(None, made),)))
    store.close()


def command(folder: Path) -> None:
    """`fr-reader report speakers`, printed to nowhere."""
    line = [sys.executable, "-m", "fr_reader", "report", "speakers"]
    line += ["--project", str(folder)]
    subprocess.run(line, check=True, stdout=subprocess.DEVNULL)


def both(
    small: Path, large: Path, work: Callable[[Path], object], times: int = TIMES
) -> tuple[float, float]:
    """Median seconds of some work on each project, in turn."""
    rows = [(seconds(lambda: work(small)), seconds(lambda: work(large))) for _ in range(times)]
    first, second = (statistics.median(column) for column in zip(*rows, strict=True))
    return first, second


def told(what: str, figures: tuple[float, float], most: float = 0.0) -> bool:
    """Print what some work took in each project; whether it took more than `most` times as long
    in the large one."""
    ratio = figures[1] / figures[0]
    times = f"{figures[0] * 1000:.0f} ms, {figures[1] * 1000:.0f} ms"
    say(what, times, f"{ratio:6.1f} times" + (f"  (at most {most:g})" if most else ""))
    return bool(most) and ratio > most


def measure(folder: Path, articles: int, each: int) -> int:
    """Make the projects, measure and print; the exit code."""
    small, large = folder / "small", folder / "large"
    for path, number in ((small, SMALL), (large, articles)):
        if not path.exists():
            took = seconds(partial(make, path, number, each, report))
            say(f"made {number:,} articles, {number * each:,} annotations", f"{took:.1f} s")
    time.sleep(3)  # what has just been written is not believed to be at rest
    for path in (small, large):
        if not (path / NAME).exists():
            took = seconds(partial(opened, path))
            size = (path / NAME).stat().st_size / 2**20
            say(f"first opening, {path.name}", f"{took:.1f} s", f"the digest has {size:.0f} MB")
    missed = told("fr-reader report speakers", both(small, large, command, 3), MOST)
    screens = [(waits(small), waits(large)) for _ in range(3)]
    for what, words in WAITS.items():
        pairs = [(getattr(one, what), getattr(other, what)) for one, other in screens]
        few, many = map(statistics.median, zip(*pairs, strict=True))
        most = MOST if what in ("shown", "sure") else MOST_A_KEY
        missed |= told(f"in the reader, {words}", (few, many), most)
    told("project and all totals", both(small, large, opened))
    told("the same, every print counted", both(small, large, partial(opened, copies=True)))
    told("one sheet as counted last", both(small, large, shown_first))

    def after_a_tag(path: Path) -> float:
        tagged(path)
        return seconds(lambda: opened(path))

    rows = [(after_a_tag(small), after_a_tag(large)) for _ in range(3)]
    few, many = map(statistics.median, zip(*rows, strict=True))
    told("project and all totals after a tag", (few, many))
    asked = Query(publishers=("The Example",), since="2026")
    told("the same with a filter", both(small, large, lambda path: opened(path, asked), 1))
    say("without what is remembered, small", f"{seconds(lambda: plainly(small)) * 1000:.0f} ms")
    return int(missed)


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
