"""Damaged documents by the thousand, the same each time: `python -m tests.ingest.fuzzing 10000`.

Valid made-up documents of every format are cut, flipped, spliced and repeated; every one must
become an article or an InputError, in bounded time.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from collections.abc import Iterator

from fr_reader.ingest import from_bytes
from fr_reader.model import InputError
from tests.ingest import made_up
from tests.ingest.test_html import BODY, ld, page

SLOWEST = 20.0
"""No input may take so many seconds."""


def documents() -> list[tuple[str, bytes]]:
    """Valid documents to begin with, as (name, bytes)."""
    texts = made_up.paragraphs(4, 9)
    inner = f"<html>{BODY}</html>"
    return [
        ("a.html", page(ld({"@type": "Article", "headline": "Made up"}) + "<meta charset=utf-8>")),
        ("a.pdf", made_up.pdf(texts, two=True, title="Made up")),
        ("a.epub", made_up.epub([inner, inner])),
        ("a.docx", made_up.word()),
        ("a.txt", "\n\n".join(texts).encode()),
        ("a.md", ("---\ntitle: Made up\n---\n\n" + texts[0]).encode()),
    ]


def inputs(count: int, seed: int = 1) -> Iterator[tuple[str, bytes]]:
    """So many damaged documents, the same for the same seed."""
    chance = random.Random(seed)
    valid = documents()
    unpacked = {
        name: made_up.unpacked(data) for name, data in valid if name in ("a.epub", "a.docx")
    }
    for number in range(count):
        name, data = valid[number % len(valid)]
        if name in unpacked and chance.random() < 0.6:  # damage inside a whole archive
            files = dict(unpacked[name])
            path = chance.choice(list(files))
            files[path] = _damaged(chance, files[path] or b"x", chance.choice(valid)[1])
            yield name, made_up.packed(files)
        else:
            yield name, _damaged(chance, data, chance.choice(valid)[1])


def _damaged(chance: random.Random, data: bytes, other: bytes) -> bytes:
    for _ in range(chance.randint(1, 4)):
        at, to = sorted((chance.randrange(len(data) + 1), chance.randrange(len(data) + 1)))
        way = chance.randrange(5)
        if way == 0:
            data = data[:at] or data
        elif way == 1:
            flipped = bytearray(data)
            for _ in range(chance.randint(1, 20)):
                flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
            data = bytes(flipped)
        elif way == 2:
            start = chance.randrange(len(other))
            data = data[:at] + other[start : start + chance.randint(1, 400)] + data[at:]
        elif way == 3:
            data = (
                data[:at]
                + data[at : at + chance.randint(1, 60)] * chance.randint(2, 300)
                + (data[at:])
            )
        else:
            data = data[:at] + data[min(to, at + 200) :] or data
    return data


def run(count: int, seed: int = 1) -> tuple[Counter[str], float, str]:
    """How many became articles and how many were refused, and the slowest in seconds, by name.

    Raises whatever is no InputError, and AssertionError where one took too long.
    """
    came: Counter[str] = Counter()
    slowest, which = 0.0, ""
    for number, (name, data) in enumerate(inputs(count, seed)):
        began = time.perf_counter()
        try:
            from_bytes(data, name)
            came[f"{name} read"] += 1
        except InputError as error:
            assert name in str(error) and "\n" not in str(error), str(error)
            came[f"{name} refused"] += 1
        except Exception:
            print(f"input {number}, {name}, {len(data)} bytes", file=sys.stderr)
            raise
        took = time.perf_counter() - began
        if took > slowest:
            slowest, which = took, f"{name} (input {number})"
        assert took < SLOWEST, f"{which} took {took:.1f} s"
    return came, slowest, which


if __name__ == "__main__":
    figures, seconds, where = run(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
    print(dict(sorted(figures.items())), f"slowest: {seconds:.2f} s, {where}")
