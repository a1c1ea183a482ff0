"""Variables: what is known about articles and speakers, by the names other programs show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from fr_reader.exchange.refi.guids import guid_of
from fr_reader.exchange.refi.xml_out import Writer
from fr_reader.model import Article, Metadata, Photographer, Speaker

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

Pairs = list[tuple[str, str]]
"""Names of variables with their values; a name stands as often as it has values."""

TITLE, AUTHOR, PUBLISHER, DATE, URL, LANGUAGE = (
    "title",
    "author",
    "publisher",
    "published",
    "url",
    "language",
)
PICTURE, FILE, ID = "photographer", "source file", "fr-reader id"
ROLE, AFFILIATION, ALIAS = "role", "affiliation", "alias"

KNOWN = {
    **dict.fromkeys(("title", "headline"), TITLE),
    **dict.fromkeys(("author", "authors", "byline", "creator"), AUTHOR),
    **dict.fromkeys(("publisher", "publication", "newspaper", "outlet", "medium"), PUBLISHER),
    **dict.fromkeys(("published", "date", "publication date", "date published"), DATE),
    **dict.fromkeys(("url", "link", "web address"), URL),
    **dict.fromkeys(("language", "lang"), LANGUAGE),
    PICTURE: PICTURE,
    FILE: FILE,
    ID: ID,
}
"""Names a variable of a source may have in other programs, in small letters, and ours."""

_PICTURE = re.compile(r"(.*) \(¶ ([1-9][0-9]{0,8})\)", re.DOTALL)


def of_article(article: Article) -> Pairs:
    """What is known about an article.

    Its title is the name of its source; it is written again only where it could be taken for the
    id, which stands in the place of a title that is not known, or has white space a name has not.
    """
    known = article.metadata
    plain = known.title != article.id and known.title == " ".join(known.title.split())
    pairs = [] if plain else [(TITLE, known.title)]
    pairs += [(AUTHOR, author) for author in known.authors]
    pairs += [(PUBLISHER, known.publisher), (DATE, known.published), (URL, known.url)]
    pairs += [(LANGUAGE, known.language)]
    pairs += [(PICTURE, _picture(one)) for one in known.photographers]
    pairs += [(FILE, article.source), (ID, article.id)]
    return [(name, value) for name, value in pairs if value]


def metadata(pairs: Iterable[tuple[str, str]]) -> tuple[Metadata, Pairs]:
    """What variables say about an article, and those that say nothing we keep."""
    found: dict[str, list[str]] = {}
    rest: Pairs = []
    for name, value in pairs:
        known = KNOWN.get(" ".join(name.split()).lower(), "")
        if known and value and not (known not in (AUTHOR, PICTURE) and known in found):
            found.setdefault(known, []).append(value)
        elif value:
            rest.append((name, value))

    def first(name: str) -> str:
        return found.get(name, [""])[0]

    return Metadata(
        title=first(TITLE),
        authors=tuple(found.get(AUTHOR, ())),
        publisher=first(PUBLISHER),
        published=first(DATE),
        url=first(URL),
        language=first(LANGUAGE),
        photographers=tuple(map(_photographer, found.get(PICTURE, ()))),
    ), rest


def of_speaker(speaker: Speaker) -> Pairs:
    """What is known about a speaker."""
    pairs = [(ROLE, speaker.role), (AFFILIATION, speaker.affiliation)]
    return [(n, v) for n, v in (*pairs, *((ALIAS, alias) for alias in speaker.aliases)) if v]


def put_definitions(writer: Writer, root: Element, pairs: Sequence[tuple[str, str]]) -> None:
    """Put the variables that have a value into a project: dates as dates where all of them are."""
    names = dict.fromkeys(name for name, _ in pairs)
    if not names:
        return
    parent = writer.put(root, "Variables")
    for name in names:
        kind = "Date" if _dates(name, pairs) else "Text"
        writer.put(
            parent, "Variable", guid=guid_of("variable", name), name=name, typeOfVariable=kind
        )


def put_values(
    writer: Writer, parent: Element, own: Pairs, every: Sequence[tuple[str, str]]
) -> None:
    """Put the values one source or case has; `every` are those of the whole project."""
    for name, value in own:
        made = writer.put(parent, "VariableValue")
        writer.put(made, "VariableRef", targetGUID=guid_of("variable", name))
        writer.put(made, "DateValue" if _dates(name, every) else "TextValue", value)


def _dates(name: str, pairs: Iterable[tuple[str, str]]) -> bool:
    return name == DATE and all(_whole_date(value) for own, value in pairs if own == name)


def _whole_date(value: str) -> bool:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
        return False
    try:
        return bool(date.fromisoformat(value))
    except ValueError:
        return False


def _picture(one: Photographer) -> str:
    return f"{one.name} (¶ {one.paragraph})" if one.paragraph else one.name


def _photographer(written: str) -> Photographer:
    found = _PICTURE.fullmatch(written)
    return Photographer(found[1], int(found[2])) if found else Photographer(written)
