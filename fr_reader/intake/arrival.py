"""An article that was read and is about to become part of a project, or not."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from fr_reader.ingest import described, load, piped
from fr_reader.ingest.guessed import guesses
from fr_reader.model import Address, Article, InputError, visible


@dataclass(frozen=True, slots=True)
class Arrival:
    """An article as it was read.

    `described` says whether its file, or what is beside it, tells more than the title its text
    begins with; `guessed` is the encoding it was read in where that is a guess, else empty.
    """

    article: Article
    described: bool = False
    guessed: str = ""


def read_file(path: Path, encoding: str | None = None) -> Arrival:
    """The article in the file at `path`.

    Raises InputError, naming the file, whatever is wrong with it: a fault of a reader of some
    format is told of one file and keeps no other from being read.
    """
    try:
        with guesses() as guessed:
            article = load(path, encoding=encoding)
            says = described(path, article) or bool(article.metadata.origins)
            return Arrival(article, says, "".join(guessed[:1]))
    except InputError:
        raise
    except Exception as error:
        raise InputError(
            f"{visible(str(path))} cannot be read, by a fault of fr-reader’s own "
            f"({type(error).__name__}): leave it out"
        ) from error


def read_piped(data: bytes, encoding: str | None = None) -> Arrival:
    """The article that came from another program. Raises InputError as `load` does."""
    with guesses() as guessed:
        article = piped(data, encoding=encoding)
    return Arrival(article, bool(article.metadata.origins), "".join(guessed[:1]))


def read_address(address: Address, encoding: str | None = None) -> Arrival:
    """The article at an address on the web, fetched now. Raises InputError."""
    from fr_reader.ingest.web import fetched  # noqa: PLC0415 - only when an address is typed

    with guesses() as guessed:
        article = fetched(address, encoding=encoding)
    return Arrival(article, described=True, guessed="".join(guessed[:1]))
