"""Memos in notes: the researcher's own markdown, kept as written and kept in its place.

A memo stands inside a list item of its own, so emphasis, lists, tables and code stay what they
are. What would reach beyond the item is escaped: headings, which would become headings of the
notes, raw HTML, and definitions of links and footnotes, which hold for a whole document. Inside a
fenced block of code nothing is changed, and a fence left open is closed. The rules are those of
CommonMark 0.31.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from fr_reader.export.markdown import field
from fr_reader.export.passage import stretches
from fr_reader.model import Reading, Span, visible_text

_FENCE = re.compile(r"(?P<mark>`{3,})[^`]*$|(?P<tilde>~{3,})")  # elsewhere it is not taken for one
_INSIDE = r"(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*"
_HEADING = re.compile(rf"({_INSIDE})(?=#{{1,6}}(?:[ \t]|$))")
_UNDERLINE = re.compile(rf"({_INSIDE})(?=(?:=+|-+)[ \t]*$)")
_HTML = re.compile(r"(?<!\\)((?:\\\\)*)<(?=[A-Za-z/!?])(?!https?://[^\s<>]*>)")

_MOST_WORDS = 8
_LONGEST = 80


def first_words(reading: Reading, segments: Sequence[Span]) -> str:
    """The words a passage begins with, as markdown in one line: enough to know it again."""
    words = " ".join(stretches(reading, segments)).split()
    shown = " ".join(words[:_MOST_WORDS])
    if len(words) > _MOST_WORDS or len(shown) > _LONGEST:
        shown = shown[:_LONGEST].rstrip() + " …"
    return f"*{field(shown)}*" if shown else ""


def memo_item(
    about: str, memo: str, more: Callable[[str], str] = lambda line: line
) -> Iterator[str]:
    """The lines of a list item: `about`, a line of markdown, and under it the memo.

    `more` escapes in a line outside of code what else must not stand there.
    """
    yield f"- {about}"
    yield ""
    for line in contained(memo, more):
        yield f"  {line}" if line.strip() else ""


def contained(memo: str, more: Callable[[str], str] = lambda line: line) -> Iterator[str]:
    """The lines of `memo` with what reaches beyond it escaped."""
    memo = visible_text(memo)
    closing: re.Pattern[str] | None = None
    fence, before = "", ""
    for line in memo.split("\n"):
        if closing is not None:
            yield line
            closing = None if closing.match(line) else closing
        elif opened := _FENCE.match(line):
            fence = opened["mark"] or opened["tilde"]
            closing = re.compile(rf" {{0,3}}{re.escape(fence[0])}{{{len(fence)},}}[ \t]*$")
            yield line
        else:
            yield more(_escaped(line, under=bool(before.strip())))
        before = line
    if closing is not None:
        yield fence


def _escaped(line: str, *, under: bool) -> str:
    """`line`, outside of code; `under` says that another line stands right above it."""
    line = _HTML.sub(r"\1\\<", line).replace("]:", "]\\:")
    line = _HEADING.sub(r"\1\\", line, count=1) if _HEADING.match(line) else line
    return _UNDERLINE.sub(r"\1\\", line, count=1) if under and _UNDERLINE.match(line) else line
