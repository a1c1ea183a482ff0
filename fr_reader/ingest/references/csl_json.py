"""CSL-JSON as Zotero, Mendeley and Pandoc write it."""

from __future__ import annotations

import json
from collections.abc import Iterator

from fr_reader.model import InputError, Metadata
from fr_reader.text.author_names import organisation, person


def from_csl_json(text: str) -> Iterator[Metadata]:
    """The works in a list of items, or in one item. Raises InputError."""
    try:
        items = json.loads(text)
    except (ValueError, RecursionError):
        raise InputError("this is not valid JSON") from None
    if isinstance(items, dict):
        items = items.get("items", [items])
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise InputError("this is not CSL-JSON, which is a list of objects")
    for item in items:
        authors = item.get("author")
        names = authors if isinstance(authors, list) else []
        yield Metadata(
            _text(item.get("title")),
            tuple(filter(None, (_name(one) for one in names if isinstance(one, dict)))),
            _text(item.get("container-title")) or _text(item.get("publisher")),
            _date(item.get("issued")),
            _text(item.get("URL")),
            _text(item.get("language")),
        )


def _text(value: object) -> str:
    """The words of a value, white space joined; nothing for what is no text."""
    return " ".join(value.split()) if isinstance(value, str) else ""


def _name(parts: dict[str, object]) -> str:
    if literal := _text(parts.get("literal")):
        return organisation(literal)
    particles = [_text(parts.get(f"{kind}dropping-particle")) for kind in ("", "non-")]
    given, suffix = _text(parts.get("given")), _text(parts.get("suffix"))
    return person(_text(parts.get("family")), given, " ".join(particles).strip(), suffix)


def _date(value: object) -> str:
    if isinstance(value, str):
        return _text(value)
    if not isinstance(value, dict):
        return ""
    ranges = value.get("date-parts")
    first = ranges[0] if isinstance(ranges, list) and ranges else None
    if isinstance(first, list) and first:
        numbers = [part.strip() if isinstance(part, str) else part for part in first[:3]]
        if all(type(n) is int or (isinstance(n, str) and n.isdecimal()) for n in numbers):
            parts = [str(number)[:4] for number in numbers]
            return "-".join([parts[0].zfill(4), *(part.zfill(2) for part in parts[1:])])
    return _text(value.get("literal")) or _text(value.get("raw"))
