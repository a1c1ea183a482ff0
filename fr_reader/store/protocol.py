"""What everything above asks of a store, whichever it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from fr_reader.model import (
    Act,
    Annotation,
    Annotations,
    Article,
    Codebook,
    Metadata,
    Span,
    Speakers,
)
from fr_reader.store.counts import Counts
from fr_reader.store.deed import Deed


@dataclass(frozen=True, slots=True)
class Entry:
    """One article of a project without its text.

    `length` is in code points; `added` is a time as in annotations, ISO 8601 in UTC. `earlier` has
    the hashes of the texts it had before, the first one first: its earlier revisions.
    """

    id: str
    metadata: Metadata
    sha256: str
    source: str
    added: str
    length: int
    earlier: tuple[str, ...] = ()

    @property
    def revision(self) -> int:
        """The number of its text of today, from 1."""
        return len(self.earlier) + 1

    @property
    def name(self) -> str:
        """What to call the article where its title is not known."""
        return self.metadata.title or self.id


@dataclass(frozen=True, slots=True)
class Removed:
    """An article in the trash: its id there, its entry, when it was removed and by whom."""

    id: str
    entry: Entry
    time: str
    coder: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """Where an annotation may belong: a span a segment in the text of today, and how like its
    words are to those it was made on, from 0 to 1."""

    segments: tuple[Span, ...]
    likeness: float


@dataclass(frozen=True, slots=True)
class Astray:
    """An annotation of an earlier revision whose passage is not surely in the text of today.

    `annotation` is as it was made. It is shown nowhere else and counts for nothing until somebody
    agrees to one of the `proposals`, the likeliest first; without any it is an orphan.
    """

    annotation: Annotation
    proposals: tuple[Proposal, ...] = ()

    @property
    def orphan(self) -> bool:
        """Whether nothing like its words is left."""
        return not self.proposals

    @property
    def words(self) -> tuple[str, ...]:
        """The words it was made on, a string a segment."""
        return tuple(anchor.exact for anchor in self.annotation.anchors)


class Store(Protocol):
    """Articles with their annotations, the codes and speakers of one project.

    Every method may raise StoreError, and then nothing has changed. `coder` is whose annotations
    `apply` writes, `name` what the project is called, `problems` what was found damaged and
    stepped over, a sentence each.
    """

    coder: str
    name: str

    @property
    def problems(self) -> Sequence[str]:
        """What was stepped over or set aside while reading, for people; mostly empty."""
        ...

    def entries(self) -> tuple[Entry, ...]:
        """The articles, in the order added."""
        ...

    def entry(self, article_id: str) -> Entry:
        """One article without its text. Raises StoreError if unknown."""
        ...

    def article(self, article_id: str) -> Article:
        """The article with its text. Raises StoreError if unknown or its text was altered."""
        ...

    def revision(self, article_id: str, sha256: str) -> str:
        """The text of an article that has this hash, the present one or an earlier one.

        Raises StoreError if there is none or it was altered.
        """
        ...

    def find(self, words: str) -> tuple[Entry, ...]:
        """The articles in the order added in whose metadata each of these words occurs.

        A word is found inside of others too, and whatever its case.
        """
        ...

    def add(self, article: Article) -> tuple[Entry, bool]:
        """Add an article; say whether it is new.

        A text that is there already (same sha256) gives its entry and False. An id that is taken
        by another text becomes `id-2`, `id-3` …
        """
        ...

    def add_many(self, articles: Iterable[Article]) -> list[tuple[Entry, bool]]:
        """Add articles as one act, all or none; give for each what `add` would have given."""
        ...

    def revise(self, article_id: str, article: Article) -> Entry:
        """Take the text of `article` as the new revision of the article with this id.

        What is known about it comes from `article` too, where that says anything. Every
        annotation stays as it was made; those whose words are surely there still are found at
        their new places, the others are `astray`. Raises StoreError if unknown, or if the text is
        one that an article of the project has or had.
        """
        ...

    def update(self, article_id: str, metadata: Metadata) -> Entry:
        """Put `metadata` in the place of what was known about an article, and nothing else.

        It is on disk when this returns the entry as it is now. Raises StoreError if unknown.
        """
        ...

    def remove(self, article_id: str) -> str:
        """Move an article with all its annotations to the trash; its id there.

        Raises StoreError if unknown.
        """
        ...

    def trash(self) -> tuple[Removed, ...]:
        """The articles in the trash, the last removed last."""
        ...

    def trashed(self) -> Mapping[str, int]:
        """How many annotations of articles in the trash name each code and speaker, by id."""
        ...

    def restore(self, trash_id: str) -> Entry:
        """Move an article back out of the trash, with its annotations.

        Raises StoreError if unknown, or if its id or its text is in the project again.
        """
        ...

    def empty_trash(self) -> int:
        """Delete what is in the trash for good; how many articles it were."""
        ...

    def codebook(self) -> Codebook:
        """The codes."""
        ...

    def speakers(self) -> Speakers:
        """The speakers."""
        ...

    def annotations(self, article_id: str | None = None) -> Annotations:
        """The annotations of all coders, of one article or of every one, where they stand today."""
        ...

    def latest(self, articles: int) -> tuple[Annotation, ...]:
        """What `coder` made in the so many articles they worked on last, the last changed first.

        It costs little however many annotations there are.
        """
        ...

    def astray(self, article_id: str | None = None) -> tuple[Astray, ...]:
        """The annotations that wait for somebody to say where they belong, in the order made."""
        ...

    def counts(self, article_id: str | None = None) -> Counts:
        """How many `annotations` of each kind there are, of one article or of every one.

        Where a code or a speaker occurs: `counts().spoken(speaker).articles()`.
        """
        ...

    def done(self, coder: str | None = None) -> Mapping[str, frozenset[str]]:
        """The coders who say that they are done with an article, by its id; of all or of one.

        Articles nobody is done with are not in it.
        """
        ...

    def mark_done(self, article_id: str, done: bool) -> None:
        """Say that `coder` is done with an article, or is not any more.

        It is on disk when this returns. Raises StoreError if the article is unknown.
        """
        ...

    def apply(self, act: Act) -> Act:
        """Do all an act says, or nothing; the act as it was done, with its id.

        It is on disk when this returns. Where another window has changed an annotation the act
        changes too, the act done also keeps that version, as a conflict.
        """
        ...

    def history(self, article_id: str | None = None, coder: str | None = None) -> Iterator[Deed]:
        """The acts done, on one article or on all, by one coder or by everybody, the last last."""
        ...

    def shared_history(
        self, kind: str, wanted: Callable[[str, bool], bool], coder: str | None = None
    ) -> Iterator[Deed]:
        """The acts on `codes` or `speakers` that are `wanted`, by one coder or by everybody, the
        last last.

        `wanted` is asked with an act's title and whether it touched anything else too; where it
        wants few of those that did, it costs little however many annotations there are.
        """
        ...

    def close(self) -> None:
        """Let go of everything held. The store is not to be used afterwards."""
        ...
