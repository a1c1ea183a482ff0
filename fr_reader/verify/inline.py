"""The words of a line of markdown: escapes undone, emphasis and links taken off, places kept."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

_PUNCTUATION = re.escape("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_PIECE = re.compile(
    rf"""
      \\(?P<escaped>[{_PUNCTUATION}])
    | (?P<entity>&(?:\#\d{{1,7}}|\#[xX][\da-fA-F]{{1,6}}|[A-Za-z][A-Za-z\d]{{1,30}});)
    | (?P<tag></?(?:em|strong|b|i|u|mark|sup|sub|br|cite|q|p|span)(?:\ [^<>\n]{{0,200}})?/?>)
    | (?P<note>\[\^[^\]\s]{{1,60}}\])
    | !?\[(?P<link>[^\[\]\n]{{1,500}})\]\([^()\s]{{0,500}}\)
    | \[\[(?:[^\[\]|\n]{{1,200}}\|)?(?P<wiki>[^\[\]|\n]{{1,200}})\]\]
    | (?P<run>\*+|_+|~~+|`+)
    """,
    re.VERBOSE,
)


@dataclass(slots=True)
class Plain:
    """Text with, for each of its code points, the offset in the document it comes from.

    `escaped` holds the offsets in `text` of what stood behind a backslash: it is meant as it is.
    """

    text: str
    origin: list[int]
    escaped: frozenset[int] = frozenset()


def plain(text: str, origin: list[int]) -> Plain:
    """What markdown shows of one paragraph of source; `origin` has a document offset for each of
    its code points. A lone mark of emphasis has nothing to pair with and stays."""
    runs: dict[str, int] = {}
    for match in _PIECE.finditer(text):
        if match["run"]:
            runs[match["run"][0]] = runs.get(match["run"][0], 0) + 1
    shown: list[str] = []
    places: list[int] = []
    escaped: set[int] = set()
    at = 0
    for match in _PIECE.finditer(text):
        words, start = _shown(text, match, runs)
        shown.append(text[at : match.start()])
        places += origin[at : match.start()]
        if match["escaped"]:
            escaped.add(len(places))
        shown.append(words)
        single = match["entity"] is not None
        places += [origin[start + (0 if single else index)] for index in range(len(words))]
        at = match.end()
    shown.append(text[at:])
    places += origin[at:]
    return Plain("".join(shown), places, frozenset(escaped))


def _shown(text: str, match: re.Match[str], runs: dict[str, int]) -> tuple[str, int]:
    """What is shown of a piece of markup, and the offset in `text` where that begins."""
    for name in ("escaped", "link", "wiki"):
        if match[name]:
            return match[name], match.start(name)
    if match["entity"]:
        return html.unescape(match[0])[: len(match[0])], match.start()
    run = match["run"]
    if run and not _marks(text, match, runs[run[0]]):
        return run, match.start()
    return "", match.start()


def _marks(text: str, match: re.Match[str], count: int) -> bool:
    """Whether a run of `*`, `_`, `~` or backticks is emphasis and not a character."""
    if count < 2:
        return False
    before = text[match.start() - 1 : match.start()] or " "
    after = text[match.end() : match.end() + 1] or " "
    if before.isspace() and after.isspace():
        return False
    return match["run"][0] != "_" or not (before.isalnum() and after.isalnum())
