"""What newspapers do to articles they have printed."""

from __future__ import annotations

import re
from dataclasses import replace

from tests.anchors.desk import PARAGRAPH, SENTENCE, WORD, Desk
from tests.anchors.letters import QUOTED, Letters, fresh, written

_LINES = ("Advertisement", "Sign up to our newsletter.", "Read more: the made-up story so far")
_NOTES = (
    "This article was amended on 3 May. An earlier version said: “{}”",
    "Correction: we wrote “{}” in an earlier version. This was wrong.",
    "“{}”: that is what stood here until Monday, and it was not so.",
)
_QUOTABLE = 40
"""Words a note of correction quotes at most."""


class Newsroom(Desk):
    """Deeds of editors, subeditors and live bloggers."""

    def swap(self) -> None:
        """Let two paragraphs change places, if neither has a twin."""
        breaks = sorted({*self.breaks(PARAGRAPH), len(self.letters)})
        if len(breaks) < 3:
            return
        first, second = sorted(self.random.sample(range(len(breaks) - 1), 2))
        a, b, c, d = breaks[first], breaks[first + 1], breaks[second], breaks[second + 1]
        one, between, other = self.letters[a:b], self.letters[b:c], self.letters[c:d]
        if self.alone(one) and self.alone(other):
            self.letters[a:d] = other + between + one

    def rename(self) -> None:
        """Correct a name wherever it stands."""
        text = written(self.letters)
        names = sorted(set(re.findall(r"\b[^\W\d_a-z]\w{2,}", text)))
        if not names:
            return
        old, new = self.random.choice(names), self.words.word().title()
        for found in reversed(list(re.finditer(rf"\b{old}\b", text))):
            self.put(found.start(), found.end(), new)

    def shorten(self) -> None:
        """Leave out words of a sentence and put dots in their place."""
        start, end = self.stretch(WORD, 8)
        self.letters[start:end] = fresh(self.random.choice(("… ", "[…] ", "(...) ")))

    def interrupt(self) -> None:
        """Put the same line between paragraphs, three times."""
        line = self.random.choice(_LINES) + "\n\n"
        for _ in range(3):
            at = self.random.choice(self.breaks(PARAGRAPH))
            self.letters[at:at] = fresh(line)

    def go_on_live(self) -> None:
        """Put new entries of a live blog on top."""
        for _ in range(self.random.randint(1, 4)):
            time = f"{self.random.randint(1, 23)}:{self.random.randint(10, 59)} GMT\n\n"
            self.letters[:0] = fresh(time + self.words.paragraph() + "\n\n")

    def correct(self) -> None:
        """Change a sentence, or leave it out, and quote it in a note at the end or on top.

        The note is a paragraph by itself, and quotes words of one paragraph as they were printed.
        """
        pattern, most = self.random.choice(((SENTENCE, 3), (WORD, 12)))
        start, end = self.stretch(pattern, most)
        if not self._quotable(self.letters[start:end]):
            return
        passage = [replace(letter, copy=QUOTED) for letter in self.letters[start:end]]
        if self.random.random() < 0.5:
            del self.letters[start:end]
        else:
            self.put(start, end, self.words.words(self.random.randint(1, 12)) + " ")
        before, after = self.random.choice(_NOTES).split("{}")
        passage = [replace(one, char=" ") if one.char.isspace() else one for one in passage]
        while passage and passage[-1].char == " ":
            passage.pop()
        note = [*fresh(before), *passage, *fresh(after + "\n\n")]
        at = self.random.choice((0, len(self.letters)))
        if at and self.letters[-1].char != "\n":
            self.letters += fresh("\n\n")
            at += 2
        self.letters[at:at] = note

    def _quotable(self, passage: Letters) -> bool:
        text = written(passage)
        first = passage[0].origin if passage else None
        own = all(
            first is not None and (one.origin, one.copy) == (first + number, 0)
            for number, one in enumerate(passage)
        )
        return own and "\n" not in text.strip() and len(text.split()) <= _QUOTABLE
