"""How many keys it takes to mark what an analyst would mark.

    python -m benchmarks.keystrokes [--each]

Replays the 100 gold spans of `gold_spans.toml` in the running app at 80 × 24: quotations with their
speaker, sentences, clauses and phrases of the seed article and of made-up ones. The cursor begins
where the last span left it. Keys that only scroll the text until the passage is in sight are
counted apart, as reading. For each span the ways a user knows are tried in turn and the shortest
one counts that marks the span exactly; the tag’s key is counted, the mouse is not there. Exit
code 1 when an offset is not the gold’s or a claim does not hold.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from fr_reader.app.main import FrReader
from fr_reader.app.screens.picker import Picker
from fr_reader.app.screens.reader import ReaderScreen
from fr_reader.ingest import seeds
from fr_reader.model import Article, Span, hull
from fr_reader.store import MemoryStore

CLAIMS = {"quotation": 4, "sentence": 6, "clause": 6, "phrase": 9}
"""At most so many keys: the median of quotations, every one of the others."""
GOLD = Path(__file__).with_name("gold_spans.toml")


@dataclass(frozen=True, slots=True)
class Gold:
    """One span to mark: its segments and the code or the speaker it is to have."""

    kind: str
    segments: tuple[Span, ...]
    code: str
    who: str


class Hands:
    """Presses keys and counts them."""

    def __init__(self, pilot: Pilot[None]) -> None:
        self.pilot = pilot
        self.pressed: list[str] = []

    @property
    def screen(self) -> ReaderScreen:
        """The reader."""
        return next(s for s in self.pilot.app.screen_stack if isinstance(s, ReaderScreen))

    async def press(self, *keys: str) -> None:
        """Press these keys, one after the other."""
        for key in keys:
            self.pressed.append(key)
            await self.pilot.press(key)
        await self.pilot.pause()

    async def label(self, offset: int, capital: bool = False) -> bool:
        """Type the label drawn at an offset, its last letter in capitals if asked; False where
        there is none."""
        labels = self.screen.labels
        label = labels.shown.get(offset) if labels is not None else None
        if label is None:
            return False
        await self.press(label[0], label[1].upper() if capital else label[1])
        return True

    @property
    def marked(self) -> tuple[Span, ...]:
        """What a tag would be put on now."""
        passage = self.screen.state.passage
        return passage.segments if passage is not None else ()


Way = Callable[[Hands, Gold], Awaitable[bool]]


async def quotation_next(hands: Hands, gold: Gold) -> bool:
    """The next quotation."""
    await hands.press("right_square_bracket")
    return hands.marked == gold.segments


async def suggestion_next(hands: Hands, gold: Gold) -> bool:
    """The next suggestion."""
    await hands.press("space")
    return hands.marked == gold.segments


async def quotation_label(hands: Hands, gold: Gold) -> bool:
    """The label of the quotation."""
    await hands.press("f")
    return await hands.label(gold.segments[0].start) and hands.marked == gold.segments


def steps(key: str) -> Way:
    """A unit or two further on."""

    async def way(hands: Hands, gold: Gold) -> bool:
        for _ in range(3):
            await hands.press(key)
            if hands.marked == gold.segments:
                return True
        return False

    return way


def word_and_object(*object_: str) -> Way:
    """The label of the first word, then the object it is in."""

    async def way(hands: Hands, gold: Gold) -> bool:
        await hands.press("F")
        first = first_word(hands, gold)
        if not await hands.label(first.start):
            return False
        await hands.press(*object_)
        return hands.marked == gold.segments

    return way


async def word_to_word(hands: Hands, gold: Gold) -> bool:
    """The labels of the first and the last word, in capitals where marks go along; what marks do
    not belong, or belong only in part, by characters."""
    first, last = first_word(hands, gold), last_word(hands, gold)
    start, end = gold.segments[0].start, gold.segments[-1].end
    await hands.press("V")
    if not await hands.label(first.start, capital=start < first.start):
        return False
    if not await hands.label(last.start, capital=end > last.end):
        return False
    for _ in range(3):
        if hands.marked and hands.marked[-1].end != end:
            await hands.press("l" if hands.marked[-1].end < end else "h")
    return hands.marked == gold.segments


def first_word(hands: Hands, gold: Gold) -> Span:
    """The first word of a span."""
    return words_of(hands, gold)[0]


def last_word(hands: Hands, gold: Gold) -> Span:
    """The last word of a span."""
    return words_of(hands, gold)[-1]


def words_of(hands: Hands, gold: Gold) -> list[Span]:
    """All its words, as the labels stand on them."""
    from fr_reader.app.cursor import Unit

    moves, span = hands.screen.state.moves, hull(gold.segments)
    first, last = (moves.reading.paragraph_at(at) for at in (span.start, span.end - 1))
    found = (word for at in range(first, last + 1) for word in moves.units(Unit.WORD, at))
    return [word for word in found if word.overlaps(span)]


WAYS: dict[str, tuple[Way, ...]] = {
    "quotation": (quotation_next, suggestion_next, quotation_label, word_to_word),
    "sentence": (
        *(steps("right_parenthesis"), word_and_object("i", "s")),
        *(word_and_object("I", "s"), word_to_word),
    ),
    "clause": (
        *(steps("semicolon"), word_and_object("i", "c"), word_and_object("I", "c")),
        *(word_to_word, word_and_object("i", "c", "i", "c")),
    ),
    "phrase": (word_to_word, steps("w")),
}


async def to_sight(hands: Hands, gold: Gold) -> int:
    """Scroll until the passage is in sight; how many keys it took."""
    span, before = hull(gold.segments), len(hands.pressed)
    view = hands.screen.view
    for _ in range(200):
        shown = view.span_shown()
        if shown.start <= span.start and (span.end <= shown.end or len(gold.segments) > 1):
            break
        await hands.press("ctrl+d" if span.end > shown.end else "ctrl+u")
    return len(hands.pressed) - before


async def shortest(hands: Hands, gold: Gold) -> Way | None:
    """The way with the fewest keys that marks the span exactly, from where the cursor is."""
    state = hands.screen.state
    focus, best, fewest = state.focus, None, 1000
    for way in WAYS[gold.kind]:
        state.focus, state.selection = focus, None
        hands.screen.leave_mode()
        hands.screen.show_cursor()
        before = len(hands.pressed)
        done = await way(hands, gold)
        pressed = len(hands.pressed) - before
        if done and pressed < fewest:
            best, fewest = way, pressed
    hands.screen.leave_mode()
    state.focus, state.selection = focus, None
    hands.screen.show_cursor()
    await hands.pilot.pause()
    return best


async def name_speaker(hands: Hands, gold: Gold) -> None:
    """Accept the speaker who is suggested, or name another one."""
    state = hands.screen.state
    proposed = state.proposed if state.selection is None else None
    if proposed is not None and proposed.who == gold.who:
        await hands.press("a")
        return
    await hands.press("s")
    picker = hands.pilot.app.screen
    assert isinstance(picker, Picker)
    for letter in gold.who.casefold().split()[-1]:
        if picker.offered == gold.who:
            break
        await hands.press(letter)
    if picker.offered != gold.who:  # nobody is called so yet
        await hands.press("ctrl+u", *("space" if key == " " else key for key in gold.who))
        if picker.offered:
            await hands.press("up")  # to the row that makes a new one
    await hands.press("enter")


async def mark(hands: Hands, gold: Gold) -> tuple[int, int]:
    """Mark one span: the keys it took, and those of reading.

    Raises AssertionError if what is stored is not the gold’s.
    """
    state = hands.screen.state
    reading = await to_sight(hands, gold)
    way = await shortest(hands, gold)
    assert way is not None, "no way marks it"
    before = len(hands.pressed)
    await way(hands, gold)
    if gold.kind == "quotation":
        await name_speaker(hands, gold)
    else:
        await hands.press("c" if gold.code == "claim" else "o")
    await hands.pilot.app.workers.wait_for_complete()
    made = [a for a in state.desk.annotations if a.segments == gold.segments]
    names = {s.id: s.name for s in state.desk.speakers}
    wanted = any(a.code == gold.code and names.get(a.speaker, "") == gold.who for a in made)
    assert wanted, f"not what the gold says: {[(a.code, names.get(a.speaker)) for a in made]}"
    return len(hands.pressed) - before, reading


def golds(table: dict[str, Any]) -> Iterator[tuple[Article, list[Gold]]]:
    """The articles with their spans, in text order."""
    seed = next(iter(seeds()))
    for entry in table["article"]:
        article = seed if entry["id"] == "seed" else Article(entry["id"], entry["text"].strip())
        spans = [s for s in table["span"] if s["article"] == entry["id"]]
        yield article, sorted((gold(article.text, s) for s in spans), key=lambda g: g.segments)


def gold(text: str, entry: dict[str, Any]) -> Gold:
    """One entry of the gold file, its words found in the text."""
    at, found = -1, []
    for words in entry.get("segments") or [entry["words"]]:
        for _ in range(entry.get("nth", 1) if at < 0 else 1):
            at = text.index(words, at + 1)
        found.append(Span(at, at + len(words)))
    return Gold(entry["kind"], tuple(found), entry.get("code", ""), entry.get("who", ""))


async def replay(article: Article, spans: list[Gold], each: bool) -> list[tuple[str, int, int]]:
    """Mark all spans of one article; kind, keys and reading keys of each."""
    store = MemoryStore("analyst")
    entry, _ = store.add(article)
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        app = FrReader(store, Path(folder), entry.id)
        async with app.run_test(size=(80, 24)) as pilot:
            await app.workers.wait_for_complete()
            await pilot.pause()
            hands = Hands(pilot)
            for one in spans:
                words = one.segments[0].of(article.text)
                try:
                    keys, reading = await mark(hands, one)
                except AssertionError as error:
                    print(f"{article.name}: {one.kind} {words[:60]!r}: {error}")
                    keys, reading = 1000, 0
                if each:
                    print(f"{one.kind:10} {keys:5} {words[:60]!r}")
                rows.append((one.kind, keys, reading))
    return rows


async def main(each: bool) -> int:
    """Replay everything and print the table; the exit code."""
    import tomllib

    rows: list[tuple[str, int, int]] = []
    for article, spans in golds(tomllib.loads(GOLD.read_text("utf-8"))):
        rows += await replay(article, spans, each)
    missed = 0
    for kind, most in CLAIMS.items():
        keys = sorted(row[1] for row in rows if row[0] == kind)
        figure = statistics.median(keys) if kind == "quotation" else keys[-1]
        missed += figure > most
        name = "median" if kind == "quotation" else "most"
        print(
            f"{kind:10} {len(keys):3} spans   median {statistics.median(keys):4.1f}"
            f"   most {keys[-1]:3}   (claim: {name} {most})"
        )
    print(f"reading    {sum(row[2] for row in rows)} keys scrolled; mouse events 0")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main("--each" in sys.argv)))
