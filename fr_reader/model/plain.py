"""Records as plain JSON values and back: codes, speakers, annotations, articles.

Reading is strict: a field that is missing, unknown or of another type is a ValueError, since
guessing would lose what it meant at the next write.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from fr_reader.model.anchor import Anchor
from fr_reader.model.annotation import Annotation, Link, Relation, Status
from fr_reader.model.article import Article, Metadata, Photographer, digest
from fr_reader.model.codebook import Code
from fr_reader.model.span import Span
from fr_reader.model.speaker import Speaker
from fr_reader.model.visible import visible

T = TypeVar("T")
Fields = dict[str, Any]
Check = Callable[[Any], Any]
"""What makes the value of a field of a plain one, or raises ValueError."""


def text_of(value: Any) -> str:
    """A text. Raises ValueError."""
    if not isinstance(value, str):
        raise ValueError("text was expected")
    return value


def _id(value: Any) -> str:
    if not text_of(value):
        raise ValueError("a name was expected")
    return text_of(value)


def number_of(value: Any) -> int:
    """A whole number. Raises ValueError."""
    if type(value) is not int:
        raise ValueError("a whole number was expected")
    return value


def _paragraph(value: Any) -> int | None:
    return None if value is None else number_of(value)


def _list(value: Any, each: Callable[[Any], T]) -> tuple[T, ...]:
    if not isinstance(value, list):
        raise ValueError("a list was expected")
    return tuple(each(item) for item in value)


def texts_of(value: Any) -> tuple[str, ...]:
    """Some texts. Raises ValueError."""
    return _list(value, text_of)


def _span(value: Any) -> Span:
    numbers = _list(value, number_of)
    if len(numbers) != 2:
        raise ValueError("a start and an end were expected")
    return Span(*numbers)


def checked(document: Any, fields: dict[str, Check]) -> Fields:
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
    "exact": text_of,
    "prefix": text_of,
    "suffix": text_of,
    "sha256": text_of,
}


def _anchors(value: Any) -> tuple[Anchor, ...]:
    return _list(value, lambda item: Anchor(**checked(item, _ANCHOR)))


_PHOTOGRAPHER: dict[str, Check] = {"name": text_of, "paragraph": _paragraph}


def _photographers(value: Any) -> tuple[Photographer, ...]:
    return _list(value, lambda item: Photographer(**checked(item, _PHOTOGRAPHER)))


def _pairs(value: Any) -> tuple[tuple[str, str], ...]:
    pairs = _list(value, texts_of)
    if any(len(pair) != 2 for pair in pairs):
        raise ValueError("pairs were expected")
    return tuple((pair[0], pair[1]) for pair in pairs)


_METADATA: dict[str, Check] = {
    "title": text_of,
    "authors": texts_of,
    "publisher": text_of,
    "published": text_of,
    "url": text_of,
    "language": text_of,
    "photographers": _photographers,
    "origins": _pairs,
}


def metadata_of(value: Any) -> Metadata:
    """What is known of an article. Raises ValueError."""
    if isinstance(value, dict):
        value = {"origins": [], **value}  # only what was not simply given has any
    return Metadata(**checked(value, _METADATA))


_ARTICLE: dict[str, Check] = {
    "id": _id,
    "text": text_of,
    "metadata": metadata_of,
    "source": text_of,
    "sha256": text_of,
}
_CODE: dict[str, Check] = {
    "id": _id,
    "name": text_of,
    "definition": text_of,
    "colour": text_of,
    "key": text_of,
    "parent": text_of,
    "order": number_of,
    "merged": text_of,
}
_SPEAKER: dict[str, Check] = {
    "id": _id,
    "name": text_of,
    "role": text_of,
    "affiliation": text_of,
    "aliases": texts_of,
    "merged": text_of,
}
_LINK: dict[str, Check] = {"relation": Relation, "article": text_of, "to": text_of}


def links_of(value: Any) -> tuple[Link, ...]:
    """Some links. Raises ValueError."""
    return _list(value, lambda item: Link(**checked(item, _LINK)))


_ANNOTATION: dict[str, Check] = {
    "id": _id,
    "article": text_of,
    "anchors": _anchors,
    "coder": text_of,
    "created": text_of,
    "modified": text_of,
    "code": text_of,
    "speaker": text_of,
    "memo": text_of,
    "status": Status,
    "stance": text_of,
    "links": links_of,
}
_SELDOM = frozenset(("merged", "stance", "links"))
"""Fields that are written only where there is something in them."""


def code_of(document: Fields) -> Code:
    """The code a document stands for. Raises ValueError."""
    return Code(**checked(_unmerged(document), _CODE))


def speaker_of(document: Fields) -> Speaker:
    """The speaker a document stands for. Raises ValueError."""
    return Speaker(**checked(_unmerged(document), _SPEAKER))


def _unmerged(document: Fields) -> Fields:
    """With the field that only what was merged has."""
    return {"merged": "", **document} if isinstance(document, dict) else document


def annotation_of(document: Fields) -> Annotation:
    """The annotation a document stands for. Raises ValueError."""
    if isinstance(document, dict):
        document = {"stance": "", "links": [], **document}  # only statements have any
    return Annotation(**checked(document, _ANNOTATION))


def article_of(document: Fields) -> Article:
    """The article a document stands for. Raises ValueError, also when its text was altered."""
    article = Article(**checked(document, _ARTICLE))
    if article.sha256 != digest(article.text):
        raise ValueError("its text is not the one its sha256 was taken of")
    return article


def fields_of(record: Annotation | Code | Speaker | Article) -> Fields:
    """The plain values of a record, by field; what is merged into nothing does not say so."""
    checks: dict[str, Check]
    match record:
        case Annotation():
            checks = _ANNOTATION
        case Code():
            checks = _CODE
        case Speaker():
            checks = _SPEAKER
        case Article():
            checks = _ARTICLE
    document = {name: plain(getattr(record, name)) for name in checks}
    return {name: value for name, value in document.items() if value or name not in _SELDOM}


def plain(value: Any) -> Any:
    """A field's value as JSON has it."""
    match value:
        case Status() | Relation():
            return value.value
        case Link():
            return {name: plain(getattr(value, name)) for name in _LINK}
        case Span():
            return value.as_list()
        case tuple():
            return [plain(item) for item in value]
        case Anchor():
            return {name: plain(getattr(value, name)) for name in _ANCHOR}
        case Photographer():
            return {name: getattr(value, name) for name in _PHOTOGRAPHER}
        case Metadata():
            known = {name: plain(getattr(value, name)) for name in _METADATA}
            return known if known["origins"] else {k: v for k, v in known.items() if k != "origins"}
    return value
