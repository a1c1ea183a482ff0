"""Many edited texts, and what became of the quotations in them.

`python -m tests.anchors.many 10000` prints the figures.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import takewhile
from random import Random

from fr_reader.anchors import Carrier, Found, State
from fr_reader.anchors.folding import fold
from fr_reader.anchors.likeness import likeness
from fr_reader.ingest import seeds
from fr_reader.model import Span
from tests.anchors.edits import Editor
from tests.anchors.letters import remembered, written
from tests.anchors.made_up import MadeUp
from tests.anchors.notations import NOTATIONS
from tests.anchors.truth import Ledger, Truth

QUOTATIONS = 12
"""How many quotations are looked for in each edited text."""

_HALF = 0.5
_AROUND = 25

_SEED = next(iter(seeds())).text


@dataclass(frozen=True, slots=True)
class Case:
    """One quotation in one edited text; `own`: whether its place has its own letters alone."""

    seed: int
    deeds: tuple[str, ...]
    old: str
    new: str
    span: Span
    truth: Truth
    found: Found
    own: bool

    @property
    def wrong(self) -> bool:
        """Whether it was placed, without asking, where its words are not."""
        if not self.found.state.placed or self.own or self._amid_its_own():
            return False
        if self.truth.kind == "copied, then deleted":  # the only copy left is where it has gone
            there, copies = self.found.places[0].span, self.truth.copies
            return len(copies) > 1 or self._words(there) != self._words(copies[0])
        return not (self.truth.kind == "changed" and self._stands_once())

    def _amid_its_own(self) -> bool:
        """Whether some letters on each side stand with it as they did, all that agree once in each.

        Where a copy of a twin has come to stand just there, nobody can tell it from the passage:
        the same new text comes about when something is put in beside it, and it is not touched.
        """
        old, new, words = spelt(self.old), spelt(self.new), spelt(self.span.of(self.old))
        at = len(spelt(self.old[: self.span.start]))
        to = len(spelt(self.new[: self.found.places[0].span.start]))
        lead = _alike(old[:at][::-1], new[:to][::-1])
        tail = _alike(old[at:], new[to:]) - len(words)
        whole = old[at - lead : at + len(words) + tail]
        return min(lead, tail) >= _AROUND and old.count(whole) == new.count(whole) == 1

    @property
    def unlike(self) -> bool:
        """Whether a place is offered for deleted words that has not half of them.

        Half of the words themselves, or words that are alike by half of their letters.
        """
        if self.truth.kind != "deleted" or self.found.state is not State.FUZZY:
            return False
        words = self.span.of(self.old)
        places = (place.span.of(self.new) for place in self.found.places)
        return any(
            likeness(spelt(words), spelt(there)) < _HALF and _kept(words, there) < _HALF
            for there in places
        )

    def _stands_once(self) -> bool:
        """Whether its words stand once in each text, and are where they were found.

        A quotation that ran on into one of two twin passages is there as it was when the other
        twin has come to follow it.
        """
        words = spelt(self.span.of(self.old))
        there = spelt(self.found.places[0].span.of(self.new))
        return there == words and spelt(self.new).count(words) == spelt(self.old).count(words) == 1

    def _words(self, place: Span) -> list[int]:
        return [at for at in range(place.start, place.end) if self.new[at].isalnum()]

    def __str__(self) -> str:
        places = [(p.span.as_list(), p.span.of(self.new), p.likeness) for p in self.found.places]
        return (
            f"seed {self.seed} {self.deeds}\n  {self.span.of(self.old)!r} {self.truth}\n"
            f"  {self.found.state}: {places}"
        )


def spelt(text: str) -> str:
    """The letters and figures of a text, composed, and none joined in print."""
    return "".join(char for char in unicodedata.normalize("NFKC", text) if char.isalnum())


def _alike(one: str, other: str) -> int:
    """How many letters two texts begin with alike."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _kept(words: str, there: str) -> float:
    """The share of the words that stand in the other passage too."""
    one, other = (Counter(re.findall(r"\w+", fold(text).text)) for text in (words, there))
    return (one & other).total() / max(1, one.total())


