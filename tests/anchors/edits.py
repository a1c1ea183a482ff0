"""Edits of texts that remember where they come from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from tests.anchors.desk import PARAGRAPH, SENTENCE, WORD
from tests.anchors.letters import fresh, written
from tests.anchors.newsroom import Newsroom
from tests.anchors.notations import NOTATIONS

Deed = Callable[[], None]


@dataclass
class Editor(Newsroom):
    """One text and what is done to it."""

    deeds: list[str] = field(default_factory=list)

    def edit(self, deeds: int) -> None:
        """Do some deeds, moves first: what is copied afterwards is told from what was moved."""
        table = self.table()
        chosen = [self.random.choice(table) for _ in range(deeds)]
        for _, deed in sorted(chosen, key=lambda item: item[0]):
            self.deeds.append(deed.__name__)
            deed()

    def table(self) -> list[tuple[int, Deed]]:
        """The deeds, each with its turn and as often as it is to come."""
        return [
            (0, self.move),
            (0, self.swap),
            (1, self.rename),
            (1, self.shorten),
            (3, self.interrupt),
            (3, self.go_on_live),
            (5, self.correct),
            *[(1, self.insert)] * 3,
            *[(1, self.replace_words)] * 2,
            *[(1, self.delete_words)] * 2,
            (2, self.duplicate),
            (3, self.insert),
            (4, self.delete_passage),
            *[(6, self.notation)] * 2,
        ]

    def insert(self) -> None:
        """Put new words, a sentence or a paragraph somewhere."""
        kind = self.random.randrange(3)
        pattern = (WORD, SENTENCE, PARAGRAPH)[kind]
        new = (
            self.words.words(self.random.randint(1, 6)) + " ",
            self.words.sentence() + " ",
            self.words.paragraph() + "\n\n",
        )[kind]
        at = self.random.choice(self.breaks(pattern))
        self.letters[at:at] = fresh(new)

    def replace_words(self) -> None:
        """Put other words in the place of one to three."""
        self.put(*self.stretch(WORD, 3), self.words.words(self.random.randint(1, 4)) + " ")

    def delete_words(self) -> None:
        """Leave out one to three words."""
        start, end = self.stretch(WORD, 3)
        del self.letters[start:end]

    def delete_passage(self) -> None:
        """Leave out words, sentences or paragraphs."""
        start, end = self.piece()
        del self.letters[start:end]

    def move(self) -> None:
        """Put a paragraph or two elsewhere, if they have no twin nobody could tell them from."""
        start, end = self.stretch(PARAGRAPH, 2)
        passage = self.letters[start:end]
        if not self.alone(passage):
            return
        del self.letters[start:end]
        at = self.random.choice(self.breaks(PARAGRAPH))
        self.letters[at:at] = passage

    def duplicate(self) -> None:
        """Copy a passage, of a third of the text at most, to another place.

        A copy of more is the article, and what is left of the other one a fragment. It is not put
        where the original stood before it was moved, nor where it completes a twin of its own end
        or beginning: there it would be the original to every reader.
        """
        start, end = self.piece()
        if (end - start) * 3 > len(self.letters):
            return
        self.copies += 1
        passage = [replace(letter, copy=self.copies) for letter in self.letters[start:end]]
        places = [at for at in self.breaks(WORD) if not self._was_home(at, start, end)]
        if places:
            at = self.random.choice(places)
            self.letters[at:at] = passage

    def _was_home(self, at: int, start: int, end: int) -> bool:
        first, last = self.letters[start].origin, self.letters[end - 1].origin
        before = self.letters[at - 1].origin if at else -1
        after = self.letters[at].origin if at < len(self.letters) else None
        home = first is not None and before is not None and 0 <= first - 1 - before <= 40
        home = home or (last is not None and after is not None and 0 <= after - last - 1 <= 40)
        return home or self._completes(at, start, end)

    def _completes(self, at: int, start: int, end: int) -> bool:
        """Whether what stands before or behind `at` also stands beside a twin of the passage."""
        text = written(self.letters)
        first, last = text[start : min(end, start + 15)], text[max(start, end - 15) : end]
        before, after = text[max(0, at - 10) : at], text[at : at + 10]
        return before + first in text or last + after in text

    def notation(self) -> None:
        """Change how the words are written down, and not one word."""
        rewrite = self.random.choice(NOTATIONS)
        self.deeds[-1] = rewrite.__name__
        self.letters = rewrite(self.letters)
