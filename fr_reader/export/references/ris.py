"""RIS, which every reference manager reads.

Source: the RIS format of Research Information Systems as Zotero and EndNote write it: type `NEWS`,
the newspaper in `T2`, the date as `YYYY/MM/DD/other words`, an organisation as an author without a
comma. A value ends at the end of its line, so no value has line breaks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fr_reader.export.citations.work import Work
from fr_reader.text.author_names import AuthorName
from fr_reader.text.publication_dates import PublicationDate


def ris(works: Iterable[Work]) -> str:
    """The works, an empty line between two; UTF-8."""
    return "\n".join("\n".join(_lines(work)) + "\n" for work in works)


def _lines(work: Work) -> Iterator[str]:
    fields = [
        ("TY", "NEWS"),
        ("ID", work.key),
        ("TI", work.title),
        *(("AU", _name(name)) for name in work.authors),
        ("T2", work.publisher),
        ("PY", f"{work.date.year:04}" if work.date.year else ""),
        ("DA", _date(work.date)),
        ("UR", work.url),
        ("LA", work.language),
    ]
    yield from (f"{tag}  - {value}" for tag, value in fields if value)
    yield "ER  - "


def _name(name: AuthorName) -> str:
    if name.literal:
        return name.literal if "," not in name.literal else f"{{{name.literal}}}"
    suffix = f", {name.suffix}" if name.suffix else ""
    return f"{name.surname}, {name.given}{suffix}".rstrip()


def _date(date: PublicationDate) -> str:
    if not date.year:
        return f"///{date.literal}" if date.literal else ""
    parts = [f"{date.year:04}", f"{date.month:02}" if date.month else ""]
    return "/".join([*parts, f"{date.day:02}" if date.day else "", ""])
