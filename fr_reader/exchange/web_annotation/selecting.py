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
    found = _places(one.exact, text)
    if len(found) > 1 and (one.prefix or one.suffix):
        around = _places(one.prefix + one.exact + one.suffix, text)
        if len(around) == 1:
            start = around[0] + len(one.prefix)
            return Span(start, start + len(one.exact))
    if len(found) == 1:
        return Span(found[0], found[0] + len(one.exact))
    return (
        "left out, since their words stand in several places"
        if found
        else "left out, since their words are not in the text"
    )


def _places(words: str, text: str) -> list[int]:
    """Where `words` first stand in `text` and, if they do, where they stand again; no more."""
    first = text.find(words)
    again = text.find(words, first + 1) if first >= 0 else -1
    return [at for at in (first, again) if at >= 0]
