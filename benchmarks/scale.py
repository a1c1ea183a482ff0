"""Whether a project of 100,000 articles and 1,000,000 annotations is as quick as a small one.

    python -m benchmarks.scale [--articles N] [--each N] [--short] [--keep DIR]

Makes a project of N articles (100,000) with so many annotations in each (10), a small one of 100
annotations and one of a single article, all made up, in a temporary folder. They are written in
the store's own format by what writes it, only without a sync a line. What is measured is compared
with what is measured beside it in the same run, in turn, since disks and neighbours change:

    a durable tag       at most 2 times one in the small project, at most 3 times opening a file,
                        appending a line of its length, syncing and closing it, and at least 100
                        times less than TinyDB's JSONStorage inserting one among as many documents
                        as there are articles
    opening             at most 1.5 times opening the project of one article

A tag is timed in an article that is open, as in the reader; opening one is timed apart. `--short`
makes 1,000 articles, and leaves the comparison with TinyDB, which is of 100,000, out of the claim.
`--keep` leaves the projects in DIR, and takes those that are there, which saves making them.
Memory is the most a process of its own ever held. Exit code 1 when something is missed.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

from fr_reader.model import Act, Anchor, Annotation, Article, Change, Metadata, Span, Speaker
from fr_reader.store import ProjectStore
from fr_reader.store.entries import entry_for
from fr_reader.store.index import Index
from fr_reader.store.lines import HEADER, act_line
from fr_reader.store.naming import coder_file
from fr_reader.store.records import document_of

CODER = "me"
TIME = "2000-01-01T00:00:00.000000+00:00"
TEXT = (
    "Made-up news, number {n}.\n\n“Nothing of this was ever said,” said Nobody {who}, who does not "
    "exist. “It is made up, and long enough to be tagged ten times.”\n"
)
TAGS = 300
_NUMBERS = count()


# Making projects ----------------------------------------------------------------------------


def article(number: int) -> Article:
    """A made-up article."""
    known = Metadata(
        f"Made-up news, number {number}", (f"A. Nobody {number % 997}",), "The Example"
    )
    text = TEXT.format(n=number, who=number % 5000)
    return Article(f"made-up-{number}", text, known, f"made-up-{number}.txt")


def annotation(of: Article, number: int) -> Annotation:
    """A made-up annotation: a speaker, a claim or a concern."""
    place = number % 40
    anchors = (Anchor.at(of, Span(place, place + 30)),)
    made = Annotation(f"{number:012x}", of.id, anchors, CODER, TIME, TIME)
    kind = number % 4
    if kind < 2:
        who = int(of.id.removeprefix("made-up-")) if kind else number
        return replace(made, speaker=f"nobody-{who % 5000}")
    return replace(made, code="claim" if kind == 2 else "concern")


def journal(path: Path, table: str, acts: Iterator[dict[str, Any]]) -> None:
    """A journal with these acts, each of documents by id."""
    with path.open("wb") as file:
        file.write(HEADER)
        for number, documents in enumerate(acts, 1):
            file.write(act_line(number, TIME, "made up", {table: documents}))


def make(
    folder: Path, articles: int, each: int, written: Callable[[int], Article] = article
) -> None:
    """A project of so many articles with so many annotations each; `written` makes an article."""
    ProjectStore.open(folder, CODER).close()
    (folder / "articles").mkdir()
    (folder / "annotations").mkdir()

    def entries() -> Iterator[dict[str, Any]]:
        for number in range(articles):
            made = written(number)
            text = folder / "articles" / f"{made.id}.txt"
            text.write_bytes(made.text.encode())
            if each:
                (folder / "annotations" / made.id).mkdir()
                path = folder / "annotations" / made.id / coder_file(CODER)
                first = number * each
                found = (annotation(made, n) for n in range(first, first + each))
                journal(path, "annotations", ({a.id: document_of(a)} for a in found))
            yield {made.id: document_of(entry_for(made))}

    def speakers() -> Iterator[dict[str, Any]]:
        for number in range(min(5000, articles)):
            made = Speaker(f"nobody-{number}", f"Nobody {number}")
            yield {made.id: document_of(made)}

    journal(folder / "articles.jsonl", "articles", entries())
    journal(folder / "speakers.jsonl", "speakers", speakers())


# Measuring ----------------------------------------------------------------------------------


def seconds(work: Callable[[], object]) -> float:
    """The wall-clock seconds `work` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def bare(path: Path, line: bytes) -> None:
    """What a durable line costs at the very least."""
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.write(fd, line)
    os.fsync(fd)
    os.close(fd)


class Project:
    """An open project of so many articles, to be measured."""

    def __init__(self, folder: Path, articles: int) -> None:
        self.folder = folder
        self.articles = articles
        self.store = ProjectStore.open(folder, CODER, create=False)
        self._random = Random("scale")

    def open_article(self) -> tuple[Article, float]:
        """Some article, opened as in the reader, and the seconds that took."""
        start = time.perf_counter()
        article_id = f"made-up-{self._random.randrange(self.articles)}"
        found = self.store.article(article_id)
        self.store.annotations(article_id)
        return found, time.perf_counter() - start

    def tag(self, of: Article) -> float:
        """The seconds one tag takes."""
        made = replace(annotation(of, 2), id=f"tag-{next(_NUMBERS)}")
        act = Act("tag claim", (Change(None, made),))
        return seconds(lambda: self.store.apply(act))


def tags(large: Project, small: Project, scratch: Path) -> tuple[float, ...]:
    """Median seconds: a bare line, a tag in each project, opening an article in each."""
    line = act_line(7, TIME, "tag claim", {"annotations": {"x": document_of(_some())}})
    rows = []
    for _ in range(TAGS):
        (one, first), (two, second) = small.open_article(), large.open_article()
        least = seconds(lambda: bare(scratch, line))
        rows.append((least, small.tag(one), large.tag(two), first, second))
    return tuple(statistics.median(column) for column in zip(*rows, strict=True))


