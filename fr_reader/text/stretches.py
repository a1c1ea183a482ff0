"""Stretches: what stands between an opening quotation mark and the one that closes it.

Marks are paired with a stack, paragraph by paragraph. A mark left open recovers: at the next
mark that opens where a sentence had ended, else at the end of the paragraph. What is nested in
another stretch belongs to it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest

from fr_reader.text.marks import STYLES, Lean, Mark, Style, marks, may_quote

_WIDEST_GAP = 40
_MOST_OWNERS = 8
"""A list of owners has fewer marks than this: “the Joneses’, the Reeses’ and the Pools’ houses”."""
_LETTER = re.compile(r"[^\W_]")
_ENDED_SINGLY = re.compile(r"[.!?,…][’'](?=\s|$)")
"""A single mark after a full stop closes what a double one opened and no double one closes."""
_ENDED_DOUBLY = re.compile(r"(?:[.!?,…][”\"](?=\s|$)|[^\W_][”\"](?=[,.]))")
"""And a double one what a single one opened."""
_OTHERWISE_ENDED = {"“": _ENDED_SINGLY, "‘": _ENDED_DOUBLY, "'": _ENDED_DOUBLY}
"""By the mark that opens: what of another family may close, by mistake."""
_ENDS = frozenset(".!?…,;:—–-")
_OPENERS = frozenset(("“", "„", "‟", "``", "‘‘", "‘", "‚", "‛", "「", "『"))
"""Marks that only open, whatever the style."""
_SINGLE, _DOUBLE, _LEFT, _RIGHT = Style.SINGLE, Style.DOUBLE, Lean.LEFT, Lean.RIGHT


@dataclass(slots=True)
class Stretch:
    """Quoted text with its marks at `[start, end)`; `closed` tells whether a mark ends it.

    Nothing changes one; it is not frozen, since frozen ones take three times as long to make.

    `opening` is the width of the mark it begins with, `closing` of the one it ends with.
    """

    start: int
    end: int
    closed: bool
    style: Style
    opening: int = 1
    closing: int = 1

    def inner(self, text: str) -> str:
        """The words between the marks."""
        return text[self.start + self.opening : self.end - (self.closing if self.closed else 0)]


@dataclass(slots=True)
class _Open:
    mark: Mark
    close: Mark | None = None
    doubled: bool = False


class _Pairing:
    """The marks of one paragraph, the stack of those open, and the pairs made so far."""

    def __init__(self, text: str, found: list[Mark], reopened: str) -> None:
        self.text = text
        self.reopened = reopened
        self.found = found
        self.stack: list[_Open] = []
        self.pairs: list[_Open] = []
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

    def run(self) -> list[_Open]:
        """Every mark that opens, in order, with the one that closes it if there is one."""
        doubled = False
        for index, mark in enumerate(self.found):
            if mark.text == '"' and self._is_doubled(index, mark):
                doubled = True
                continue
            if self.open[mark.style] and self._closes(index, mark):
                self._close(mark)
            elif self._opens(index, mark):
                opened = _Open(mark, doubled=doubled)
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


def _recovered(pairs: list[_Open], at: int, text: str, last: int) -> int:
    """Where an opening mark that was never closed ends: at the next that opens, or at the end."""
    opened = pairs[at].mark
    stop = pairs[at + 1].mark.start if at + 1 < len(pairs) else last
    other = _OTHERWISE_ENDED.get(opened.text)
    closed = other.search(text, opened.end, stop) if other else None
    if closed is not None:
        return closed.end()
    if at + 1 < len(pairs) and pairs[at + 1].mark.style is opened.style:
        begun = pairs[at + 1].mark.start
        while begun > opened.end and text[begun - 1].isspace():
            begun -= 1
        if begun > opened.end and text[begun - 1] in _ENDS:
            return begun
    return last


def _introduced(text: str, first: int, mark: Mark) -> bool:
    """Whether a mark begins the paragraph or follows a colon or comma, as only speech does."""
    at = mark.start
    return at == first or (at - 2 >= first and text[at - 1] == " " and text[at - 2] in ":,")


def _stretch(pairs: list[_Open], at: int, text: str, first: int, last: int) -> Stretch | None:
    mark, close = pairs[at].mark, pairs[at].close
    if pairs[at].doubled:
        mark = Mark(mark.start - 1, mark.end, mark.text, mark.style, mark.lean)
    width = mark.end - mark.start
    if close is not None:
        return Stretch(mark.start, close.end, True, mark.style, width, close.end - close.start)
    if mark.style is _SINGLE and not _opens_speech(text, first, last, mark):
        return None
    end = _recovered(pairs, at, text, last)
    return Stretch(mark.start, end, False, mark.style, width) if end > mark.end else None


def _opens_speech(text: str, first: int, last: int, mark: Mark) -> bool:
    """Whether a single mark that nothing closes is no apostrophe: it is introduced, or the next
    paragraph opens with one as well."""
    if mark.text == "'":
        return False
    return _introduced(text, first, mark) or _next_character(text, last) == mark.text == "‘"


def _alternating(found: list[Mark], text: str, first: int, last: int) -> list[Stretch] | None:
    """The stretches of marks of one style of which every other one closes for certain, else None.

    Nearly every paragraph with marks has such ones, and needs no stack.
    """
    opener = found[0].text
    curly = opener == "“"
    if not curly and opener != '"':
        return None
    closer = "”" if curly else '"'
    made: list[Stretch] = []
    for (start, end, mark, style, lean), close in zip_longest(found[::2], found[1::2]):
        if mark != opener or not (lean is _RIGHT or (curly and lean is not _LEFT)):
            return None
        if close is None:
            stretch = _stretch([_Open(found[-1])], 0, text, first, last)
        # a straight mark may be inches, or lean like one that opens
        elif close.text != closer or not (curly or _closes_surely(close, text)):
            return None
        else:
            stretch = Stretch(start, close.end, True, style, end - start, close.end - close.start)
        if stretch is not None and _LETTER.search(text, start, stretch.end):
            made.append(stretch)
    return made


def _closes_surely(mark: Mark, text: str) -> bool:
    return mark.lean is not _RIGHT and not text[mark.start - 1].isdigit()


def _next_character(text: str, at: int) -> str:
    """What stands first behind the white space at `at`: the mark that opens the next paragraph."""
    for character in text[at : at + _WIDEST_GAP]:
        if not character.isspace():
            return character
    return ""


def stretches(text: str, first: int, last: int) -> list[Stretch]:
    """The outermost stretches of the paragraph `text[first:last]`, in order.

    One that is not closed ends with the paragraph, or where a sentence ends before the next
    mark opens. A single mark that nothing closes was an apostrophe, unless it begins the
    paragraph or follows a colon or comma. Marks with no letter or digit between them are left out.
    """
    return marked(text, first, last) if may_quote(text, first, last) else []


def marked(text: str, first: int, last: int) -> list[Stretch]:
    """As `stretches`, where marks are known to be."""
    found = marks(text, first, last)
    if not found or not _LETTER.search(text, found[0].end, last):
        return []
    plainly = _alternating(found, text, first, last)
    if plainly is not None:
        return plainly
    pairs = _Pairing(text, found, _next_character(text, last)).run()
    result: list[Stretch] = []
    covered = first
    for at, pair in enumerate(pairs):
        if pair.mark.start < covered:
            continue
        stretch = _stretch(pairs, at, text, first, last)
        if stretch is None:
            continue
        covered = stretch.end
        if _LETTER.search(text, stretch.start, stretch.end):
            result.append(stretch)
    return result
