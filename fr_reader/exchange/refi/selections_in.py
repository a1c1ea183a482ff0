"""Selections: the passages other programs marked, put where their words are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fr_reader.exchange.losses import Losses
from fr_reader.exchange.refi.guids import plain_guid
from fr_reader.exchange.refi.notes_in import Notes
from fr_reader.exchange.refi.offsets import (
    COUNTINGS,
    Counting,
    Text,
    Written,
    elsewhere,
    habit,
    measured,
    says,
)
from fr_reader.exchange.refi.texts_in import Source
from fr_reader.exchange.refi.xml_in import children
from fr_reader.model import Span

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_NUMBER = re.compile(r"\s*[+-]?[0-9]{1,15}\s*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Selection:
    """A passage of a text, the GUID it has, and the element it came from."""

    guid: str
    span: Span
    element: Element


def placed(
    found: Sequence[Source], losses: Losses, notes: Notes, origin: str = ""
) -> list[list[Selection]]:
    """For each text its selections, where their words are.

    A text whose selections have no words is counted as most of the others are, or else as the
    program `origin` is known to count.
    """
    written = [[*_written(source.element), *_in_notes(source.element, notes)] for source in found]
    ways = [
        measured(source.text, [one for one, _ in own], habit(origin))
        for source, own in zip(found, written, strict=True)
    ]
    usual = _usual(ways)
    lists = []
    for source, own, (way, right) in zip(found, written, ways, strict=True):
        counting = way if right or usual is None else usual
        if own and not counting.plain:
            losses.add(
                "texts with offsets counted in another way", f"read as {counting}", source.name
            )
        lists.append(list(_places(source, own, counting, losses)))
    return lists


def _usual(ways: Sequence[tuple[Counting, int]]) -> Counting | None:
    """The way most words of the file are counted in; None where there are none."""
    rights = dict.fromkeys(COUNTINGS, 0)
    for way, right in ways:
        rights[way] += right
    best = max(COUNTINGS, key=rights.__getitem__)
    return best if rights[best] else None


def _in_notes(source: Element, notes: Notes) -> Iterator[tuple[Written, Element]]:
    """The selections in a text that stand in its notes."""
    for place in notes.places(source):
        start, end = _number(place, "startPosition"), _number(place, "endPosition")
        yield Written(start, end, place.get("name", "")), place


def _written(element: Element) -> Iterator[tuple[Written, Element]]:
    for selection in children(element, "PlainTextSelection"):
        start, end = _number(selection, "startPosition"), _number(selection, "endPosition")
        yield Written(start, end, selection.get("name", "")), selection
    points = {
        plain_guid(point.get("guid", "")): _number(point, "position")
        for point in children(element, "SyncPoint")
    }
    for selection in children(element, "TranscriptSelection"):
        edges = (plain_guid(selection.get(name, "")) for name in ("fromSyncPoint", "toSyncPoint"))
        start, end = (points.get(edge, -1) for edge in edges)
        yield Written(start, end, ""), selection


def _number(element: Element, name: str) -> int:
    written = element.get(name, "")
    return int(written) if _NUMBER.fullmatch(written) else -1


def _places(
    source: Source, own: Sequence[tuple[Written, Element]], counting: Counting, losses: Losses
) -> Iterator[Selection]:
    for one, element in own:
        span = _place(source.text, one, counting, losses)
        if span is None:
            why = "left out: they are empty or beyond the text"
            losses.add("selections without words", why, one.name or source.name)
            continue
        yield Selection(plain_guid(element.get("guid", "")), span, element)


def _place(text: Text, one: Written, counting: Counting, losses: Losses) -> Span | None:
    """Where a selection is: where it says, unless its words are right beside it."""
    span = text.span(one, counting)
    if span is not None and (not one.name or says(span.of(text.kept), one.name)):
        return span
    found = elsewhere(text, span, one.name) if one.name else None
    if found is not None:
        why = "put where the words are that they name"
        losses.add("selections beside their words", why, one.name)
        return found
    return span
