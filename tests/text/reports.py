"""Made-up reports on one subject, and copies of them as an editor would leave them.

The words are made of syllables and mean nothing; how often each occurs follows Zipf's law, and the
reports share the stock phrases of their subject, so that unrelated ones have runs of words in
common, as articles about one event have.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate
from random import Random

_SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "is")]


class Newsroom:
    """Makes reports on one made-up subject; the same seed makes the same ones."""

    def __init__(self, seed: int = 1, words: int = 4_000, phrases: int = 120) -> None:
        self.random = Random(seed)
        self._words = sorted({self._word() for _ in range(words * 2)})[:words]
        self.random.shuffle(self._words)
        self._weights = list(accumulate(1 / rank for rank in range(1, len(self._words) + 1)))
        self._phrases = [self._some(self.random.randint(3, 6)) for _ in range(phrases)]

    def report(self, sentences: int = 0, statement: Sequence[str] = ()) -> list[list[str]]:
        """The sentences of a report, each a list of words, some three hundred to nine hundred
        words in all; `statement` stands in it to the letter, given in sentences."""
        number = sentences or self.random.randint(16, 45)
        report = [self._sentence() for _ in range(number)]
        place = self.random.randint(0, number)
        report[place:place] = [sentence.split() for sentence in statement]
        return report

    def statement(self, sentences: int) -> list[str]:
        """What several reports may quote."""
        return [" ".join(self._sentence()) for _ in range(sentences)]

    def edited(
        self, report: Sequence[Sequence[str]], share: float, moved: bool = True
    ) -> list[list[str]]:
        """A copy with `share` of the words substituted, deleted or preceded by another one; with
        `moved` a quarter of the sentences stands elsewhere."""
        copy = [self._edited(sentence, share) for sentence in report]
        for _ in range(len(copy) // 4 if moved else 0):
            sentence = copy.pop(self.random.randrange(len(copy)))
            copy.insert(self.random.randint(0, len(copy)), sentence)
        return [sentence for sentence in copy if sentence]

    def _edited(self, sentence: Sequence[str], share: float) -> list[str]:
        deeds: list[Callable[[str], list[str]]] = [
            lambda _: self._some(1),
            lambda _: [],
            lambda word: [*self._some(1), word],
        ]
        words: list[str] = []
        for word in sentence:
            edited = self.random.random() < share
            words += self.random.choice(deeds)(word) if edited else [word]
        return words

    def _sentence(self) -> list[str]:
        words: list[str] = []
        for _ in range(self.random.randint(2, 5)):
            stock = self.random.random() < 0.25
            words += self.random.choice(self._phrases) if stock else self._some(5)
        return words

    def _some(self, number: int) -> list[str]:
        return self.random.choices(self._words, cum_weights=self._weights, k=number)

    def _word(self) -> str:
        return "".join(self.random.choices(_SYLLABLES, k=self.random.randint(1, 4)))


def printed(report: Sequence[Sequence[str]]) -> str:
    """A report as a text, three sentences a paragraph."""
    said = [" ".join(sentence).capitalize() + "." for sentence in report]
    paragraphs = (" ".join(said[start : start + 3]) for start in range(0, len(said), 3))
    return "\n\n".join(paragraphs) + "\n"
