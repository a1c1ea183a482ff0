"""CSL-JSON, which Zotero, Pandoc and citeproc read.

Source: the Citation Style Language schema `csl-data.json`, version 1.0.2. An article is an
`article-newspaper`. A particle stays with the family name (`non-dropping-particle`), an
organisation is a `literal` name, and a date that is none is `literal` as well.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from fr_reader.export.citations.work import Work
from fr_reader.text.author_names import AuthorName
from fr_reader.text.publication_dates import PublicationDate


def csl_json(works: Iterable[Work]) -> str:
    """The works as a JSON list, UTF-8, with a newline at the end."""
    return json.dumps([_item(work) for work in works], ensure_ascii=False, indent=2) + "\n"


def _item(work: Work) -> dict[str, object]:
    fields: dict[str, object] = {
        "title": work.title,
        "author": [_name(name) for name in work.authors],
        "container-title": work.publisher,
        "issued": _date(work.date),
        "URL": work.url,
        "language": work.language,
    }
    known = {key: value for key, value in fields.items() if value}
    return {"id": work.key, "type": "article-newspaper", **known}


def _name(name: AuthorName) -> dict[str, str]:
    parts = {
        "literal": name.literal,
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.particle,
        "suffix": name.suffix,
    }
    return {key: value for key, value in parts.items() if value}


def _date(date: PublicationDate) -> dict[str, object]:
    if date.year:
        return {"date-parts": [list(date.parts)]}
    return {"literal": date.literal} if date.literal else {}
