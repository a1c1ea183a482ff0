"""What a style has to know: the article as a work, and the passage of it that is cited."""

from __future__ import annotations

from dataclasses import dataclass

from fr_reader.export.citations.script import Script
from fr_reader.model import Article, Metadata
from fr_reader.text.author_names import AuthorName, parsed
from fr_reader.text.publication_dates import UNKNOWN, PublicationDate, publication_date


@dataclass(frozen=True, slots=True)
class Work:
    """An article's metadata, read for citing; white space is joined, what is not known is empty.

    `key` is what reference managers call it by, `name` what a wiki calls it.
    """

    authors: tuple[AuthorName, ...] = ()
    title: str = ""
    publisher: str = ""
    date: PublicationDate = UNKNOWN
    url: str = ""
    language: str = ""
    key: str = ""
    name: str = ""

    @property
    def by_its_publisher(self) -> bool:
        """Whether the one author is the publisher itself."""
        one = len(self.authors) == 1 and bool(self.authors[0].literal)
        return one and self.authors[0].literal.casefold() == self.publisher.casefold()


def work_of(metadata: Metadata, key: str = "", name: str = "") -> Work:
    """The work `metadata` describes. An author without a name is left out."""
    publisher = _joined(metadata.publisher)
    return Work(
        tuple(parsed(author, publisher) for author in metadata.authors if author.strip()),
        _joined(metadata.title),
        publisher,
        publication_date(metadata.published),
        _joined(metadata.url),
        _joined(metadata.language),
        key,
        name or _joined(metadata.title),
    )


def work_of_article(article: Article, key: str = "") -> Work:
    """The work `article` is; without a title a wiki calls it by its id."""
    return work_of(article.metadata, key, _joined(article.name))


@dataclass(frozen=True, slots=True)
class Passage:
    """What is cited of a work: the paragraphs `first` to `last`, from 1, in the words of `who`."""

    work: Work
    first: int
    last: int
    who: str
    script: Script

    def locator(self, one: str, several: str, dash: str = "–") -> str:
        """The place, as in `para. 3` or `paras. 3–5`."""
        if self.first == self.last:
            return f"{one} {self.first}"
        return f"{several} {self.first}{dash}{self.last}"


@dataclass(frozen=True, slots=True)
class Attribution:
    """What stands under a quotation: its `line`, the `entry` for the list of references, `after`.

    `after` belongs behind the quotation, as the text of a footnote does.
    """

    line: str
    entry: str = ""
    after: str = ""


def _joined(text: str) -> str:
    return " ".join(text.split())
