"""Chicago style, notes: the full note, and the short one for every later time.

Source: The Chicago Manual of Style, 17th ed. (2017), 14.191–14.200 (newspapers and news sites),
14.30–14.33 (short notes), 14.76 (many authors), 14.145 (no date), 14.260 (`quoted in`), 6.125 (a
comma after a title that ends in `?` or `!`), 8.5 (a particle that begins a note has a capital).

A note is `Author, “Title,” Publication, Month Day, Year, place, address.` in the natural order of
names. Three authors are listed, of four or more the first with `et al.` (the 18th edition of 2024
does so from three on). Without an author the title begins the note, also where the author is the
publication itself; without a title `untitled article` stands for it; without a date, `n.d.` does.
“The” before the English name of a newspaper is left out, in every other language it stays.
"""

from __future__ import annotations

import re

from fr_reader.export.citations.months import MONTHS
from fr_reader.export.citations.people import raised, serial, spoken, surnames
from fr_reader.export.citations.script import Script
from fr_reader.export.citations.titles import quoted, short
from fr_reader.export.citations.work import Attribution, Passage, Work
from fr_reader.text.publication_dates import PublicationDate

_UNTITLED = "untitled article"
_ET_AL_FROM = 4


def note(work: Work, script: Script, place: str = "", who: str = "") -> str:
    """The full note; `place` as in `para. 13`, and `who` is quoted in the article."""
    authors = "" if work.by_its_publisher else _listed(work)
    begins = not who.strip()
    if authors:
        title = quoted(work.title, ",") if work.title else f"{_UNTITLED},"
        head = f"{raised(authors) if begins else authors}, {title}"
    else:
        untitled = raised(_UNTITLED) if begins else _UNTITLED
        head = quoted(work.title, ",") if work.title else f"{untitled},"
    rest = [
        script.italic(_without_article(work)),
        script.text(_date(work.date)),
        place,
        script.link(work.url) if work.url else "",
    ]
    said = "" if begins else f"{script.text(raised(who))}, quoted in "
    return _ended(f"{said}{script.text(head)} {', '.join(part for part in rest if part)}")


def short_note(work: Work, script: Script, place: str = "", who: str = "") -> str:
    """The short note, as in `Holland and Example, “Council to Plant,” para. 13.`"""
    begins = not who.strip()
    point = "," if place else "."
    names = "" if work.by_its_publisher else surnames(work.authors, "and", _ET_AL_FROM)
    title = quoted(short(work.title), point) if work.title else f"{_UNTITLED}{point}"
    head = f"{names}, {title}" if names else title
    said = "" if begins else f"{script.text(raised(who))}, quoted in "
    words = f"{said}{script.text(raised(head) if begins else head)} {place}".strip()
    return _ended(words) if place else words


def full_attribution(passage: Passage) -> Attribution:
    """The full note under a quotation."""
    place = passage.locator("para.", "paras.")
    return Attribution(note(passage.work, passage.script, place, passage.who))


def short_attribution(passage: Passage) -> Attribution:
    """The short note under a quotation."""
    place = passage.locator("para.", "paras.")
    return Attribution(short_note(passage.work, passage.script, place, passage.who))


def _listed(work: Work) -> str:
    names = work.authors
    if len(names) >= _ET_AL_FROM:
        return f"{spoken(names[0], comma=False)} et al."
    return serial([spoken(name, comma=False) for name in names], "and")


def _without_article(work: Work) -> str:
    english = not work.language or work.language.casefold().split("-")[0] in {
        "en",
        "eng",
        "english",
    }
    return re.sub(r"\A[Tt]he\s+(?=\S)", "", work.publisher) if english else work.publisher


def _date(date: PublicationDate) -> str:
    if not date.year:
        return date.literal or "n.d."
    if not date.month:
        return str(date.year)
    month = MONTHS[date.month - 1]
    return f"{month} {date.day}, {date.year}" if date.day else f"{month} {date.year}"


def _ended(text: str) -> str:
    return text if text.endswith(".") else f"{text}."
