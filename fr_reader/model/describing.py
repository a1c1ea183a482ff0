"""What is known about an article, changed by somebody who knows better."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date
from typing import Any

from fr_reader.model.article import Metadata

DESCRIBED = ("title", "authors", "publisher", "published", "url", "language")
"""The fields people change, in the order they are shown."""

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def changed(known: Metadata, **values: str | Sequence[str]) -> Metadata:
    """`known` with other values of these fields; a field that changes loses its origin.

    White space in texts and names is joined, names that are left empty are dropped.
    """
    plain = {name: _plain(value) for name, value in values.items()}
    news = {name: value for name, value in plain.items() if getattr(known, name) != value}
    origins = tuple((name, where) for name, where in known.origins if name not in news)
    return replace(known, **news, origins=origins)


def with_origin(metadata: Metadata, where: str) -> Metadata:
    """`metadata`, all that it says and has no origin for found in `where`."""
    has = dict(metadata.origins)
    said = (field.name for field in fields(Metadata) if field.name != "origins")
    found = {name: has.get(name, where) for name in said if getattr(metadata, name)}
    return replace(metadata, origins=tuple(sorted(found.items())))


def filled(known: Metadata, more: Metadata) -> Metadata:
    """`known` with what `more` says in the place of it, origins too; what it leaves empty stays."""
    said = [field.name for field in fields(Metadata) if field.name != "origins"]
    news = {name: getattr(more, name) for name in said if getattr(more, name)}
    origins = {name: where for name, where in known.origins if name not in news}
    origins |= {name: where for name, where in more.origins if name in news}
    return replace(known, **news, origins=tuple(sorted(origins.items())))


def corrected(known: Metadata, coming: Metadata) -> Metadata:
    """What is known of an article whose file is read again: `coming`, but not against its reader.

    What somebody has written by hand is not replaced by what a machine has found in the file, nor
    by the nothing it has found.
    """
    found, was = dict(coming.origins), dict(known.origins)
    kept = {}
    for name in DESCRIBED:
        value = getattr(known, name)
        by_machine = name in found or (found and not getattr(coming, name))
        if value and name not in was and by_machine:
            kept[name] = value
    return changed(coming, **kept) if kept else coming


def names_in(text: str) -> tuple[str, ...]:
    """The names of authors somebody wrote, one a line or with `;` between them."""
    return tuple(name for part in re.split(r"[;\n]", text) if (name := " ".join(part.split())))


def date_doubt(published: str) -> str:
    """What makes a date of publication useless for sorting and citing, in a sentence; or empty.

    Good are `YYYY`, `YYYY-MM` and `YYYY-MM-DD` of days there are, each with a time behind or not.
    """
    written = published.strip()
    if not written:
        return ""
    found = _DATE.fullmatch(written.partition("T")[0])
    if found is None:
        return "kept as it is, best is 2026-01-02"
    year, month, day = found.groups(default="01")
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return "there is no such day"
    return ""


def _plain(value: str | Sequence[str]) -> Any:
    if isinstance(value, str):
        return " ".join(value.split())
    return tuple(name for one in value if (name := " ".join(one.split())))
