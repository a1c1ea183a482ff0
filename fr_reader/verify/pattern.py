"""What a quotation asks of an article: words in order, and what an editor may put among them.

Editors mark words left out by an ellipsis, and words put in or changed by square brackets (The
Chicago Manual of Style, 17th edition, 13.49–13.62).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from fr_reader.verify.tokens import ELLIPSIS, QUOTE, tokens

LONGEST_CHANGE = 12
"""Words of an article that one bracketed insertion may stand for."""

_EDITED = re.compile(
    r"(?P<before>(?<!\w)\w{1,40})?\[(?P<inner>[^\[\]]{0,200})\](?P<after>\w[\w'’]{0,40})?"
    r"|(?P<gap>(?:\.[ \u00a0\n]?){2,30}\.|…)"
)
_GAPS = re.compile(r"\s*(?:…|(?:\.\s?){2,30}\.)\s*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words, and what may come before it in the article: `gap` any words at all, else
    up to `slack` words; `part` is the beginning and end of one word with changed letters."""

    forms: tuple[str, ...]
    gap: bool = False
    slack: int = 0
    part: tuple[str, str] | None = None


def forms(text: str) -> tuple[str, ...]:
    """The folded words and marks of a text."""
    return tuple(token.form for token in tokens(text))


def literal(text: str) -> tuple[str, ...]:
    """A quotation with brackets and ellipses taken for the article's own, its marks taken off."""
    return _stripped(forms(text))


def is_edit(text: str) -> bool:
    """Whether words are nothing but a bracket or an ellipsis of an editor's."""
    return bool(_EDITED.fullmatch(text))


def pieces(text: str, escaped: frozenset[int] = frozenset()) -> list[Piece]:
    """A quotation with its brackets and ellipses taken for an editor's."""
    found: list[Piece] = []
    gap, slack, at = False, 0, 0
    for match in _EDITED.finditer(text):
        if match["inner"] is not None and text.index("[", match.start()) in escaped:
            continue
        run = forms(text[at : match.start()])
        if run:
            found.append(Piece(run, gap, slack))
            gap, slack = False, 0
        at = match.end()
        before, after = match["before"] or "", match["after"] or ""
        if match["gap"] or _GAPS.fullmatch(match["inner"] or ""):
            if before or after:
                at = match.end() - len(after)
                found += [Piece(forms(before), gap, slack)] if before else []
            gap, slack = True, 0
        elif before or after:
            part = ("".join(forms(before)), "".join(forms(after)))
            found.append(Piece((), gap, slack, part))
            gap, slack = False, 0
        else:
            slack = 0 if gap else max(slack, LONGEST_CHANGE)
    run = forms(text[at:])
    if run:
        found.append(Piece(run, gap, slack))
    return _trimmed(found)


def _trimmed(found: list[Piece]) -> list[Piece]:
    """The pieces without the marks around the whole, and without an edit before the first."""
    while found and found[0].part is None and not _left(found[0].forms):
        found = found[1:]
    while found and found[-1].part is None and not _stripped(found[-1].forms):
        found = found[:-1]
    if not found:
        return []
    first = found[0]
    found = [Piece(_left(first.forms), part=first.part), *found[1:]]
    last = found[-1]
    return [*found[:-1], Piece(_right(last.forms), last.gap, last.slack, last.part)]


def _left(run: tuple[str, ...]) -> tuple[str, ...]:
    start = 0
    while start < len(run) and run[start] in (QUOTE, ELLIPSIS):
        start += 1
    return run[start:]


def _right(run: tuple[str, ...]) -> tuple[str, ...]:
    end = len(run)
    while end and run[end - 1] in (QUOTE, ELLIPSIS):
        end -= 1
    return run[:end]


def _stripped(run: tuple[str, ...]) -> tuple[str, ...]:
    return _right(_left(run))
