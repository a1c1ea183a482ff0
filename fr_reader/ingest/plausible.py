"""What may be a name, a date, an address or a language, and what only stands in its place."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from datetime import date

from fr_reader.ingest.reading import clean
from fr_reader.model import Metadata

LONGEST_NAME = 120
LONGEST_TITLE = 300
_DAY = re.compile(r"(\d{4})([-/.]?)(\d\d)\2(\d\d)(?!\d)")
_PARTIAL = re.compile(r"(?:1[5-9]|20)\d\d(?:-(?:0[1-9]|1[0-2]))?$")
_WORDED = re.compile(
    r"(?=.{0,40}\b(?:1[5-9]|20)\d\d\b)(?=.{0,30}\b(?:jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t"
    r"|nov|de[cz])).{8,60}$",
    re.IGNORECASE,
)
_URL = re.compile(r"https?://[^\s<>\"]{3,2000}$", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}$")
_BY = re.compile(r"(?:[Bb]y|BY)[: ]\s*")
_NOBODY = {
    "admin",
    "administrator",
    "author",
    "staff",
    "unknown",
    "none",
    "null",
    "user",
    "guest",
    "undefined",
    "anonymous",
    "n/a",
    "webmaster",
    "editor",
    "default",
}
_NO_TITLE = re.compile(
    r"untitled\b|(?:document|title|null|undefined|slide|powerpoint presentation|home|index)\s*\d*$"
    r"|microsoft (?:word|powerpoint) -|.*\.(?:docx?|indd|pdf|qxp|rtf|odt|tex|dvi|html?)$",
    re.IGNORECASE,
)


def title(value: str) -> str:
    """`value` as a title; empty where it is a file name, an address or a placeholder."""
    text = clean(value[: LONGEST_TITLE * 4])
    if not 2 <= len(text) <= LONGEST_TITLE or _URL.match(text) or _NO_TITLE.match(text):
        return ""
    return text if any(map(str.isalpha, text)) else ""


def name(value: str) -> str:
    """`value` as the name of a person or an organisation; empty for addresses and placeholders."""
    text = _BY.sub("", clean(value[: LONGEST_NAME * 4]), count=1).strip(" ,;|")
    if not 2 <= len(text) <= LONGEST_NAME or text.casefold() in _NOBODY:
        return ""
    if "://" in text or "@" in text or text.startswith(("www.", "/", "{", "[", "<")):
        return ""
    letters = sum(map(str.isalpha, text))
    return text if letters >= max(2, len(text) // 2) else ""


def names(values: list[str]) -> tuple[str, ...]:
    """The names in `values`, each once; "A Name, B Name and C Name" is three."""
    found: list[str] = []
    for value in values[:200]:
        text = _BY.sub("", clean(value[:2000]), count=1)
        parts = re.split(r" and | & |[,;|]", text)
        split = [part.strip() for part in parts if part.strip()]
        if not all(" " in part for part in split):
            split = [part.strip() for part in text.split(";")] if ";" in text else [text]
        found.extend(name(part) for part in split)
    return tuple(dict.fromkeys(filter(None, found)))


def published(value: str) -> str:
    """`value` as a date: YYYY-MM-DD where it begins so, a year or month, or a date in words."""
    text = clean(value[:200])
    day = _DAY.match(text)
    if day:
        try:
            found = date(int(day[1]), int(day[3]), int(day[4]))
        except ValueError:
            return ""
        return found.isoformat() if 1500 <= found.year <= 2100 else ""
    return text if _PARTIAL.match(text) or _WORDED.match(text) else ""


def url(value: str) -> str:
    """`value` as the address of a page; empty where it is no http address."""
    text = value.strip()[:2100]
    return text if _URL.match(text) and text == clean(text) else ""


def language(value: str) -> str:
    """`value` as a language tag such as `en-GB` (BCP 47); empty where it is none."""
    text = value.strip()[:40]
    return text.replace("_", "-") if _LANGUAGE.match(text) else ""


def with_origin(known: Metadata, origin: str) -> Metadata:
    """`known`, each of its fields said to be from `origin`."""
    found = [f.name for f in fields(Metadata) if f.name != "origins" and getattr(known, f.name)]
    return replace(known, origins=tuple((field, origin) for field in sorted(found)))
