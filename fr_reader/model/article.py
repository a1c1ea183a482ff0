"""Articles: a frozen text with what is known about it, and the paragraphs it falls into."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum

from fr_reader.model.span import Span, setters


class ParagraphKind(StrEnum):
    """What a paragraph is for."""

    TITLE = "title"
    HEADING = "heading"
    BYLINE = "byline"
    CAPTION = "caption"
    BODY = "body"
    LIST_ITEM = "list item"
    BLOCK_QUOTATION = "block quotation"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its span in the article's text, without surrounding white space."""

    span: Span
    kind: ParagraphKind = ParagraphKind.BODY

    def __init__(self, span: Span, kind: ParagraphKind = ParagraphKind.BODY) -> None:
        _set_span(self, span)
        _set_kind(self, kind)


_set_span, _set_kind = setters(Paragraph)


@dataclass(frozen=True, slots=True)
class Photographer:
    """Who took the picture a caption speaks of; `paragraph` is the caption's ¶ number, from 1."""

    name: str
    paragraph: int | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about an article. What is not known stays empty; nothing is guessed.

    `published` is a date as written by the source, best `YYYY-MM-DD`. `origins` says of single
    fields where they were found, as in `("title", "JSON-LD")`, sorted by field; a field that is
    not in it was given by the user or is the text's own.
    """

    title: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    published: str = ""
    url: str = ""
    language: str = ""
    photographers: tuple[Photographer, ...] = ()
    origins: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One article, its text frozen at import: decoded, newlines to LF, nothing else changed.

    `id` is a safe file name (`[a-z0-9-]`), unique in a project. `source` names the file it came
    from, for people; it is never opened again. `sha256` is of the text's UTF-8 (lone surrogates
    kept), so equal hashes mean equal texts.
    """

    id: str
    text: str
    metadata: Metadata = Metadata()
    source: str = ""
    sha256: str = field(default="")

    def __post_init__(self) -> None:
        if not self.sha256:
            object.__setattr__(self, "sha256", digest(self.text))

    @property
    def name(self) -> str:
        """What to call the article where its title is not known."""
        return self.metadata.title or self.id


def digest(text: str) -> str:
    """Hex SHA-256 of a text; lone surrogates count as themselves."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def slug(name: str, longest: int = 60) -> str:
    """A safe name made from `name`: ASCII letters, digits and hyphens, never empty.

    Accents are dropped by Unicode decomposition; what has no ASCII letter becomes a hyphen.
    A name with nothing left gets a short hash, so two different names rarely meet.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    short = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:longest].strip("-")
    return short or f"untitled-{digest(name)[:8]}"
