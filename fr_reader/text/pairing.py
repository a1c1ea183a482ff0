"""Pairing: which of a paragraph's quotation marks closes which, told with a stack."""

from __future__ import annotations

from dataclasses import dataclass

from fr_reader.text.marks import STYLES, Lean, Mark, Style

_MOST_OWNERS = 8
"""A list of owners has fewer marks than this: “the Joneses’, the Reeses’ and the Pools’ houses”."""
_OPENERS = frozenset(("“", "„", "‟", "``", "‘‘", "‘", "‚", "‛", "「", "『"))
"""Marks that only open, whatever the style."""
_SINGLE, _DOUBLE, _LEFT, _RIGHT = Style.SINGLE, Style.DOUBLE, Lean.LEFT, Lean.RIGHT


@dataclass(slots=True)
class Open:
    """A mark that opens, with the one that closes it if there is one.

    `doubled` tells that a straight mark right before it only doubles it.
    """

    mark: Mark
    close: Mark | None = None
    doubled: bool = False


class Pairing:
    """The marks of one paragraph, the stack of those open, and the pairs made so far.

    `reopened` is the mark that opens the next paragraph, or empty.
    """

    def __init__(self, text: str, found: list[Mark], reopened: str) -> None:
        self.text = text
        self.reopened = reopened
        self.found = found
        self.stack: list[Open] = []
        self.pairs: list[Open] = []
        self.open: dict[Style, list[Mark]] = {style: [] for style in STYLES}
        self.later = self._later_closers()

    def _later_closers(self) -> list[bool]:
        """For each mark: does one of its style that closes come before the next that opens?"""
        later = [False] * len(self.found)
        coming = dict.fromkeys(STYLES, False)
        for index in range(len(self.found) - 1, -1, -1):
            mark = self.found[index]
            later[index] = coming[mark.style]
            if mark.lean is _LEFT:
                coming[mark.style] = True
            elif mark.lean is _RIGHT:
                coming[mark.style] = False
        return later

    def run(self) -> list[Open]:
        """Every mark that opens, in order, with the one that closes it if there is one."""
        doubled = False
        for index, mark in enumerate(self.found):
            if mark.text == '"' and self._is_doubled(index, mark):
                doubled = True
                continue
            if self.open[mark.style] and self._closes(index, mark):
                self._close(mark)
            elif self._opens(index, mark):
                opened = Open(mark, doubled=doubled)
                doubled = False
                self.stack.append(opened)
                self.pairs.append(opened)
                self.open[mark.style].append(mark)
        return self.pairs

    def _is_doubled(self, index: int, mark: Mark) -> bool:
        """Whether a straight mark only doubles the one after it: `"“S,” said X."`."""
        if self.open[_DOUBLE] or index + 2 >= len(self.found):
            return False
        inner, close = self.found[index + 1], self.found[index + 2]
        if inner.text != "“" or inner.start != mark.end or close.text != "”":
            return False
        return self.text[close.start - 1] in ".,!?"

    def _closes(self, index: int, mark: Mark) -> bool:
        if mark.style is _SINGLE:
            return self._closes_single(index, mark)
        if mark.style is _DOUBLE:
            return self._closes_double(index, mark)
        if mark.style in (Style.GUILLEMET, Style.ANGLE):
            return self.open[mark.style][-1].text != mark.text
        return mark.text in "」』"

    def _closes_double(self, index: int, mark: Mark) -> bool:
        opener = self.open[_DOUBLE][-1].text
        if mark.text in ("„", "‟", "``", "‘‘"):
            return False
        if mark.text == "“":
            return opener == "„" or mark.lean is _LEFT
        if mark.text in ("”", "’’"):
            return mark.lean is not _RIGHT or opener != '"'
        before = self.text[mark.start - 1]
        if before.isdigit() and mark.text == '"' and self.later[index]:
            # inches inside a quotation: the sentence goes on and another mark closes
            after = self.text[mark.end : mark.end + 2].strip()
            return not after[:1].islower()
        return mark.lean is not _RIGHT

    def _closes_single(self, index: int, mark: Mark) -> bool:
        top = self.stack[-1].mark
        if mark.text in "‘‚‛":
            return mark.text == "‘" and top.text == "‚"
        if top.style is not _SINGLE or mark.lean is _RIGHT:
            return False
        open_to_next = top.text == "‘" == self.reopened
        if self.text[mark.start - 1] in "sSnN" and (self.later[index] or open_to_next):
            # “the boys’ ”, “goin’ ”: another mark closes later, so this one belongs to its word
            after = self.text[mark.end : mark.end + 2]
            if after == ", " and self.text[mark.end + 2 : mark.end + 3].islower():
                # “the Joneses’, the Reeses’ and …,’ ”: a list of owners, if a clause ends later
                return not self._ends_later(index)
            return not (after[:1].isspace() or after[1:] == mark.text)
        return True

    def _ends_later(self, index: int) -> bool:
        """Whether a single mark ends a clause before the next one that opens."""
        for mark in self.found[index + 1 : index + _MOST_OWNERS]:
            if mark.style is _SINGLE:
                if mark.lean is not _LEFT:
                    return False
                if self.text[mark.start - 1] in ".,!?":
                    return True
        return False

    def _opens(self, index: int, mark: Mark) -> bool:
        if mark.text in _OPENERS:
            if mark.style is _SINGLE:
                return mark.lean in (_RIGHT, Lean.NEITHER)
            return mark.lean is not _LEFT or mark.text in "「『"
        if mark.style is _SINGLE:
            return mark.lean is _RIGHT and mark.text in "'`"
        if mark.style is _DOUBLE:
            return self._opens_double(index, mark)
        return mark.text in "«‹" or (mark.lean is _RIGHT and self.later[index])

    def _opens_double(self, index: int, mark: Mark) -> bool:
        if mark.text in ("”", "’’"):
            return mark.lean is _RIGHT and self.later[index]
        if mark.lean is _RIGHT:
            return True
        before = self.text[mark.start - 1 : mark.start]
        if mark.lean is _LEFT or before.isdigit():
            return False
        return self.later[index]

    def _close(self, mark: Mark) -> None:
        while self.stack:
            top = self.stack.pop()
            self.open[top.mark.style].pop()
            if top.mark.style is mark.style:
                top.close = mark
                return
