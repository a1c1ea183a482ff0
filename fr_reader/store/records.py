"""Records as documents: the frozen dataclasses to plain JSON values and back.

Reading is strict: a field that is missing, unknown or of another type is a ValueError, since
guessing would lose what it meant at the next write.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from fr_reader.model import (
    Anchor,
    Annotation,
    Code,
    Link,
    Metadata,
    Photographer,
    Record,
    Relation,
    Span,
    Speaker,
    Status,
    visible,
)
from fr_reader.store.naming import is_safe
from fr_reader.store.protocol import Entry

T = TypeVar("T")
Fields = dict[str, Any]
Check = Callable[[Any], Any]


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("text was expected")
    return value


def _number(value: Any) -> int:
    if type(value) is not int:
        raise ValueError("a whole number was expected")
    return value


def _paragraph(value: Any) -> int | None:
    return None if value is None else _number(value)


def _list(value: Any, each: Callable[[Any], T]) -> tuple[T, ...]:
    if not isinstance(value, list):
        raise ValueError("a list was expected")
    return tuple(each(item) for item in value)


def _texts(value: Any) -> tuple[str, ...]:
    return _list(value, _text)


def _span(value: Any) -> Span:
    numbers = _list(value, _number)
    if len(numbers) != 2:
        raise ValueError("a start and an end were expected")
    return Span(*numbers)


def _checked(document: Any, fields: dict[str, Check]) -> Fields:
    """The values of `document`, each through its check. Raises ValueError naming the field."""
    if not isinstance(document, dict):
        raise ValueError("fields were expected")
    if missing := fields.keys() - document.keys():
        raise ValueError(f"without {', '.join(sorted(missing))}")
    if unknown := document.keys() - fields.keys():
        raise ValueError(f"unknown {visible(', '.join(sorted(unknown)))}")
    values = {}
    for name, check in fields.items():
        try:
            values[name] = check(document[name])
        except ValueError as error:
            raise ValueError(f"{name}: {error}") from error
    return values


_ANCHOR: dict[str, Check] = {
    "span": _span,
    "exact": _text,
    "prefix": _text,
    "suffix": _text,
    "sha256": _text,
}


def _anchors(value: Any) -> tuple[Anchor, ...]:
    return _list(value, lambda item: Anchor(**_checked(item, _ANCHOR)))


_PHOTOGRAPHER: dict[str, Check] = {"name": _text, "paragraph": _paragraph}


def _photographers(value: Any) -> tuple[Photographer, ...]:
    return _list(value, lambda item: Photographer(**_checked(item, _PHOTOGRAPHER)))


def _pairs(value: Any) -> tuple[tuple[str, str], ...]:
    pairs = _list(value, _texts)
    if any(len(pair) != 2 for pair in pairs):
        raise ValueError("pairs were expected")
    return tuple((pair[0], pair[1]) for pair in pairs)


_METADATA: dict[str, Check] = {
    "title": _text,
    "authors": _texts,
    "publisher": _text,
    "published": _text,
    "url": _text,
    "language": _text,
    "photographers": _photographers,
    "origins": _pairs,
}


def _metadata(value: Any) -> Metadata:
    if isinstance(value, dict):
        value = {"origins": [], **value}  # only what was not simply given has any
    return Metadata(**_checked(value, _METADATA))


def _links(value: Any) -> tuple[Link, ...]:
    return _list(value, lambda item: Link(**_checked(item, _LINK)))


_LINK: dict[str, Check] = {"relation": Relation, "article": _text, "to": _text}

_ENTRY: dict[str, Check] = {
    "id": _text,
    "metadata": _metadata,
    "sha256": _text,
    "source": _text,
    "added": _text,
    "length": _number,
    "earlier": _texts,
}
_CODE: dict[str, Check] = {
    "id": _text,
    "name": _text,
    "definition": _text,
    "colour": _text,
    "key": _text,
    "parent": _text,
    "order": _number,
    "merged": _text,
}
_SPEAKER: dict[str, Check] = {
    "id": _text,
    "name": _text,
    "role": _text,
    "affiliation": _text,
    "aliases": _texts,
    "merged": _text,
}
_ANNOTATION: dict[str, Check] = {
    "id": _text,
    "article": _text,
    "anchors": _anchors,
    "coder": _text,
    "created": _text,
    "modified": _text,
    "code": _text,
    "speaker": _text,
    "memo": _text,
    "status": Status,
    "stance": _text,
    "links": _links,
}


def entry_of(document: Fields) -> Entry:
    """The entry a document of articles.jsonl stands for. Raises ValueError."""
    if isinstance(document, dict):
        document = {"earlier": [], **document}  # only what has been revised has any
    entry = Entry(**_checked(document, _ENTRY))
    if not is_safe(entry.id):
        raise ValueError("its id is no safe file name")
    return entry


def code_of(document: Fields) -> Code:
    """The code a document of codebook.jsonl stands for. Raises ValueError."""
    return Code(**_checked(_unmerged(document), _CODE))


def speaker_of(document: Fields) -> Speaker:
    """The speaker a document of speakers.jsonl stands for. Raises ValueError."""
    return Speaker(**_checked(_unmerged(document), _SPEAKER))


def _unmerged(document: Fields) -> Fields:
    """With the field that only what was merged has."""
    return {"merged": "", **document} if isinstance(document, dict) else document


def annotation_of(document: Fields) -> Annotation:
    """The annotation a document stands for. Raises ValueError."""
    if isinstance(document, dict):
        document = {"stance": "", "links": [], **document}  # only statements have any
    return Annotation(**_checked(document, _ANNOTATION))


_SELDOM = frozenset(("earlier", "merged", "stance", "links"))
"""Fields that are written only where there is something in them."""


def document_of(record: Record | Entry) -> Fields:
    """The document of any record."""
    checks: dict[str, Check]
    match record:
        case Annotation():
            checks = _ANNOTATION
        case Code():
            checks = _CODE
        case Speaker():
            checks = _SPEAKER
        case Entry():
            checks = _ENTRY
    document = {name: _plain(getattr(record, name)) for name in checks}
    for name in _SELDOM.intersection(document):
        if not document[name]:
            del document[name]
    return document


def _plain(value: Any) -> Any:
    """A field's value as JSON has it."""
    match value:
        case Status() | Relation():
            return value.value
        case Span():
            return value.as_list()
        case tuple():
            return [_plain(item) for item in value]
        case Anchor():
            return {name: _plain(getattr(value, name)) for name in _ANCHOR}
        case Link():
            return {name: _plain(getattr(value, name)) for name in _LINK}
        case Photographer():
            return {name: getattr(value, name) for name in _PHOTOGRAPHER}
        case Metadata():
            known = {name: _plain(getattr(value, name)) for name in _METADATA}
            return known if known["origins"] else {k: v for k, v in known.items() if k != "origins"}
    return value
