"""APA style, 7th edition: author and year in the text, an entry in the list of references.

Source: Publication Manual of the American Psychological Association, 7th ed. (2020), section 10.1,
example 16 (newspaper articles), 8.10–8.17 (authors in the text), 8.28 (quotations without page
numbers take a paragraph number), 9.8–9.12 (authors in the list), 9.17 (no date), 9.22 (works
without a title), 9.24 (publisher that is the author).

An entry is `Author. (Date). Title. Publication. Address`. Up to 20 authors are listed; of more,
the first 19, three points and the last. Without an author the title moves to the front; without a
title a description in brackets stands for it; without a date, `n.d.` does. The publication is set
in italics and the title is not, as for newspapers: whether a news site counts as a newspaper or as
a website (example 110, the other way round) is not known from the metadata.
"""

from __future__ import annotations

import re

from fr_reader.export.citations.months import MONTHS
from fr_reader.export.citations.people import serial, surnames
from fr_reader.export.citations.script import Script
from fr_reader.export.citations.titles import ended, quoted, short
from fr_reader.export.citations.work import Attribution, Passage, Work
from fr_reader.text.author_names import AuthorName
from fr_reader.text.publication_dates import PublicationDate

_MOST = 20
_DESCRIPTION = "[News article]"


def entry(work: Work, script: Script) -> str:
    """The entry for the list of references."""
    title = script.text(ended(work.title or _DESCRIPTION))
    date = f"({script.text(_date(work.date))})."
    front = [script.text(ended(_listed(work.authors))), date, title] if work.authors else []
    parts = front or [title, date]
    if work.publisher and not work.by_its_publisher:
        parts.append(_stopped(script.italic(work.publisher), work.publisher))
    if work.url:
        parts.append(script.link(work.url))
    return " ".join(parts)


def in_text(passage: Passage) -> str:
    """The citation in parentheses, as in `(Holland & Example, 2026, para. 13)`."""
    work, script = passage.work, passage.script
    place = passage.locator("para.", "paras.")
    year = str(work.date.year) if work.date.year else work.date.literal or "n.d."
    if work.authors:
        who = surnames(work.authors, "&", 3) + ","
    else:
        who = quoted(short(work.title), ",") if work.title else f"{_DESCRIPTION},"
    return script.text(f"({who} {year}, {place})")


def attribution(passage: Passage) -> Attribution:
    """Who said it and the citation in the text; the entry below."""
    who = passage.script.text(passage.who)
    return Attribution(f"{who} {in_text(passage)}".strip(), entry(passage.work, passage.script))


def initials(given: str) -> str:
    """The initials of given names: `Jean-Paul` is `J.-P.`, `J.R.R.` is `J. R. R.`"""
    words = re.sub(r"\.(?=[^\W\d_])", ". ", given).split()
    return " ".join("-".join(_initial(part) for part in word.split("-") if part) for word in words)


def _initial(word: str) -> str:
    letter = next((char for char in word if char.isalnum()), "")
    return f"{letter.upper()}." if letter else word


def _listed(names: tuple[AuthorName, ...]) -> str:
    parts = [_inverted(name) for name in names]
    if len(parts) > _MOST:
        return f"{', '.join(parts[: _MOST - 1])}, . . . {parts[-1]}"
    if len(parts) == 2 and not names[0].literal:
        return f"{parts[0]}, & {parts[1]}"
    return serial(parts, "&")


def _inverted(name: AuthorName) -> str:
    parts = [name.surname, initials(name.given), name.suffix]
    return ", ".join(part for part in parts if part)


def _date(date: PublicationDate) -> str:
    if not date.year:
        return date.literal or "n.d."
    month = f", {MONTHS[date.month - 1]}" if date.month else ""
    return f"{date.year}{month}{f' {date.day}' if date.day else ''}"


def _stopped(text: str, words: str) -> str:
    return text if words.endswith((".", "?", "!")) else f"{text}."
