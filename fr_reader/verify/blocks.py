"""The paragraphs of a markdown document, block quotations apart from running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fr_reader.verify.inline import Plain, plain

_QUOTED = re.compile(r"[ \t]*>[ \t]?")
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})")
_ITEM = re.compile(r"[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]+|\[\^[^\]\s]{1,60}\]:[ \t]*")
_HEADING = re.compile(r"[ \t]{0,3}#{1,6}[ \t]+")
_CALLOUT = re.compile(r"\[![A-Za-z-]{1,40}\][+-]?.*")
_BLOCK_ID = re.compile(r"[ \t]*\^[A-Za-z0-9-]{1,80}[ \t]*$")
_PROPERTY = re.compile(r"[ \t]*[A-Za-z][\w-]{0,40}::.*$")


@dataclass(slots=True)
class Block:
    """One paragraph: its words with their places, how deep it is quoted, and the number of the
    block quotation it belongs to (0 for running text)."""

    words: Plain
    depth: int
    group: int


@dataclass(slots=True)
class _Line:
    start: int
    end: int
    depth: int
    new: bool


def blocks(document: str) -> list[Block]:
    """The paragraphs, in order; code blocks and front matter are passed over."""
    found: list[Block] = []
    pending: list[_Line] = []
    group, inside = 0, False
    for line in [*_lines(document), None]:
        blank = line is not None and line.start >= line.end
        ends = line is None or blank or line.new or bool(pending and pending[0].depth != line.depth)
        if ends and pending:
            found.append(_block(document, pending, group if pending[0].depth else 0))
            pending = []
        if line is None:
            break
        if line.depth and not inside:
            group += 1
        inside = bool(line.depth)
        if not blank:
            pending.append(line)
    return found


def _block(document: str, lines: list[_Line], group: int) -> Block:
    texts, origin = [], []
    for line in lines:
        texts.append(document[line.start : line.end])
        origin += [*range(line.start, line.end), line.end]
    return Block(plain("\n".join(texts), origin[:-1]), lines[0].depth, group)


def _lines(document: str) -> Iterator[_Line]:
    """The lines without their prefixes, an empty one where there is nothing to read."""
    fence = ""
    front = document.startswith("---\n") and "\n---" in document[4:]
    at = 0
    for number, raw in enumerate(document.splitlines(keepends=True)):
        start, at = at, at + len(raw)
        body = raw.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029")
        if front:
            front = number == 0 or body not in ("---", "...")
            continue
        place, depth = 0, 0
        while quoted := _QUOTED.match(body, place):
            place, depth = quoted.end(), depth + 1
        marks = _FENCE.match(body, place)
        if fence or marks:
            if not fence:
                fence = marks[1] if marks else ""
            elif marks and marks[1].startswith(fence) and not body[marks.end() :].strip():
                fence = ""
            yield _Line(start, start, depth, new=True)
            continue
        yield from _content(body, start, place, depth)


def _content(body: str, start: int, place: int, depth: int) -> Iterator[_Line]:
    end = len(body.rstrip())
    item = _ITEM.match(body, place) or _HEADING.match(body, place)
    if item:
        place = item.end()
        while quoted := _QUOTED.match(body, place):  # a quotation in an item of a list
            place, depth = quoted.end(), depth + 1
    if _skipped(body, place, depth):
        yield _Line(start, start, depth, new=True)
    elif not depth and body[place:].lstrip().startswith("|") and body.rstrip().endswith("|"):
        cell = place
        for bar in re.finditer(r"(?<!\\)\|", body[place:]):
            yield _Line(start + cell, start + place + bar.start(), depth, new=True)
            cell = place + bar.end()
    else:
        yield _Line(start + min(place, end), start + end, depth, new=bool(item))


def _skipped(body: str, place: int, depth: int) -> bool:
    if depth:
        return bool(_CALLOUT.match(body, place))
    return bool(_BLOCK_ID.match(body, place) or _PROPERTY.match(body, place))
