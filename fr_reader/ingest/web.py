"""An article fetched from the web: the one time the network is used, and only when it is asked for.

What is fetched is read as a file with its content would be.
"""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from fr_reader.ingest.fetching import SECONDS, Fetched, fetch
from fr_reader.ingest.load import load
from fr_reader.model import Address, Article, InputError, slug


def fetched(address: Address, *, encoding: str | None = None, seconds: float = SECONDS) -> Article:
    """The article at `address`; that is its url, where it does not name one itself.

    Raises InputError, in one sentence, for whatever keeps it from being fetched or read.
    """
    found = fetch(address, seconds=seconds)
    article = _article(found, encoding or found.charset or None)
    if article.metadata.url:
        return article
    known = replace(article.metadata, url=found.address)
    return replace(article, metadata=known)


def _article(found: Fetched, encoding: str | None) -> Article:
    """What was fetched, read as a file with its content would be."""
    from urllib.parse import unquote, urlsplit  # noqa: PLC0415 - only when an address is typed

    parts = urlsplit(found.address)
    last = next((p for p in reversed(parts.path.split("/")) if p), "") or parts.hostname or ""
    stem = slug(unquote(last).removesuffix(found.suffix))
    with tempfile.TemporaryDirectory(prefix="fr-reader-") as folder:
        path = Path(folder) / f"{stem}{found.suffix}"
        path.write_bytes(found.data)
        try:
            return load(path, encoding=encoding)
        except InputError as error:
            told = str(error).replace(str(path), found.address)
            raise InputError(told) from None
