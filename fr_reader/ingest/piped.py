"""What another program writes becomes an article: all there is of a stream, and no file to name."""

from __future__ import annotations

from dataclasses import replace
from typing import BinaryIO

from fr_reader.ingest.files import LIMIT, LIMIT_PACKED, is_container
from fr_reader.ingest.load import from_bytes
from fr_reader.model import Article, InputError, slug, visible

NAME = "standard input"
"""What stands where the name of a file would."""


def read_all(stream: BinaryIO | None, limit: int = LIMIT) -> bytes:
    """All bytes of a stream; none where there is no stream.

    Raises InputError when there are more than `limit`, or than 100 MB of a PDF or an archive.
    """
    data = stream.read(limit + 1) if stream is not None else b""
    if stream is not None and len(data) > limit and is_container(data):
        limit = max(limit, LIMIT_PACKED)
        data += stream.read(limit + 1 - len(data))
    if len(data) > limit:
        raise InputError(
            f"{NAME} has more than {limit / 1e6:.0f} MB, the most fr-reader reads: split it first"
        )
    return data


def piped(data: bytes, *, encoding: str | None = None) -> Article:
    """The article in `data`, read as a file is, by its first bytes.

    Its id is made from its title if it has one. Raises InputError as `load` does.
    """
    article = from_bytes(data, NAME, encoding=encoding)
    title = article.metadata.title
    return replace(article, id=slug(visible(title))) if title else article
