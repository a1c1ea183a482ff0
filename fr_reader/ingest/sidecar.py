"""What people write about an article beside it: `NAME.toml` for `NAME.txt`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from fr_reader.ingest.files import read_bytes
from fr_reader.ingest.toml import TomlError, parse, short
from fr_reader.model import InputError, Metadata, Photographer, visible

_LIMIT = 500_000
_MOST_PARAGRAPHS = 1_000_000_000


def sidecar_of(path: Path) -> Path:
    """Where the metadata of the article at `path` would be."""
    return path.with_suffix(".toml")


def read_sidecar(path: Path) -> Metadata:
    """The metadata in the TOML file at `path`.

    Raises InputError, naming the file and the key, for what is not TOML, for unknown keys and for
    values of another type than the format allows.
    """
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
