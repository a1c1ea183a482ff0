"""The lines of an `.ann` file, as far as they are well formed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from fr_reader.exchange.losses import Losses

_BOUND = re.compile(r"(T[^\s]+)\t([^\s]+) (\d{1,12} \d{1,12}(?:;\d{1,12} \d{1,12})*)(?:\t(.*))?")
_ATTRIBUTE = re.compile(r"[AM][^\s]+\t([^\s]+) ([^\s]+)(?: (.*))?")
_NOTE = re.compile(r"#[^\s]*\t([^\s]+) ([^\s]+)(?:\t(.*))?")

_LEFT_OUT = {
    "R": ("relations", "left out, since a project has no relations between passages"),
    "E": ("events", "left out; their triggers came as passages with a code"),
    "*": ("equivalences", "left out, since a project has no relations between passages"),
    "N": ("normalisations", "left out, since a project has no links into databases"),
}


@dataclass(slots=True)
class Bound:
    """A text-bound annotation with what is said of it: `spans` are in the count of the file."""

    name: str
    kind: str
    spans: list[tuple[int, int]]
    words: str
    attributes: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def bounds(text: str, losses: Losses, file: str) -> list[Bound]:
    """The text-bound annotations of a file, in its order; the rest is told in `losses`."""
    found: dict[str, Bound] = {}
    later: list[str] = []
    for line in filter(str.strip, _lines(text)):
        match = _BOUND.fullmatch(line)
        if match:
            name, kind, where, words = match.groups()
            pairs = [piece.split(" ") for piece in where.split(";")]
            spans = [(int(start), int(end)) for start, end in pairs]
            found[name] = Bound(name, kind, spans, words or "")
        else:
            later.append(line)
    for line in later:
        _say(line, found, losses, file)
    return list(found.values())


def _lines(text: str) -> Iterator[str]:
    return (line.removesuffix("\r") for line in text.removeprefix("\ufeff").split("\n"))


def _say(line: str, found: dict[str, Bound], losses: Losses, file: str) -> None:
    """Add what a line says to the annotation it is about."""
    if (match := _ATTRIBUTE.fullmatch(line)) and match[2] in found:
        found[match[2]].attributes[match[1]] = match[3] or ""
    elif (match := _NOTE.fullmatch(line)) and match[2] in found:
        found[match[2]].notes.append(match[3] or "")
    elif line[0] in _LEFT_OUT:
        losses.add(*_LEFT_OUT[line[0]], example=file)
    elif line[0] in "AM#":
        losses.add("notes and attributes", "left out, since they are not about passages", file)
    else:
        losses.add("lines", "left out, since they are not in the standoff format", file)