def _some() -> Annotation:
    return annotation(article(0), 2)


def openings(large: Path, single: Path) -> tuple[float, float]:
    """Median seconds to open each project and close it again."""

    def opened(folder: Path) -> float:
        return seconds(lambda: ProjectStore.open(folder, CODER, create=False).close())

    opened(large), opened(single)
    rows = [(opened(large), opened(single)) for _ in range(51)]
    first, second = (statistics.median(column) for column in zip(*rows, strict=True))
    return first, second


def tinydb_insert(path: Path, documents: int) -> float:
    """Median seconds of an insert into TinyDB as it comes, with so many documents in it."""
    from tinydb import TinyDB

    path.unlink(missing_ok=True)
    database = TinyDB(path, encoding="utf-8")
    document = document_of(_some())
    database.insert_multiple(document for _ in range(documents))
    found = statistics.median(seconds(lambda: database.insert(document)) for _ in range(3))
    database.close()
    return found


_CHILD = """
import resource, sys, time
from pathlib import Path
from fr_reader.store import ProjectStore
start, busy = time.perf_counter(), time.process_time()
store = ProjectStore.open(Path(sys.argv[1]), "me", create=False)
{work}
took = time.perf_counter() - start
print(took, time.process_time() - busy, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
WORK = (
    ("open", ""),
    ("list the articles, without index", "store.entries()"),
    ("list the articles", "store.entries()"),
    ("find articles by a word", "store.find('number 77')"),
    ("summarise, without index", "store.counts()"),
    (
        "summarise",
        "c = store.counts(); len(c), c.articles(), c.codes(), c.speakers(), c.coders()",
    ),
    (
        "summarise again",
        "store.counts(); start, busy = time.perf_counter(), time.process_time(); store.counts()",
    ),
    ("where a speaker occurs", "store.counts().spoken('nobody-7').articles()"),
)


def in_a_process(folder: Path, work: str) -> tuple[float, float, float]:
    """Seconds some work takes in a process of its own, those of the processor, and the most MB
    it held."""
    command = [sys.executable, "-c", _CHILD.format(work=work), str(folder)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    took, busy, memory = map(float, done.stdout.split())
    return took, busy, memory


def say(name: str, value: str, claim: str = "") -> None:
    """One line of the report."""
    print(f"{name:48}{value:>14}  {claim}".rstrip(), flush=True)


def main() -> int:
    """Measure and print; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--each", type=int, default=10, help="annotations in each article")
    parser.add_argument("--short", action="store_true", help="1,000 articles")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the projects here")
    asked = parser.parse_args()
    articles = 1000 if asked.short else asked.articles
    if asked.keep:
        return measure(asked.keep, articles, asked.each, full=articles >= 100_000)
    with tempfile.TemporaryDirectory(prefix="fr-reader-scale-") as name:
        return measure(Path(name), articles, asked.each, full=articles >= 100_000)


def measure(folder: Path, articles: int, each: int, *, full: bool) -> int:
    """Make the projects, measure and print; the exit code."""
    large, small, single = (folder / name for name in ("large", "small", "single"))
    if not single.exists():
        took = seconds(lambda: make(large, articles, each))
        make(small, 10, 10)
        make(single, 1, 1)
        say(f"made {articles:,} articles, {articles * each:,} annotations", f"{took:.1f} s")
        time.sleep(2)  # what has just been written is not believed to be at rest
    Index(large).throw_away()
    whole = [in_a_process(large, work) for _, work in WORK]
    for (what, _), (took, busy, memory) in zip(WORK, whole, strict=True):
        say(what, f"{took * 1000:.1f} ms", f"processor {busy * 1000:.1f} ms, {memory:.0f} MB")
    first, second = openings(large, single)
    missed = held("open, against one article", first / second, 1.5)
    say("open", f"{first * 1000:.2f} ms")
    biggest = Project(large, articles)
    least, one, many, seen, found = tags(biggest, Project(small, 10), folder / "bare")
    say("append a line and sync it", f"{least * 1000:.2f} ms")
    say("a durable tag", f"{many * 1000:.2f} ms")
    missed |= held("a tag, against one among 100 annotations", many / one, 2)
    missed |= held("a tag, against a line appended and synced", many / least, 3)
    say("open an article, among 100 annotations", f"{seen * 1000:.2f} ms")
    say("open an article", f"{found * 1000:.2f} ms")
    numbers = count(Random().randrange(10**9, 10**12))
    adds = [seconds(lambda: biggest.store.add(article(next(numbers)))) for _ in range(20)]
    say("add an article: the first", f"{adds[0] * 1000:.1f} ms")
    say("add an article: median of the next", f"{statistics.median(adds[1:]) * 1000:.2f} ms")
    batch = [article(next(numbers)) for _ in range(200)]
    took = seconds(lambda: biggest.store.add_many(batch))
    say("add 200 articles at once, each", f"{took / 200 * 1000:.2f} ms")
    insert = tinydb_insert(folder / "tinydb.json", articles)
    say(f"TinyDB, an insert among {articles:,} documents", f"{insert * 1000:.1f} ms")
    ratio = insert / many
    say("TinyDB's insert, against a tag", f"{ratio:.0f}", "(at least 100)" if full else "")
    return int(missed or (full and ratio < 100))


def held(name: str, ratio: float, most: float) -> bool:
    """Print a ratio with its claim; whether it was missed."""
    say(name, f"{ratio:.2f}", f"(at most {most:g})")
    return ratio > most


if __name__ == "__main__":
    sys.exit(main())
