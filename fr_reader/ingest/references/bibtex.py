"""BibTeX and BibLaTeX, by bibtexparser."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping

from fr_reader.model import InputError, Metadata
from fr_reader.text.author_names import organisation, parsed, written
from fr_reader.text.babel import TAGS
from fr_reader.text.tex import unescaped

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_BLOCK = re.compile(r"@\w{1,40}[ \t]{0,9}[{(]")
_MOST_BLOCKS = 20_000
_PUBLICATIONS = ("journaltitle", "journal", "booktitle", "organization", "publisher")


def from_bibtex(text: str) -> Iterator[Metadata]:
    """The works of a bibliography; entries that cannot be read, and those
    with the key of one before, are passed over.

    Raises InputError where none can be read, and ImportError where bibtexparser is missing.
    """
    from bibtexparser.entrypoint import parse_string  # noqa: PLC0415 - an extra

    if sum(1 for _ in _BLOCK.finditer(text)) > _MOST_BLOCKS:
        raise InputError(f"it has more than {_MOST_BLOCKS} entries: split it")
    logging.getLogger("bibtexparser").addHandler(logging.NullHandler())
    entries = parse_string(text).entries
    if not entries:
        raise InputError("no entry in it can be read as BibTeX")
    for entry in entries:
        fields = {field.key.lower(): str(field.value) for field in entry.fields}
        language = _line(fields, "langid", "hyphenation", "language")
        yield Metadata(
            _line(fields, "title"),
            tuple(filter(None, map(_name, _authors(fields.get("author", ""))))),
            _line(fields, *_PUBLICATIONS),
            _date(fields),
            " ".join(fields.get("url", "").split()).strip("{}"),
            TAGS.get(language, language),
        )


def _words(tex: str) -> str:
    return " ".join(unescaped(tex).split())


def _line(fields: Mapping[str, str], *keys: str) -> str:
    return next((words for key in keys if (words := _words(fields.get(key, "")))), "")


def _authors(tex: str) -> list[str]:
    """The names in `tex`, parted at each `and` outside braces."""
    names: list[list[str]] = [[]]
    depth = 0
    for word in tex.split():
        if word == "and" and depth <= 0:
            names.append([])
            continue
        names[-1].append(word)
        depth += word.count("{") - word.count("}")
    return [" ".join(name) for name in names if name]


def _name(tex: str) -> str:
    if _is_one_group(tex):
        return organisation(_words(tex))
    words = _words(tex)
    return written(parsed(words)) if words else ""


def _is_one_group(tex: str) -> bool:
    """Whether braces hold all of `tex`, which so is not taken apart."""
    depth = 0
    for at, char in enumerate(tex):
        depth += (char == "{") - (char == "}")
        if depth <= 0:
            return at == len(tex) - 1 and tex[0] == "{"
    return False


def _date(fields: Mapping[str, str]) -> str:
    if said := _line(fields, "date"):
        return said
    year, month, day = (_line(fields, key) for key in ("year", "month", "day"))
    number = month if month.isdecimal() else ""
    if month[:3].lower() in _MONTHS:
        number = str(_MONTHS.index(month[:3].lower()) + 1)
    if not re.fullmatch(r"\d{4}", year, re.ASCII) or not number:
        return " ".join(part for part in (month, year) if part)
    days = [day.zfill(2)] if day.isdecimal() else []
    return "-".join([year, number.zfill(2), *days])
