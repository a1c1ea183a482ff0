"""The desk an edited text lies on: where its pieces begin, and how one is put for another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
from random import Random

from tests.anchors.letters import Letters, fresh, written
from tests.anchors.made_up import MadeUp

PARAGRAPH = r"\r?\n\r?\n"
SENTENCE = r"[.…?”]\s+"
WORD = r"\s+"


@dataclass
class Desk:
    """One text, and words to put into it; `copies` is how many passages of it were copied."""

    random: Random
    letters: Letters
    words: MadeUp
    copies: int = 0

    def breaks(self, pattern: str) -> list[int]:
        """Where pieces that end so begin."""
        return [0, *(m.end() for m in re.finditer(pattern, written(self.letters)))]

    def stretch(self, pattern: str, most: int) -> tuple[int, int]:
        """A stretch of one to `most` of the pieces the pattern ends."""
        breaks = sorted({*self.breaks(pattern), len(self.letters)})
        if len(breaks) < 2:
            return 0, len(self.letters)
        first = self.random.randrange(len(breaks) - 1)
        last = min(len(breaks) - 1, first + self.random.randint(1, most))
        return breaks[first], breaks[last]

    def piece(self) -> tuple[int, int]:
        """A passage: some words, sentences or paragraphs."""
        pattern, most = self.random.choice([(WORD, 12), (SENTENCE, 3), (PARAGRAPH, 2)])
        return self.stretch(pattern, most)

    def put(self, start: int, end: int, text: str) -> None:
        """Put a text in the place of another one.

        What both begin or end with is not replaced: nobody could tell.
        """
        there = re.findall(r"\S+\s*|\s+", written(self.letters[start:end]))
        words = re.findall(r"\S+\s*|\s+", text)
        head = _same(there, words)
        tail = _same(there[head:][::-1], words[head:][::-1])
        start += sum(map(len, there[:head]))
        end -= sum(map(len, there[len(there) - tail :]))
        self.letters[start:end] = fresh("".join(words[head : len(words) - tail]))

    def alone(self, passage: Letters) -> bool:
        """Whether no paragraph of it has a twin."""
        text = written(self.letters)
        return all(text.count(one) == 1 for one in re.split(PARAGRAPH, written(passage)) if one)


def _same(one: list[str], other: list[str]) -> int:
    """How many words two passages begin with alike."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
