"""How fast quotations are found, and whether a text ten times as long takes ten times as long.

    python -m benchmarks.reading_speed [dev|train] [--shared DIR] [--short]

Everything runs in one process and is measured in its processor time, so that other work on the
machine counts little. Articles a second: the median of several passes over the corpus after one
to warm up, for finding quotations alone and for all that `fr-reader quotes --format jsonl` does
(reading the file, finding, writing lines). The ratio: a made-up text of 10 MB to one of 1 MB, for
text in many paragraphs and in one; it may be 12 at most. `--short` leaves the ratio out. Exit code
1 when something is missed.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable

from benchmarks.corpus import Corpus, asked
from fr_reader.cli.quote_forms import json_lines
from fr_reader.cli.quote_record import found
from fr_reader.ingest import load, seeds
from fr_reader.model import Article

PASSES = 7
WANTED = 250
MOST = 12.0
SENTENCES = (
    "“The bridge number {n} has to be closed for a while,” said Ann Example, an engineer.",
    "Bo Example said that the {n} traders of the made-up market were worried about it.",
    "It rained on day {n}, and the river rose by several inches during the long night.",
    "According to the made-up council of Exampleton, {n} lorries cross the bridge every day.",
    "“We were told nothing,” she added. “Not in {n} years.”",
    "The mayor, Zoë Example, denied claims that {n} warnings had been ignored by her office.",
)
IMPORT = (
    "import time; t = time.process_time(); import fr_reader.text; print(time.process_time() - t)"
)


def seconds(work: Callable[[], object]) -> float:
    """The processor time `work` takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def made_text(size: int, joint: str) -> str:
    """A made-up text of about `size` characters, its sentences put together by `joint`."""
    parts: list[str] = []
    length = number = 0
    while length < size:
        parts.append(SENTENCES[number % len(SENTENCES)].format(n=number))
        length += len(parts[-1]) + len(joint)
        number += 1
    return joint.join(parts)


def articles_a_second(measured: Corpus) -> tuple[float, float, float]:
    """For finding quotations alone, for everything from the file to the lines, and for finding
    them in the first pass."""
    paths = measured.texts()
    articles = [load(path) for path in paths]
    found(seeds()[0])  # the data files are read once, when they are first asked for

    def alone() -> None:
        for article in articles:
            found(article)

    def everything() -> None:
        for path in paths:
            article = load(path)
            json_lines(article, str(path), found(article))

    fresh = seconds(alone)
    everything()
    times = [(seconds(alone), seconds(everything)) for _ in range(PASSES)]
    first, second = (statistics.median(column) for column in zip(*times, strict=True))
    return len(paths) / first, len(paths) / second, len(paths) / fresh


def import_time() -> float:
    """Seconds to import `fr_reader.text` in a new process, the median of some."""
    command = [sys.executable, "-c", IMPORT]
    runs = [subprocess.run(command, check=True, capture_output=True) for _ in range(PASSES)]
    return statistics.median(float(done.stdout) for done in runs)


def ratio(joint: str) -> tuple[float, float]:
    """Seconds for a text of 1 MB, and how many times as long one of 10 MB takes."""
    small, large = (Article("made-up", made_text(size, joint)) for size in (10**6, 10**7))
    base = statistics.median(seconds(lambda: found(small)) for _ in range(3))
    return base, seconds(lambda: found(large)) / base


def main() -> int:
    """Print the figures; the exit code."""
    short = "--short" in sys.argv
    sys.argv = [argument for argument in sys.argv if argument != "--short"]
    measured = asked("Measure how fast quotations are found.")
    alone, everything, fresh = articles_a_second(measured)
    print(f"import of fr_reader.text        {import_time() * 1000:8.1f} ms")
    print(f"quotations found                {alone:8.0f} articles/s  (wanted: {WANTED})")
    print(f"quotations found, first pass    {fresh:8.0f} articles/s")
    print(f"file to JSON Lines              {everything:8.0f} articles/s")
    kept = alone >= WANTED
    for name, joint in () if short else (("many paragraphs", "\n\n"), ("one paragraph", " ")):
        base, times = ratio(joint)
        print(f"1 MB, {name:25} {base:8.2f} s")
        print(f"10 MB : 1 MB, {name:17} {times:8.2f}             (at most {MOST:g})")
        kept = kept and times <= MOST
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
