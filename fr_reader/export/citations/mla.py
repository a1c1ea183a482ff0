"""MLA style, 9th edition: the author in the text, an entry in the list of works cited.

Source: MLA Handbook, 9th ed. (2021), chapter 5 (the core elements: 5.3–5.22 authors, 5.23–5.30
titles, 5.78–5.83 dates, 5.93–5.98 addresses), 6.20 (paragraph numbers), 6.77 (words quoted in a
source: `qtd. in`).

An entry is `Author. “Title.” Publication, Day Mon. Year, address.` The first author is inverted;
two are joined by `and`; from three on the first stands for all with `et al.` What is not known is
left out, and without a title a description stands for it, upright and without marks. An author
that is the publication itself is left out. Plain text leaves `https://` out, as the handbook
allows; in markdown the address is a link, which needs it.
"""

from __future__ import annotations

from fr_reader.export.citations.months import SHORT_MONTHS
from fr_reader.export.citations.people import spoken, surnames
from fr_reader.export.citations.script import Script
from fr_reader.export.citations.titles import ended, quoted, short
from fr_reader.export.citations.work import Attribution, Passage, Work
from fr_reader.text.author_names import AuthorName
from fr_reader.text.publication_dates import PublicationDate

_DESCRIPTION = "News article"


def entry(work: Work, script: Script) -> str:
    """The entry for the list of works cited."""
    parts = []
    if work.authors and not work.by_its_publisher:
        parts.append(script.text(ended(_listed(work.authors))))
    parts.append(script.text(quoted(work.title, ".") if work.title else f"{_DESCRIPTION}."))
    container = [
        script.italic(work.publisher),
        script.text(_date(work.date)),
        script.link(work.url, protocol=False) if work.url else "",
    ]
    known = [part for part in container if part]
    if known:
        last = ", ".join(known)
        parts.append(last if last.endswith(".") else f"{last}.")
    return " ".join(parts)


def in_text(passage: Passage) -> str:
    """The citation in parentheses, as in `(Holland and Example, par. 13)`.

    Words of somebody the article quotes are `qtd. in` it.
    """
    work = passage.work
    place = passage.locator("par.", "pars.", "-")
    quoting = "qtd. in " if passage.who.strip() else ""
    if work.authors and not work.by_its_publisher:
        source = f"{surnames(work.authors, 'and', 3)},"
    elif work.title:
        title = short(work.title)
        source = quoted(title, "" if title.endswith(("?", "!")) else ",")
    else:
        source = f"{work.publisher or _DESCRIPTION},"
    return passage.script.text(f"({quoting}{source} {place})")


def attribution(passage: Passage) -> Attribution:
    """Who said it and the citation in the text; the entry below."""
    who = passage.script.text(passage.who)
    return Attribution(f"{who} {in_text(passage)}".strip(), entry(passage.work, passage.script))


def _listed(names: tuple[AuthorName, ...]) -> str:
    first = _inverted(names[0])
    if len(names) == 1:
        return first
    if len(names) == 2:
        return f"{first}, and {spoken(names[1], comma=True)}"
    return f"{first}, et al."


def _inverted(name: AuthorName) -> str:
    return ", ".join(part for part in (name.surname, name.given, name.suffix) if part)


def _date(date: PublicationDate) -> str:
    if not date.year:
        return date.literal
    day = f"{date.day} " if date.day else ""
    month = f"{SHORT_MONTHS[date.month - 1]} " if date.month else ""
    return f"{day}{month}{date.year}"
