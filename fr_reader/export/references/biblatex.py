"""BibLaTeX, in UTF-8.

Source: the biblatex manual, version 3.20, sections 2.1 and 2.2; and Zotero, which writes newspaper
articles as `@article` with `entrysubtype = {newspaper}`, as we do. Without a publication an article
with an address is `@online`, one without is `@misc`. A title is in double braces, so that no style
changes its capitals; an organisation is in braces of its own, so that it is not taken apart.

What TeX gives a meaning is written by its name: braces too, since BibTeX counts those behind a
backslash. Addresses stand as they are, a brace, backslash or blank in them percent-encoded.
`langid` takes babel's names; a language it has no name for here is written as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from fr_reader.export.citations.work import Work
from fr_reader.text.author_names import AuthorName
from fr_reader.text.babel import BABEL
from fr_reader.text.tex import escaped

_PLAIN_PART = re.compile(r"[^\W\d_a-z][\w'’.-]*", re.UNICODE)


def biblatex(works: Iterable[Work]) -> str:
    """The entries, an empty line between two."""
    return "\n".join("\n".join(_lines(work)) + "\n" for work in works)


def _lines(work: Work) -> Iterator[str]:
    kind = "article" if work.publisher else "online" if work.url else "misc"
    fields = {
        "entrysubtype": "newspaper" if kind == "article" else "",
        "title": f"{{{escaped(work.title)}}}" if work.title else "",
        "author": " and ".join(_name(name) for name in work.authors),
        "journaltitle": escaped(work.publisher),
        "date": work.date.iso,
        "year": escaped(work.date.literal),
        "url": _verbatim(work.url),
        "langid": BABEL.get(work.language, escaped(work.language)),
    }
    yield f"@{kind}{{{work.key},"
    yield from (f"  {key} = {{{value}}}," for key, value in fields.items() if value)
    yield "}"


def _name(name: AuthorName) -> str:
    if name.literal:
        return f"{{{escaped(name.literal)}}}"
    family = f"{name.particle} {_part(name.family)}".strip()
    if not name.given:
        return family if _PLAIN_PART.fullmatch(family) else f"{family},"
    return ", ".join(part for part in (family, name.suffix, _part(name.given)) if part)


def _part(words: str) -> str:
    """One part of a name, in braces where BibTeX would read something into it."""
    if not words or all(_PLAIN_PART.fullmatch(word) for word in words.split()):
        return escaped(words)
    return f"{{{escaped(words)}}}"


def _verbatim(url: str) -> str:
    return re.sub(r"[{}\\\s]", lambda match: quote(match[0]), url)