def cases(seed: int) -> Iterator[Case]:
    """The quotations of one edited text: a made-up one, or now and then the seed article."""
    random = Random(seed)
    words = MadeUp(random, random.choice([40, 300, 1000]))
    old = _SEED if random.random() < 0.05 else words.article()
    if random.random() < 0.15:
        old = written(random.choice(NOTATIONS)(remembered(old)))
    editor = Editor(random, remembered(old), words)
    editor.edit(random.choice([1, 1, 2, 3, 5, 8]))
    new = written(editor.letters)
    ledger, carrier = Ledger(old, editor.letters), Carrier(old, new)
    starts = [0, *(at + 1 for at, char in enumerate(old[:-1]) if char.isspace())]
    for _ in range(QUOTATIONS):
        span = quotation(random, old, starts)
        found = carrier.find(span)
        own = bool(found.places) and ledger.own(span, found.places[0].span)
        yield Case(seed, tuple(editor.deeds), old, new, span, ledger.of(span), found, own)


def quotation(random: Random, text: str, starts: list[int]) -> Span:
    """A passage as coders mark them: a word to a few sentences, now and then off by a bit."""
    length = random.choice([1, 2, 3, 5, 8, 12, 12, 20, 20, 40])
    first = random.randrange(len(starts))
    last = min(first + length, len(starts) - 1)
    start, end = starts[first], starts[last] if last > first else len(text)
    end = max(start + 1, end - random.randint(0, 1))
    if random.random() < 0.05:
        start, end = max(0, start - 1), min(len(text), end + 1)
    if any(char.isalnum() for char in text[start:end]):
        return Span(start, end)
    return quotation(random, text, starts)


@dataclass
class Figures:
    """What was counted."""

    texts: int = 0
    states: Counter[tuple[str, str]] = field(default_factory=Counter)
    wrong: list[Case] = field(default_factory=list)
    unlike: list[Case] = field(default_factory=list)

    def take(self, seeds: Iterable[int]) -> Figures:
        """Count the quotations of the texts with these seeds."""
        for seed in seeds:
            self.texts += 1
            for case in cases(seed):
                self.states[case.truth.kind, case.found.state.value] += 1
                if case.wrong:
                    self.wrong.append(case)
                if case.unlike:
                    self.unlike.append(case)
        return self

    def share(self, kind: str, *states: str, copied: bool = True) -> float:
        """Of the quotations of a kind the share found in one of the states.

        Those `copied` elsewhere as well are taken in, or not.
        """
        kinds = {kind, f"{kind}, copied"} if copied else {kind}
        of_kind = {key: n for key, n in self.states.items() if key[0] in kinds}
        there = sum(n for (_, state), n in of_kind.items() if state in states)
        return there / max(1, sum(of_kind.values()))

    def lines(self) -> Iterator[str]:
        """The figures for people."""
        yield f"{self.texts} edited texts, {sum(self.states.values())} quotations"
        for kind in sorted({kind for kind, _ in self.states}):
            counts = {state: n for (k, state), n in sorted(self.states.items()) if k == kind}
            told = ", ".join(f"{n} {state}" for state, n in counts.items())
            yield f"{kind}: {sum(counts.values())}: {told}"
        for what, states in (("found again", ("exact", "moved")), ("fuzzy", ("fuzzy",))):
            share = self.share("untouched", *states)
            alone = self.share("untouched", *states, copied=False)
            yield f"untouched words {what}: {share:.2%}; not copied: {alone:.2%}"
        yield f"deleted words known as orphans: {self.share('deleted', 'orphan'):.2%}"
        yield f"offered where words are not like them: {len(self.unlike)}"
        yield f"silently wrong: {len(self.wrong)}"


if __name__ == "__main__":
    texts = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    figures = Figures().take(range(first, first + texts))
    print(*figures.lines(), sep="\n")
    print(*figures.wrong[:10], sep="\n")
    sys.exit(bool(figures.wrong or figures.unlike))
