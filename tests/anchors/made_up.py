"""Made-up articles to edit: syllables that mean nothing between the small words of English."""

from __future__ import annotations

import re
from random import Random

_SMALL = tuple(
    "the of and to in a that it was for on is with as at by he she they we not but said".split(" ")  # noqa: SIM905
)
_BEGIN = tuple("br d fl g k l m n p qu r s st t v z ch th é ü å".split(" "))  # noqa: SIM905
_MIDDLE = tuple("a e i o u ai ou ea é ö ñ".split(" "))  # noqa: SIM905
_END = tuple("b d ck l m n nd r st t x ly ç ing".split(" "))  # noqa: SIM905


class MadeUp:
    """Articles made from a random source; the words are few enough to come again and again."""

    def __init__(self, random: Random, words: int = 300) -> None:
        self.random = random
        self._words = [self._coined() for _ in range(words)]

    def _coined(self) -> str:
        pick = self.random.choice
        parts = (pick(_BEGIN) + pick(_MIDDLE) for _ in range(self.random.randint(1, 2)))
        return "".join(parts) + pick(_END)

    def word(self) -> str:
        """A small word or a coined one."""
        return self.random.choice(_SMALL if self.random.random() < 0.45 else self._words)

    def words(self, count: int) -> str:
        """Some words, a comma or a dash here and there."""
        parts = []
        for _ in range(count):
            chance = self.random.random()
            parts.append(self.word() + (", " if chance < 0.08 else " — " if chance < 0.1 else " "))
        return "".join(parts).strip(" ,—") or self.word()

    def sentence(self) -> str:
        """A sentence, every third one quoted."""
        words = self.words(self.random.randint(3, 18))
        words = words[0].upper() + words[1:]
        if self.random.random() < 0.35:
            name = self.random.choice(self._words).title()
            return f"“{words},” said {name}’s {self.word()}."
        return words + self.random.choice([".", ".", ".", "…", "?"])

    def paragraph(self) -> str:
        """One to five sentences."""
        return " ".join(self.sentence() for _ in range(self.random.randint(1, 5)))

    def article(self) -> str:
        """Two to fourteen paragraphs; sentences and whole paragraphs come again now and then."""
        paragraphs: list[str] = []
        for _ in range(self.random.randint(2, 14)):
            chance = self.random.random()
            if paragraphs and chance < 0.03:
                paragraphs.append(self.random.choice(paragraphs))
            elif paragraphs and chance < 0.15:
                again = self.random.choice(self.random.choice(paragraphs).split(". ")).rstrip(".")
                paragraphs.append(f"{self.paragraph()} {again}. {self.sentence()}")
            else:
                paragraphs.append(self.paragraph())
        return "\n\n".join([*self._headline(paragraphs), *self._interrupted(paragraphs)]) + "\n\n"

    def _headline(self, paragraphs: list[str]) -> list[str]:
        """None, some words, or words a paragraph quotes."""
        quoted = [words for one in paragraphs for words in re.findall("“([^”]+),”", one)]
        chance = self.random.random()
        if quoted and chance < 0.2:
            return [f"{self.word().title()}: ‘{self.random.choice(quoted)}’"]
        return [self.words(self.random.randint(4, 9))] if chance < 0.5 else []

    def _interrupted(self, paragraphs: list[str]) -> list[str]:
        """Paragraphs, now and then with one line between them that comes again and again."""
        if self.random.random() > 0.15:
            return paragraphs
        line = self.random.choice(["Advertisement", self.words(4), self.sentence()])
        lines = [[line] if self.random.random() < 0.4 else [] for _ in paragraphs]
        return [
            part for pair in zip(paragraphs, lines, strict=True) for part in (pair[0], *pair[1])
        ]
