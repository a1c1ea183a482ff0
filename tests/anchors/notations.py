"""Other ways to write down the same words."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import cycle, pairwise

from tests.anchors.letters import Letter, Letters

_SPACES = (" ", "\n\n", "\u00a0", "\u2009 ")
_LIGATURES = {"fi": "ﬁ", "fl": "ﬂ", "ff": "ﬀ"}


def _rewritten(letters: Letters, reads: Callable[[str], str]) -> Letters:
    """Every letter written as `reads` says, a letter for each of its code points."""
    return [
        replace(letter, char=char) for letter in letters for char in reads(letter.char) or ("",)
    ]


def _each(letters: Letters, table: dict[str, str]) -> Letters:
    return _rewritten(letters, lambda char: table.get(char, char))


def decomposed(letters: Letters) -> Letters:
    """NFD."""
    return _rewritten(letters, lambda char: unicodedata.normalize("NFD", char))


def composed(letters: Letters) -> Letters:
    """NFC; a composed letter comes from where its first part did."""
    done: Letters = []
    for letter in letters:
        before = done[-1].char if done else ""
        joined = unicodedata.normalize("NFC", before + letter.char)
        if before and letter.char and len(joined) == 1:
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
    spaces = cycle(_SPACES)
    return _rewritten(letters, lambda char: next(spaces) if char == " " else char)


def wrapped(letters: Letters) -> Letters:
    """Lines broken where they get long."""
    return list(_wrapped(letters))


def _wrapped(letters: Letters) -> Iterator[Letter]:
    column = 0
    for letter in letters:
        broken = letter.char == " " and column > 60
        column = 0 if broken or letter.char == "\n" else column + 1
        yield replace(letter, char="\n") if broken else letter


def hyphenated(letters: Letters) -> Letters:
    """Soft hyphens where words may be broken, and some other signs nobody sees."""
    return list(_hyphenated(letters))


def _hyphenated(letters: Letters) -> Iterator[Letter]:
    for number, (letter, after) in enumerate(pairwise([*letters, Letter(" ")])):
        yield letter
        if number % 5 == 0 and letter.char.isalpha() and after.char.isalpha():
            yield Letter("\u200b" if number % 35 == 0 else "\u00ad")


def ligatures(letters: Letters) -> Letters:
    """Letters joined as in print."""
    done: Letters = []
    for letter in letters:
        joined = _LIGATURES.get((done[-1].char if done else "") + letter.char)
        if joined:
            done[-1] = replace(done[-1], char=joined)
        done.append(replace(letter, char="") if joined else letter)
    return done


def guillemets(letters: Letters) -> Letters:
    """French quotation marks, and an accent for an apostrophe."""
    return _each(letters, {"“": "«", "”": "»", "’": "´"})


def dashed(letters: Letters) -> Letters:
    """Two hyphens for a dash, and hyphens where no line is broken."""
    return _each(letters, {"—": "--", "-": "‑"})


def short_dashed(letters: Letters) -> Letters:
    """Dashes half as long."""
    return _each(letters, {"—": "–"})


NOTATIONS = (
    *(decomposed, composed, crlf, straightened, spaced, dashed),
    *(short_dashed, wrapped, hyphenated, ligatures, guillemets),
)
"""All of them."""
