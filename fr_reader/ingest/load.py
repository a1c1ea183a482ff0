"""A file becomes an article: its text frozen, and what is known about it gathered."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path, PurePath

from fr_reader.ingest.decode import decode
from fr_reader.ingest.files import LIMIT, LIMIT_PACKED, read_bytes
from fr_reader.ingest.formats import format_of
from fr_reader.ingest.front_matter import after_front_matter, front_matter
from fr_reader.ingest.sidecar import read_sidecar, sidecar_of
from fr_reader.model import Article, InputError, Metadata, ParagraphKind, slug, visible

_MARKDOWN = {".md", ".markdown"}
_LONGEST_TITLE = 300
_UNDERLINE = re.compile(r"\n[ \t]*(=+|-+)[ \t]*\Z")


def load(path: Path, *, encoding: str | None = None) -> Article:
    """The article in the file at `path`, with the metadata of `NAME.toml` beside it if any.

    Plain text, Markdown and what `formats.FORMATS` lists: HTML, PDF, EPUB and Word documents.

    Raises InputError, naming the file and what to do, for what cannot be read as an article.
    """
    path = Path(path)
    if path.suffix.lower() == ".toml":
        raise InputError(
            f"{visible(str(path))} describes an article: name the text file beside it instead"
        )
    data = read_bytes(path, LIMIT, LIMIT_PACKED)
    sidecar = sidecar_of(path)
    beside = read_sidecar(sidecar) if os.path.lexists(sidecar) else Metadata()
    return from_bytes(data, str(path), encoding=encoding, metadata=beside)


def from_bytes(
    data: bytes,
    name: str,
    *,
    encoding: str | None = None,
    metadata: Metadata | None = None,
) -> Article:
    """The article in `data`, the content of a file called `name` (a path will do).

    What `metadata` leaves empty, the file's own metadata fills (a Markdown file's front matter, a
    page's JSON-LD and the like); a title still missing is the paragraph the text itself gives as
    its title. Raises InputError as `load` does.
    """
    known = metadata or Metadata()
    file = PurePath(name)
    form = format_of(data, name)
    if form is not None:
        found = form.read(data, name, encoding)
        text, known = found.text, _filled(known, found.metadata)
    else:
        text = decode(data, name, encoding)
        if _is_markdown(file):
            known = _filled(known, front_matter(text))
    if not known.title:
        known = replace(known, title=own_title(text, name))
    return Article(slug(visible(file.stem)), text, known, source=visible(file.name))


def described(path: Path, article: Article) -> bool:
    """Whether anything beside the file at `path`, or at its head, says what `article` is.

    Otherwise its metadata is nothing but the title its text begins with.
    """
    if os.path.lexists(sidecar_of(path)) or article.metadata.origins:
        return True
    return _is_markdown(path) and front_matter(article.text) != Metadata()


def own_title(text: str, name: str) -> str:
    """The title the text of a file called `name` begins with, whatever else says what it is."""
    return _title(after_front_matter(text) if _is_markdown(PurePath(name)) else text)


def _is_markdown(file: PurePath) -> bool:
    return file.suffix.lower() in _MARKDOWN


def _filled(known: Metadata, more: Metadata) -> Metadata:
    """`known`, its empty fields taken from `more`, with their origins."""
    told = dict(known.origins)
    told |= {field: where for field, where in more.origins if not getattr(known, field)}
    return Metadata(
        title=known.title or more.title,
        authors=known.authors or more.authors,
        publisher=known.publisher or more.publisher,
        published=known.published or more.published,
        url=known.url or more.url,
        language=known.language or more.language,
        photographers=known.photographers or more.photographers,
        origins=tuple(sorted(told.items())),
    )


def _title(text: str) -> str:
    """The words of the first title paragraph, in one line; empty where the text has none."""
    from fr_reader.text import paragraphs  # noqa: PLC0415 - most callers have a title already

    for paragraph in paragraphs(text):
        if paragraph.kind is ParagraphKind.TITLE:
            words = _UNDERLINE.sub("", paragraph.span.of(text)).lstrip("# ").split()
            title = " ".join(words)
            return title if len(title) <= _LONGEST_TITLE else ""
    return ""
