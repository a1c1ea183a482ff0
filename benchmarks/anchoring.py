"""How long it takes to carry annotations over to a new text, and how it grows.

    python -m benchmarks.anchoring

Made-up articles of 5,000, 50,000 and 500,000 characters are edited (a paragraph moved, one left
out, a sentence put in, marks straightened), and 20 annotations are carried over, in one process,
in its processor time. The baseline is difflib.SequenceMatcher's matching blocks over the words of
the same two texts, without its heuristic for frequent words, measured in the same run where it
ends in reasonable time: it grows with the square of the text. Then texts made to be hard: one word
again and again, one sentence again and again, few words in random order, one endless word. Exit
code 1 when the longest article took over `MOST` times the one a tenth as long, or a hard text of
50,000 characters over `LIMIT` seconds.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise
from random import Random

from benchmarks.reading_speed import made_text
from fr_reader.anchors import Carrier
from fr_reader.model import Span

SIZES = (5_000, 50_000, 500_000)
HARD = 50_000
ANNOTATIONS = 20
BASELINE_UP_TO = 50_000
MOST = 15.0
LIMIT = 5.0


def article(random: Random, size: int) -> str:
    """A made-up article of about `size` characters, its words as frequent as those of a language.

    The word of rank r comes about 1/r as often as the first one (Zipf's law).
    """
    coined = ["".join(random.choices("aeiourstnl", k=2 + rank % 8)) for rank in range(4_000)]
    weights = [1 / rank for rank in range(1, len(coined) + 1)]
    paragraphs, length = [], 0
    while length < size:
        words = random.choices(coined, weights, k=random.randint(15, 70))
        paragraphs.append(f"“{' '.join(words[:9])},” {' '.join(words[9:])}.")
        length += len(paragraphs[-1]) + 2
    return "\n\n".join(paragraphs)


def edited(text: str) -> str:
    """What became of a made-up article."""
    parts = text.split("\n\n")
    third = len(parts) // 3
    parts = [*parts[third:-2], parts[0], "A sentence nobody had written before.", *parts[2:third]]
    return "\n\n".join(parts).replace("“", '"').replace("”", '"')


def hard(random: Random) -> Iterator[tuple[str, str, str]]:
    """Texts made to be hard, each with its name and its edited self."""
    for name, text in (
        ("six sentences", made_text(HARD, "\n\n")),
        ("one word", "no " * (HARD // 3)),
        ("one sentence", "“We were told nothing,” she said. " * (HARD // 34)),
        ("three words", " ".join(random.choices(["to", "be", "or"], k=HARD // 3))),
        ("forty words", " ".join(random.choices([f"w{n}" for n in range(40)], k=HARD // 4))),
        ("one endless word", "a" * HARD),
        ("marks", "“”‘’—…" * (HARD // 6)),
    ):
        half = len(text) // 2
        yield name, text, text[: half - 7] + " Another sentence. " + text[half:] + text[:half]


def spans(text: str) -> list[Span]:
    """Where the annotations are: evenly spread, a phrase to a paragraph long."""
    step = len(text) // ANNOTATIONS
    return [
        Span(at, min(len(text), at + 20 + 15 * n))
        for n, at in enumerate(range(0, step * ANNOTATIONS, step))
    ]


def carried(old: str, new: str) -> tuple[float, Counter[str]]:
    """Seconds to compare two texts and carry the annotations, and what became of them."""
    start = time.process_time()
    carrier = Carrier(old, new)
    states = Counter(carrier.find(span).state.value for span in spans(old))
    return time.process_time() - start, states


def baseline(old: str, new: str) -> float:
    """Seconds difflib takes to match the words."""
    start = time.process_time()
    SequenceMatcher(None, old.split(), new.split(), autojunk=False).get_matching_blocks()
    return time.process_time() - start


def told(name: str, taken: float, base: float | None, states: Counter[str]) -> str:
    """A line of the table."""
    beside = f"{base:8.2f} s" if base is not None else "         —"
    counts = ", ".join(f"{n} {state}" for state, n in sorted(states.items()))
    return f"{name:24} {taken:8.3f} s {beside}   {counts}"


def main() -> int:
    """Print the figures; the exit code."""
    print(f"{ANNOTATIONS} annotations each\n{'':24} {'carried':>10} {'difflib':>10}")
    times: list[float] = []
    for size in SIZES:
        old = article(Random(size), size)
        new = edited(old)
        taken, states = carried(old, new)
        base = baseline(old, new) if size <= BASELINE_UP_TO else None
        print(told(f"{size:,} characters", taken, base, states))
        times.append(taken)
    growth = max(after / before for before, after in pairwise(times))
    print(f"ten times as long takes at most {growth:.1f} times as long (at most {MOST:g})")
    worst = 0.0
    for name, old, new in hard(Random("anchoring")):
        taken, states = carried(old, new)
        print(told(f"{HARD:,}, {name}", taken, None, states), flush=True)
        worst = max(worst, taken)
    print(f"the hardest took {worst:.2f} s (at most {LIMIT:g})")
    return int(growth > MOST or worst > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
