"""When an article appeared, as exactly as its source says it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ].*)?)?)?", re.DOTALL | re.ASCII)


@dataclass(frozen=True, slots=True)
class PublicationDate:
    """A date of any precision; a part that is not known is 0.

    `literal` is what could not be read as a date, in the source's own words.
    """

    year: int = 0
    month: int = 0
    day: int = 0
    literal: str = ""

    def __bool__(self) -> bool:
        return bool(self.year or self.literal)

    @property
    def parts(self) -> tuple[int, ...]:
        """Year, month and day, as far as they are known."""
        return tuple(part for part in (self.year, self.month, self.day) if part)

    @property
    def iso(self) -> str:
        """`YYYY`, `YYYY-MM` or `YYYY-MM-DD`; empty for a literal."""
        return "-".join(f"{part:0{4 if not at else 2}}" for at, part in enumerate(self.parts))


UNKNOWN = PublicationDate()
"""No date at all."""


def publication_date(text: str) -> PublicationDate:
    """`text` as a date: ISO 8601 of any precision, a time behind it left out.

    Anything else, also a day that is in no calendar, stays as it is written.
    """
    said = " ".join(text.split())
    match = _ISO.fullmatch(said)
    if match:
        year, month, day = (int(part or 0) for part in match.groups())
        try:
            date(year, month or 1, day or 1)
        except ValueError:
            pass
        else:
            if (month or match[2] is None) and (day or match[3] is None):
                return PublicationDate(year, month, day)
    return PublicationDate(literal=said)
