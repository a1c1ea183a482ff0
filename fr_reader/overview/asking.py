"""What is asked for in one line, as it is typed: `speaker:oak since:2026-03 flood`.

A field and a colon stand before a value, in quotation marks where it has spaces; other words must
be in the passage. A field given several times asks for any of its values. A value of `speaker`,
`code`, `publisher` or `article` is found by words of the name, so that it asks for all whose names
have them; `by` takes a coder, `since` and `until` dates, `query` a query that was saved.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from fr_reader.model import FrReaderError, visible
from fr_reader.overview.query import Query

FIELDS = ("speaker", "code", "publisher", "article", "by", "since", "until", "query")
"""The fields there are, in the order they are told of."""
_PIECE = re.compile(
    r"""(?:(?P<field>[a-z]{1,20}):)?(?:["“”](?P<quoted>[^"“”]*)["“”]?|(?P<plain>\S+))|\S+"""
)
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_NAMED = ("speaker", "code", "publisher", "article")
"""Fields whose values may have spaces."""
_WHERE = {
    "speaker": "speakers",
    "code": "codes",
    "publisher": "publishers",
    "article": "articles",
    "by": "coders",
}


@dataclass(frozen=True, slots=True)
class Known:
    """What may be asked for: of each field the ids with the names they go by; and how a saved
    query is had by its name, which may raise StoreError."""

    names: Mapping[str, Mapping[str, str]]
    saved: tuple[str, ...] = ()
    load: Callable[[str], Query] | None = field(default=None, compare=False)

    def values(self, of: str) -> tuple[str, ...]:
        """What may stand behind a field; nothing where anything may."""
        if of == "query":
            return self.saved
        return tuple(dict.fromkeys(self.names.get(of, {}).values()))


def asked(line: str, known: Known) -> Query:
    """The query that a line asks. Raises FrReaderError, saying in a sentence what is wrong."""
    values: dict[str, list[str]] = {}
    dates: dict[str, Any] = {}
    words: list[str] = []
    base = Query()
    for of, value in pieces(line):
        if of in _WHERE:
            values.setdefault(_WHERE[of], []).extend(_found(of, value, known))
        elif of in ("since", "until"):
            if not _DATE.fullmatch(value):
                raise FrReaderError(f"{of}: takes a year, month or day, as in {of}:2026-03")
            dates[of] = value
        elif of == "query":
            base = _saved(value, known)
        else:
            words.append(f"{of}:{value}" if of else value)
    told: dict[str, Any] = {key: tuple(dict.fromkeys(own)) for key, own in values.items()}
    return base.and_(Query(**told, **dates, words=" ".join(" ".join(words).split())))


def pieces(line: str) -> list[tuple[str, str]]:
    """The fields and the values of a line, in order; words have the field ""."""
    found = []
    for piece in _PIECE.finditer(line):
        of, quoted, plain = piece["field"] or "", piece["quoted"], piece["plain"]
        value = quoted if quoted is not None else plain if plain is not None else piece[0]
        if of and of not in FIELDS:
            of, value = "", f"{of}:{value}"
        if value.strip():
            found.append((of, value.strip()))
    return found


def completed(line: str, known: Known) -> str:
    """The line with its last field or value completed, where something there is begins so;
    else "" ."""
    start = max(line.rfind(" ", 0, _last_begins(line)) + 1, 0)
    last = line[start:]
    of, colon, value = last.partition(":")
    if not colon:
        names: Iterable[str] = (f'{name}:"' if name in _NAMED else f"{name}:" for name in FIELDS)
        found = next((name for name in names if last and name.startswith(last)), "")
        return line[:start] + found if found else ""
    begun = value.lstrip('"“').casefold()
    if of not in FIELDS or not begun:
        return ""
    name = next((n for n in known.values(of) if n.casefold().startswith(begun)), "")
    if not name or '"' in name:
        return ""
    return f'{line[:start]}{of}:"{name}"' if " " in name else f"{line[:start]}{of}:{name}"


def _last_begins(line: str) -> int:
    """Where the last piece begins, or later: an open quotation mark is part of one."""
    marks = [at for at, mark in enumerate(line) if mark in '"“”']
    return marks[-1] if len(marks) % 2 else len(line)


def _found(of: str, value: str, known: Known) -> list[str]:
    """The ids of what is meant by a value; who tagged is named as they call themselves."""
    if of == "by":
        return [value]
    names = known.names.get(of, {})
    wanted = value.casefold()
    exact = [own for own, name in names.items() if wanted in (own.casefold(), name.casefold())]
    if exact:
        return exact
    words = wanted.split()
    found = [own for own, name in names.items() if all(word in name.casefold() for word in words)]
    if not found:
        raise FrReaderError(f"there is no {of} with {visible(value)!r} in the name here")
    return found


def _saved(name: str, known: Known) -> Query:
    if known.load is None or name not in known.saved:
        there = ", ".join(known.saved)
        seen = f": there are {there}" if there else ": none is saved yet"
        raise FrReaderError(f"there is no query {visible(name)!r} here{seen}")
    return known.load(name)
