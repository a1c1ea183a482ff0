"""What is written about an article beside it: `NAME.toml` for `NAME.txt`, or what a reference
manager has exported as `NAME.ris`, `NAME.bib` or `NAME.json`."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

from fr_reader.ingest.files import read_bytes
from fr_reader.ingest.toml import TomlError, parse, short
from fr_reader.model import InputError, Metadata, Photographer, visible
from fr_reader.model.describing import with_origin

_LIMIT = 500_000
_MOST_PARAGRAPHS = 1_000_000_000


REFERENCES = {".ris": "RIS", ".bib": "BibLaTeX", ".json": "CSL-JSON"}
"""The formats of reference managers, by the suffixes of their files."""

KNOWN_SUFFIXES = (".toml", *REFERENCES)
"""How the names of files end that say what an article is."""


def sidecar_of(path: Path) -> Path:
    """Where the metadata of the article at `path` is: `NAME.toml`, else the first there is of
    `NAME.ris`, `NAME.bib` and `NAME.json`; `NAME.toml` where there is none.

    A JSON file that has no references, as programs leave them beside articles, is none.
    """
    own = path.with_suffix(".toml")
    if os.path.lexists(own):
        return own
    for suffix in REFERENCES:
        other = path.with_suffix(suffix)
        if os.path.lexists(other) and (suffix != ".json" or _has_references(other)):
            return other
    return own


def read_sidecar(path: Path) -> Metadata:
    """The metadata in the file at `path`, TOML or a single reference, by its suffix.

    Raises InputError, naming the file and the key, for what is not in the format, for unknown keys
    and for values of another type than the format allows.
    """
    if path.suffix.lower() in REFERENCES:
        return _reference(path)
    try:
        table = parse(read_bytes(path, _LIMIT).decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise InputError(f"{visible(str(path))} is not in UTF-8: save it as UTF-8") from None
    except TomlError as error:
        raise InputError(f"{visible(str(path))} is not valid TOML: {error}") from None
    unknown = [key for key in table if key not in _KEYS]
    if unknown:
        raise _fault(path, unknown[0], f"is not known; the keys are {', '.join(_KEYS)}")
    return Metadata(**{key: _KEYS[key](path, key, value) for key, value in table.items()})


def _reference(path: Path) -> Metadata:
    """The one reference in a file, all that it says found in its format."""
    found = _read_references(read_bytes(path, _LIMIT), str(path))
    if len(found) != 1:
        number = f"{len(found)} references" if found else "no reference"
        raise InputError(
            f"{visible(str(path))} has {number}: leave the one in it that is about the article"
        )
    return with_origin(found[0], REFERENCES[path.suffix.lower()])


def _read_references(data: bytes, name: str) -> list[Metadata]:
    """The references in a file, read by the module for them, which needs its libraries."""
    found: list[Metadata] = import_module("fr_reader.ingest.references").read_references(data, name)
    return found


def _has_references(path: Path) -> bool:
    """Whether a JSON file is one of references: each item has the type and id CSL asks for."""
    try:
        found = json.loads(read_bytes(path, _LIMIT))
    except (InputError, ValueError, RecursionError):
        return False
    items = found if isinstance(found, list) else [found]
    return bool(items) and all(
        isinstance(item, dict) and {"id", "type"} <= set(item) for item in items
    )


def _fault(path: Path, key: str, why: str) -> InputError:
    return InputError(f"{visible(str(path))}: “{short(key)}” {why}")


def _text(path: Path, key: str, value: object) -> str:
    if not isinstance(value, str):
        raise _fault(path, key, "must be text in quotation marks")
    return " ".join(value.split())


def _date(path: Path, key: str, value: object) -> str:
    if isinstance(value, date):  # a datetime is a date, too
        return value.isoformat()
    if not isinstance(value, str):
        raise _fault(path, key, "must be a date such as 2026-01-02, or text in quotation marks")
    return _text(path, key, value)


def _texts(path: Path, key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise _fault(path, key, 'must be a list of names, as in ["Ann Example"]')
    return tuple(_text(path, key, item) for item in value)


def _photographers(path: Path, key: str, value: object) -> tuple[Photographer, ...]:
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise _fault(path, key, "must be tables that begin with [[photographers]]")
    return tuple(_photographer(path, key, item) for item in value)


def _photographer(path: Path, key: str, table: dict[str, object]) -> Photographer:
    unknown = [name for name in table if name not in {"name", "paragraph"}]
    if unknown:
        raise _fault(path, f"{key}.{unknown[0]}", "is not known; the keys are name, paragraph")
    if "name" not in table:
        raise _fault(path, f"{key}.name", "is missing")
    paragraph = table.get("paragraph")
    number = type(paragraph) is int and 0 < paragraph <= _MOST_PARAGRAPHS
    if paragraph is not None and not number:
        raise _fault(path, f"{key}.paragraph", "must be a whole number from 1 up")
    name = _text(path, f"{key}.name", table["name"])
    return Photographer(name, paragraph if isinstance(paragraph, int) else None)


_KEYS: dict[str, Callable[[Path, str, object], Any]] = {
    "title": _text,
    "authors": _texts,
    "publisher": _text,
    "published": _date,
    "url": _text,
    "language": _text,
    "photographers": _photographers,
}
