"""A note before it has a form: its blocks and properties, the same for every profile.

Texts in here are markdown already, escaped by `fr_reader.export.markdown`; what stands for
another note is a `Ref`, which each profile links in its own way.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from fr_reader.model import Article, Code, Speaker


@dataclass(frozen=True, slots=True)
class Ref:
    """An article, a speaker or a code, which may have a note of its own.

    `kind` is "article", "speaker" or "code". Without an `id` there is nothing to link to. `name`
    is plain text, not markdown.
    """

    kind: str
    id: str
    name: str


Inline: TypeAlias = tuple[str | Ref, ...]
"""Markdown in one line, with references in it."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` is 1 for the title of the note, at most 6."""

    level: int
    text: Inline


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One or several paragraphs of escaped markdown; strings may hold line breaks."""

    text: Inline


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose first column is text, plain or a reference, and whose others are numbers."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str | Ref | int, ...], ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list with an item a line."""

    items: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A finding: `quotation` is its block quotation with the attribution, lines beginning `>`.

    `key` names the passage wherever it stands, `facts` tell of it in pairs.
    """

    key: str
    quotation: str
    facts: tuple[tuple[str, Inline], ...]


@dataclass(frozen=True, slots=True)
class Memo:
    """A memo as it was written, and in `about`, markdown, what it is on."""

    about: str
    memo: str


@dataclass(frozen=True, slots=True)
class Keep:
    """The place of what the user writes; `label`, plain text, says what it is about.

    `inner` says that it belongs to the finding before it, not to the whole note.
    """

    key: str
    label: str
    inner: bool = False


Block: TypeAlias = Heading | Paragraph | Table | Bullets | Passage | Memo | Keep


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of an article a note is made from, for its properties."""

    ref: Ref
    pairs: tuple[tuple[str, str | int | tuple[str, ...]], ...]


Value: TypeAlias = str | int | tuple[str, ...] | tuple[Ref, ...] | tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """One note: `key` names what it is about, for ever; `ref` is that, or None for an index or
    the notes of a whole project; `kind` is what kind of note it is."""

    kind: str
    key: str
    title: str
    properties: tuple[tuple[str, Value], ...]
    blocks: tuple[Block, ...]
    ref: Ref | None = field(default=None)

    def without_keeps(self) -> Note:
        """The note for where nothing can be kept, such as a pipe."""
        blocks = (block for block in self.blocks if not isinstance(block, Keep))
        return replace(self, blocks=tuple(blocks))


def once(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """`blocks` with a single place to keep something under each key: the first."""
    seen: set[str] = set()
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, Keep):
            if block.key in seen:
                continue
            seen.add(block.key)
        kept.append(block)
    return tuple(kept)


def of_article(article: Article) -> Ref:
    """The reference to an article."""
    return Ref("article", article.id, article.name)


def of_speaker(speaker: Speaker) -> Ref:
    """The reference to a speaker."""
    return Ref("speaker", speaker.id, speaker.name.strip() or "Somebody")


def of_code(code: Code) -> Ref:
    """The reference to a code."""
    return Ref("code", code.id, code.name.strip() or "A code without a name")
