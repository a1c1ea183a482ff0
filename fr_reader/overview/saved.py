"""Queries that were saved: one file each in the project folder, shared by all who work in it.

A file is JSON: `{"format": 1, "codes": ["claim"], "since": "2026-01"}`. Speakers and codes are
ids, so that a query goes on finding them under another name; of two that were merged it finds what
they became. Reading is strict, since a filter that is left out would let everything through.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from fr_reader.model import Codebook, Speakers, StoreError, visible
from fr_reader.overview.query import Query
from fr_reader.store import files
from fr_reader.store.naming import LONGEST_ID, is_safe
from fr_reader.store.places import QUERIES, listed

FORMAT = 1
_LISTS = ("speakers", "codes", "publishers", "articles", "coders")
_TEXTS = ("since", "until", "words")
_SUFFIX = ".json"
_LARGEST = 1_000_000
"""Bytes above which a file is no query."""


def saved(folder: Path) -> list[str]:
    """The names of the queries saved in the project in `folder`, sorted. Raises StoreError."""
    found = (path for path in listed(folder / QUERIES) if path.suffix == _SUFFIX)
    return [path.stem for path in found if is_safe(path.stem)]


def save(folder: Path, name: str, query: Query) -> Path:
    """Save a query under a name that is free yet; returns where.

    Raises StoreError where the name cannot be one or is taken, and where nothing is asked for;
    ValueError for a query of single passages, which a new text would leave behind.
    """
    path = _path(folder, name)
    if query.passages:
        raise ValueError("a query of single passages is not saved")
    if not query:
        raise StoreError("there is nothing to save: say what to ask for, as with --code or --since")
    if path.exists():
        raise StoreError(
            f"there is a query {name!r} already: take another name, "
            f"or remove it with fr-reader queries remove {name}"
        )
    told = {key: getattr(query, key) for key in (*_LISTS, *_TEXTS) if getattr(query, key)}
    content = json.dumps({"format": FORMAT, **told}, ensure_ascii=False, indent=1) + "\n"
    try:
        files.make_folders(path.parent)
        files.write_atomically(path, content.encode("utf-8", "surrogatepass"))
    except OSError as error:
        raise files.cannot(
            "write", path, error, "make room or allow it, then save again"
        ) from error
    return path


def remove(folder: Path, name: str) -> None:
    """Remove a saved query. Raises StoreError where there is none, or it cannot be."""
    path = _there(folder, name)
    try:
        files.remove(path)
    except OSError as error:
        raise files.cannot("remove", path, error, "allow it, then try again") from error


def load(folder: Path, name: str, speakers: Speakers, codebook: Codebook) -> Query:
    """A saved query, speakers and codes that were merged meanwhile as what they became.

    Raises StoreError where there is none of this name, where it is not understood, and where it
    asks for a speaker or a code that is gone.
    """
    path = _there(folder, name)
    try:
        query = _query(path.read_bytes())
    except OSError as error:
        raise files.cannot("read", path, error, "make it a file you may read") from error
    except ValueError as error:
        raise StoreError(
            f"the query {name!r} is not understood ({visible(str(error))}): "
            f"mend {files.named(path)}, or remove it with fr-reader queries remove {name}"
        ) from error
    for kind, wanted, known in (
        ("speaker", query.speakers, speakers.get),
        ("code", query.codes, codebook.get),
    ):
        gone = next((one for one in wanted if one and known(one) is None), None)
        if gone is not None:
            raise StoreError(f"the query {name!r} asks for a {kind} that is gone: {visible(gone)}")
    return query.and_(
        Query(
            speakers=tuple(dict.fromkeys(map(speakers.end, query.speakers))),
            codes=tuple(dict.fromkeys(map(codebook.end, query.codes))),
        )
    )


def _path(folder: Path, name: str) -> Path:
    if not is_safe(name) or len(name) > LONGEST_ID:
        raise StoreError(
            f"{visible(name)[:LONGEST_ID]!r} cannot be the name of a query: "
            "take small letters and digits, with hyphens between them"
        )
    return folder / QUERIES / f"{name}{_SUFFIX}"


def _there(folder: Path, name: str) -> Path:
    path = _path(folder, name)
    if not path.is_file():
        raise StoreError(f"there is no query {name!r}: see which there are with fr-reader queries")
    return path


def _query(data: bytes) -> Query:
    """The query in a file. Raises ValueError for whatever is not as `save` writes it."""
    if len(data) > _LARGEST:
        raise ValueError("it is too large for a query")
    try:
        document = json.loads(data)
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
    if not isinstance(document, dict):
        raise ValueError("it is no JSON object")
    written = document.pop("format", None)
    if written != FORMAT:
        raise ValueError(f"its format is {str(written)[:20]!r}, where {FORMAT} was expected")
    fields: dict[str, Any] = {key: _field(key, value) for key, value in document.items()}
    if not any(fields.values()):
        raise ValueError("it asks for nothing")
    return Query(**fields)


def _field(key: str, value: object) -> tuple[str, ...] | str:
    if key in _TEXTS and isinstance(value, str):
        return value
    if key in _LISTS and isinstance(value, list) and all(isinstance(one, str) for one in value):
        return tuple(value)
    known = key in _LISTS or key in _TEXTS
    what = "is not of its kind" if known else "is unknown"
    raise ValueError(f"its field {key[:20]!r} {what}")
