"""The articles that come with fr-reader."""

from __future__ import annotations

from fr_reader.ingest.load import load
from fr_reader.model import Article
from fr_reader.resources import seeds_folder


def seeds() -> list[Article]:
    """The seed articles, by file name. Raises InputError when one was damaged."""
    return [load(path) for path in sorted(seeds_folder().glob("*.txt"))]
