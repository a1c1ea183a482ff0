"""Texts that remember, letter by letter, where they come from, and edits of such texts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from random import Random

from tests.anchors.made_up import MadeUp


@dataclass(frozen=True, slots=True)
class Letter:
    """Some code points, the place in the old text they come from (None: from nowhere) …

    … and which copy of it this is, 0 for the letter itself.
    """

    char: str
    origin: int | None = None
    copy: int = 0


Letters = list[Letter]

_SPACES = (" ", "\n\n", "\u00a0", "\u2009 ")


def remembered(text: str) -> Letters:
    """A text before any edit."""
    return [Letter(char, at) for at, char in enumerate(text)]


def written(letters: Letters) -> str:
    """The text itself."""
    return "".join(letter.char for letter in letters)


def _new(text: str) -> Letters:
    return [Letter(char) for char in text]


@dataclass
class Editor:
    """One text and what is done to it."""

    random: Random
    letters: Letters
    words: MadeUp
    copies: int = 0
    deeds: list[str] = field(default_factory=list)

    def edit(self, deeds: int) -> None:
        """Do some deeds, moves first: what is copied afterwards is told from what was moved."""
        table: list[tuple[int, Callable[[], None]]] = [
            (0, self.move),
            *[(1, self.insert)] * 3,
            *[(1, self.replace_words)] * 2,
            *[(1, self.delete_words)] * 2,
            (2, self.duplicate),
            (3, self.insert),
            (4, self.delete_passage),
            *[(5, self.notation)] * 2,
        ]
        chosen = [self.random.choice(table) for _ in range(deeds)]
        for _, deed in sorted(chosen, key=lambda item: item[0]):
            self.deeds.append(deed.__name__)
            deed()

    # where

    def _breaks(self, pattern: str) -> list[int]:
        return [0, *(m.end() for m in re.finditer(pattern, written(self.letters)))]

    def _stretch(self, pattern: str, most: int) -> tuple[int, int]:
        """A stretch of one to `most` of the pieces the pattern ends."""
        breaks = sorted({*self._breaks(pattern), len(self.letters)})
        if len(breaks) < 2:
            return 0, len(self.letters)
        first = self.random.randrange(len(breaks) - 1)
        last = min(len(breaks) - 1, first + self.random.randint(1, most))
        return breaks[first], breaks[last]

    def _piece(self) -> tuple[int, int]:
        """A passage: some words, sentences or paragraphs."""
        pattern, most = self.random.choice([(r"\s+", 12), (r"[.…?”]\s+", 3), (r"\n\n", 2)])
        return self._stretch(pattern, most)

    # deeds

    def insert(self) -> None:
        """Put new words, a sentence or a paragraph somewhere."""
        kind = self.random.randrange(3)
        pattern = (r"\s+", r"[.…?”]\s+", r"\n\n")[kind]
        new = (
            self.words.words(self.random.randint(1, 6)) + " ",
            self.words.sentence() + " ",
            self.words.paragraph() + "\n\n",
        )[kind]
        at = self.random.choice(self._breaks(pattern))
        self.letters[at:at] = _new(new)

    def replace_words(self) -> None:
        """Put other words in the place of one to three."""
        start, end = self._stretch(r"\s+", 3)
        self.letters[start:end] = _new(self.words.words(self.random.randint(1, 4)) + " ")

    def delete_words(self) -> None:
        """Leave out one to three words."""
        start, end = self._stretch(r"\s+", 3)
        del self.letters[start:end]

    def delete_passage(self) -> None:
        """Leave out words, sentences or paragraphs."""
        start, end = self._piece()
        del self.letters[start:end]

    def move(self) -> None:
        """Put a paragraph or two elsewhere, if they have no twin nobody could tell them from."""
        start, end = self._stretch(r"\n\n", 2)
        passage = self.letters[start:end]
        text = written(self.letters)
        if any(text.count(one) > 1 for one in written(passage).split("\n\n") if one):
            return
        del self.letters[start:end]
        at = self.random.choice(self._breaks(r"\n\n"))
        self.letters[at:at] = passage

    def duplicate(self) -> None:
        """Copy a passage to another place.

        Not to where the original stood before it was moved: there it would be the original to
        every reader.
        """
        start, end = self._piece()
        self.copies += 1
        passage = [replace(letter, copy=self.copies) for letter in self.letters[start:end]]
        places = [at for at in self._breaks(r"\s+") if not self._was_home(at, start, end)]
        if places:
            at = self.random.choice(places)
            self.letters[at:at] = passage

    def _was_home(self, at: int, start: int, end: int) -> bool:
        first, last = self.letters[start].origin, self.letters[end - 1].origin
        before = self.letters[at - 1].origin if at else -1
        after = self.letters[at].origin if at < len(self.letters) else None
        home = first is not None and before is not None and 0 <= first - 1 - before <= 40
        return home or (last is not None and after is not None and 0 <= after - last - 1 <= 40)

    def notation(self) -> None:
        """Change how the words are written down, and not one word."""
        rewrite = self.random.choice([decomposed, composed, crlf, straightened, spaced, dashed])
        self.deeds[-1] = rewrite.__name__
        self.letters = rewrite(self.letters)


def _each(letters: Letters, table: dict[str, str]) -> Letters:
    return [
        replace(letter, char=char)
        for letter in letters
        for char in table.get(letter.char, letter.char)
    ]


def decomposed(letters: Letters) -> Letters:
    """NFD."""
    return [
        replace(letter, char=char)
        for letter in letters
        for char in unicodedata.normalize("NFD", letter.char)
    ]


def composed(letters: Letters) -> Letters:
    """NFC; a composed letter comes from where its first part did."""
    done: Letters = []
    for letter in letters:
        joined = unicodedata.normalize("NFC", done[-1].char + letter.char) if done else ""
        if len(joined) == 1:
            done[-1] = replace(done[-1], char=joined)
        else:
            done.append(letter)
    return done


def crlf(letters: Letters) -> Letters:
    """Lines that end as under Windows."""
    return _each(letters, {"\n": "\r\n"})


def straightened(letters: Letters) -> Letters:
    """Straight quotation marks and three full stops."""
    return _each(letters, {**dict.fromkeys("“”", '"'), **dict.fromkeys("‘’", "'"), "…": "..."})


def spaced(letters: Letters) -> Letters:
    """Other white space: lines broken anew, no-break spaces, double ones."""
    return [
        replace(letter, char=char)
        for number, letter in enumerate(letters)
        for char in (_SPACES[number % 4] if letter.char == " " else letter.char)
    ]


def dashed(letters: Letters) -> Letters:
    """Other dashes."""
    return _each(letters, {"—": "--", "-": "‑"})
