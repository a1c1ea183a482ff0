"""Checking the texts of a project, and the anchors in them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from fr_reader.model import Anchor, Annotation, Article, StoreError, visible
from fr_reader.store.fault import Fault
from fr_reader.store.places import ARTICLES, FILES, listed
from fr_reader.store.plan import ANNOTATIONS
from fr_reader.store.protocol import Entry
from fr_reader.store.revisions import article_of, text_names
from fr_reader.store.texts import hash_at, read_text

Entries = Mapping[str, tuple[int, Entry]]
"""Entries by id, each with the line it is on."""

ANOTHER_TEXT = "whose passage is of another version of the text"


def text_faults(folder: Path, article_id: str, line: int, entry: Entry) -> Iterator[Fault]:
    """What is wrong with the texts of an article: every revision, and how long today's is."""
    for sha256, name in text_names(entry).items():
        path = folder / ARTICLES / name
        try:
            length = len(read_text(path, sha256))
        except StoreError:
            what = "is not the text that was added" if path.exists() else "is missing"
            yield Fault("text", path, what, 0, sha256)
            continue
        if sha256 == entry.sha256 and length != entry.length:
            what = f"says {visible(article_id)} has {entry.length} code points, and it has {length}"
            yield Fault("length", folder / FILES[ARTICLES], what, line, article_id)


def strays(folder: Path, entries: Entries) -> Iterator[Fault]:
    """Texts and annotations of articles the project does not have."""
    for path in listed(folder / ARTICLES):
        if path.suffix == ".txt" and article_of(path.name) not in entries:
            what = "is the text of no article of the project"
            yield Fault("stray", path, what, 0, article_of(path.name) or path.stem)
    for path in listed(folder / ANNOTATIONS):
        if path.is_dir() and path.name not in entries:
            yield Fault("orphan", path, "holds annotations on no article of the project")


def lost_revisions(
    folder: Path, entries: Entries, unknown: Mapping[str, Collection[str]]
) -> Iterator[Fault]:
    """Texts that an entry does not name, though annotations were made on them.

    `unknown` has, by article, the hashes that anchors name and the entry does not. Any other text
    beside those of an article is what an interrupted revision has left, and does no harm.
    """
    for path in listed(folder / ARTICLES) if unknown else ():
        name = article_of(path.name)
        if name not in unknown or path.name in text_names(entries[name][1]).values():
            continue
        if (hash_at(path) or "") in unknown[name]:
            what = f"is a text of {visible(name)} that its entry does not know"
            yield Fault("revision", path, what, 0, name)


def texts_of(folder: Path, entries: Entries, article_id: str) -> dict[str, Article | None]:
    """The article with each of its texts, by hash; None where that is not there, which is told
    elsewhere. Nothing where there is no such article."""
    if article_id not in entries:
        return {}
    entry = entries[article_id][1]
    found: dict[str, Article | None] = {}
    for sha256, name in text_names(entry).items():
        try:
            text = read_text(folder / ARTICLES / name, sha256)
        except StoreError:
            found[sha256] = None
        else:
            found[sha256] = Article(entry.id, text, entry.metadata, entry.source, sha256)
    return found


def wrong_anchors(
    annotation: Annotation, texts: Mapping[str, Article | None]
) -> Iterator[tuple[Anchor, str]]:
    """The anchors of an annotation that do not hold in the text it was made on, and why."""
    for anchor in annotation.anchors:
        if anchor.sha256 not in texts:
            yield anchor, ANOTHER_TEXT
            continue
        article = texts[anchor.sha256]
        if article is not None and (wrong := _wrong(anchor, article)):
            yield anchor, wrong


def _wrong(anchor: Anchor, article: Article) -> str:
    """What is wrong with an anchor, or nothing."""
    if not anchor.holds(article):
        return f"whose words do not stand at {anchor.span.start} to {anchor.span.end} of the text"
    if anchor != Anchor.at(article, anchor.span):
        return "whose words have other surroundings in the text"
    return ""
