"""Targets and selectors of Web Annotations, as far as they are about stretches of text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from fr_reader.exchange.measuring import Counted, same_words
from fr_reader.model import Span

_CHARACTERS = re.compile(r"char=(\d{1,12}),(\d{1,12})(?:;.*)?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Selected:
    """What a target says of its passage: where (in its own count), which words, in which text."""

    source: str
    position: tuple[int, int] | None = None
    exact: str = ""
    prefix: str = ""
    suffix: str = ""


def listed(value: Any) -> list[Any]:
    """A property of JSON-LD, which may have one value, several or none, as a list."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def address(value: Any) -> str:
    """The IRI of a resource, given as such or as an object with an id."""
    if isinstance(value, dict):
        value = value.get("id", value.get("@id"))
    return value if isinstance(value, str) else ""


def selected(target: Any) -> Selected:
    """What a target selects; without a position and words it is about the whole of its source."""
    if not isinstance(target, dict):
        return Selected(address(target))
    source = address(target.get("source")) or address(target)
    position: tuple[int, int] | None = None
    quote: dict[str, str] = {}
    for selector in _selectors(listed(target.get("selector")), 0):
        kind = selector.get("type", selector.get("@type"))
        if kind == "TextPositionSelector":
            position = _numbers(selector.get("start"), selector.get("end")) or position
        elif kind == "TextQuoteSelector":
            named = ((name, selector.get(name)) for name in ("exact", "prefix", "suffix"))
            quote = {name: text for name, text in named if isinstance(text, str)}
        elif kind == "FragmentSelector" and isinstance(value := selector.get("value"), str):
            found = _CHARACTERS.fullmatch(value)  # RFC 5147: between characters, from 0
            position = (int(found[1]), int(found[2])) if found else position
    return Selected(source, position, **quote)


def _selectors(values: Iterable[Any], depth: int) -> Iterator[dict[str, Any]]:
    """All selectors, also those that refine others."""
    for value in values:
        if isinstance(value, dict):
            yield value
            if depth < 8:
                yield from _selectors(listed(value.get("refinedBy")), depth + 1)


def _numbers(start: Any, end: Any) -> tuple[int, int] | None:
    return (start, end) if type(start) is int and type(end) is int else None


def place(one: Selected, text: str, way: Counted) -> Span | str:
    """Where in `text` the passage stands, or else a sentence saying why it is nowhere.

    A position counts where it holds the words, or where there are none; words alone count where
    they stand, with what is said to be around them, in one place only.
    """
    span = way.span(*one.position) if one.position else None
    if span and (not one.exact or same_words(span.of(text), one.exact)):
        return span
    if not one.exact:
        return "left out, since their positions are beyond the text"
    found = list(_places(one.exact, text))
    if len(found) > 1:
        around = [at for at in found if _fits(one, text, at)]
        found = around or found
    if len(found) == 1:
        return found[0]
    return (
        "left out, since their words stand in several places"
        if found
        else "left out, since their words are not in the text"
    )


def _places(exact: str, text: str) -> Iterator[Span]:
    at = text.find(exact)
    while at >= 0:
        yield Span(at, at + len(exact))
        at = text.find(exact, at + 1)


def _fits(one: Selected, text: str, at: Span) -> bool:
    before = text.endswith(one.prefix, 0, at.start)
    return before and text.startswith(one.suffix, at.end)
