"""A process to be killed: `python -m tests.store.kill_worker FOLDER`.

It makes the acts of `acts()` in a project and prints the number of each once it is acknowledged.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

from fr_reader.model import Act, Anchor, Annotation, Article, Change, Span, Speaker
from fr_reader.store import ProjectStore

CODER = "killed"
TEXT = Article("made-up", "A made-up article. “Nobody said this,” said Nobody.\n" * 40)


def note(number: int) -> Annotation:
    """The tag that act `number` makes."""
    time = f"2000-01-01T00:00:00.{number:06}+00:00"
    anchor = Anchor.at(TEXT, Span(number % 900, number % 900 + 40))
    return Annotation(f"note-{number}", TEXT.id, (anchor,), CODER, time, time, code="claim")


def acts() -> Iterator[Act]:
    """Endless acts, each on what the earlier ones left: tags, speakers, memos, removals."""
    notes: list[Annotation] = []
    for number in count():
        match number % 5:
            case 0 | 1:
                notes.append(note(number))
                yield Act("tag", (Change(None, notes[-1]),))
            case 2:
                person = Speaker(f"speaker-{number}", f"Nobody {number}")
                notes.append(replace(note(number), code="", speaker=person.id))
                yield Act("speaker", (Change(None, notes[-1]), Change(None, person)))
            case 3:
                before = notes[-1]
                notes[-1] = replace(before, memo="made up " * (number % 60))
                yield Act("memo", (Change(before, notes[-1]),))
            case _:
                gone = notes.pop(0)
                yield Act("remove", (Change(gone, None),))


def run(folder: Path) -> None:
    """Act until killed."""
    store = ProjectStore.open(folder, CODER)
    store.add(TEXT)
    print("ready", flush=True)
    for number, act in enumerate(acts()):
        store.apply(act)
        print(number, flush=True)


if __name__ == "__main__":
    run(Path(sys.argv[1]))
