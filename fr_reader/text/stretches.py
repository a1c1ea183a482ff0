"""Stretches: what stands between an opening quotation mark and the one that closes it.

Marks are paired paragraph by paragraph (see `pairing`). A mark left open recovers: at the next
mark that opens where a sentence had ended, else at the end of the paragraph. What is nested in
another stretch belongs to it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest

from fr_reader.text.marks import Lean, Mark, Style, marks, may_quote
from fr_reader.text.pairing import Open, Pairing

_WIDEST_GAP = 40
_LETTER = re.compile(r"[^\W_]")
_ENDED_SINGLY = re.compile(r"[.!?,…][’'](?=\s|$)")
"""A single mark after a full stop closes what a double one opened and no double one closes."""
_ENDED_DOUBLY = re.compile(r"(?:[.!?,…][”\"](?=\s|$)|[^\W_][”\"](?=[,.]))")
"""And a double one what a single one opened."""
_OTHERWISE_ENDED = {"“": _ENDED_SINGLY, "‘": _ENDED_DOUBLY, "'": _ENDED_DOUBLY}
"""By the mark that opens: what of another family may close, by mistake."""
_ENDS = frozenset(".!?…,;:—–-")
_SINGLE, _LEFT, _RIGHT = Style.SINGLE, Lean.LEFT, Lean.RIGHT


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


def _recovered(pairs: list[Open], at: int, text: str, last: int) -> int:
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


def _stretch(pairs: list[Open], at: int, text: str, first: int, last: int) -> Stretch | None:
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
            stretch = _stretch([Open(found[-1])], 0, text, first, last)
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
    pairs = Pairing(text, found, _next_character(text, last)).run()
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
