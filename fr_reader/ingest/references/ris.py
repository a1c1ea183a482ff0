"""RIS, by rispy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from fr_reader.model import InputError, Metadata
from fr_reader.text.author_names import organisation, parsed, written
from fr_reader.text.grammar import word_set

_TAG = re.compile(r"([A-Z][A-Z0-9])  -")
_TAGS = word_set("TY TI T1 AU A1 T2 JF JO J2 PB PY Y1 DA UR LA ER")
_MOST_LINES = 100
_PUBLICATIONS = ("secondary_title", "journal_name", "alternate_title3", "alternate_title1")


def from_ris(text: str) -> Iterator[Metadata]:
    """The works of a RIS file. Raises InputError, and ImportError where rispy is missing."""
    import rispy  # noqa: PLC0415 - an extra, and only for these files

    records = rispy.loads(
        "\n".join(_wanted(text)), delimiter_tags_mapping={}, skip_unknown_tags=True
    )
    if not records:
        raise InputError("this is not RIS, or no record in it ends with ER")
    for record in records:
        authors = _texts(record, "first_authors", "authors")
        yield Metadata(
            _first(record, "title", "primary_title"),
            tuple(map(_name, authors)),
            _first(record, *_PUBLICATIONS, "publisher"),
            _date(record),
            _first(record, "urls"),
            _first(record, "language"),
        )


def _wanted(text: str) -> Iterator[str]:
    """The lines of the fields that are read, each with so many of those that go on with it.

    Joining thousands of lines to one field would take the library minutes.
    """
    left = 0
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if tag := _TAG.match(line):
            left = _MOST_LINES if tag[1] in _TAGS else 0
            if left:
                yield line
        elif left:
            left -= 1
            yield line


def _texts(record: dict[str, Any], *keys: str) -> list[str]:
    """The words under the first of `keys` that has any, white space joined."""
    for key in keys:
        value = record.get(key)
        values = value if isinstance(value, list) else [value]
        joined = [" ".join(one.split()) for one in values if isinstance(one, str)]
        if found := [one for one in joined if one]:
            return found
    return []


def _first(record: dict[str, Any], *keys: str) -> str:
    return next(iter(_texts(record, *keys)), "")


def _name(author: str) -> str:
    """People have a comma in RIS; what has none is an organisation."""
    return written(parsed(author)) if "," in author or author[0] == "{" else organisation(author)


def _date(record: dict[str, Any]) -> str:
    """`YYYY/MM/DD/other words` of the date; the other words alone where there is no year."""
    said = _first(record, "date", "publication_year", "year")
    parts = said.split("/", 3)
    if len(parts) < 2:
        return said
    numbers = []
    for part, form in zip(parts, (r"\d{4}", r"\d{1,2}", r"\d{1,2}"), strict=False):
        if not re.fullmatch(form, part.strip(), re.ASCII):
            break
        numbers.append(part.strip().zfill(2))
    return "-".join(numbers) or parts[-1].strip()
