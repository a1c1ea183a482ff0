"""What other programs leave open: ids that stay the same, names of coders, times."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain, count

from fr_reader.model import COLOURS, Code, Speaker, slug, visible

_MOST_BYTES = 48
"""So many bytes of a coder's name are kept; it has to name a file."""


def stable_id(*parts: str) -> str:
    """An id made of `parts`: the same file taken in twice gives the same annotations."""
    joined = "\0".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(joined).hexdigest()[:20]


def coder_name(name: str, otherwise: str) -> str:
    """`name` as that of a coder, cut where it is too long; `otherwise` where there is none."""
    plain = visible(" ".join(name.split())).encode("utf-8", "replace")
    return plain[:_MOST_BYTES].decode("utf-8", "ignore").strip() or otherwise


def time_of(value: object) -> str:
    """A time of ISO 8601 as annotations have them, in UTC; now, where it is none."""
    now = datetime.now(UTC)
    try:
        time = datetime.fromisoformat(value) if isinstance(value, str) else now
        time = time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
    except (ValueError, OverflowError):
        time = now
    return time.isoformat(timespec="microseconds")


def free_name(wanted: str, taken: Iterable[str]) -> str:
    """`wanted`, or with the first free number: `name-2`, `name-3` …"""
    used = set(taken)
    names = chain([wanted], (f"{wanted}-{number}" for number in count(2)))
    return next(name for name in names if name not in used)


class Named:
    """Codes and speakers met in a file by name, each made when it first comes up."""

    def __init__(self, codes: Iterable[Code] = (), speakers: Iterable[Speaker] = ()) -> None:
        self.codes = {code.id: code for code in codes}
        self.speakers = {speaker.id: speaker for speaker in speakers}
        self._code_ids = {code.name.casefold(): code.id for code in self.codes.values()}
        self._speaker_ids = {each.name.casefold(): each.id for each in self.speakers.values()}

    def code(self, name: str) -> str:
        """The id of the code called `name`, whatever the case."""
        name = _tidy(name, "code")
        key = name.casefold()
        if key not in self._code_ids:
            code_id = free_name(slug(name), self.codes)
            order = len(self.codes)
            colour = COLOURS[order % len(COLOURS)]
            self.codes[code_id] = Code(code_id, name, colour=colour, order=order)
            self._code_ids[key] = code_id
        return self._code_ids[key]

    def order(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Make codes of these names, in this order, each below the one named with it, if any."""
        for name, above in pairs:
            new = _tidy(name, "code").casefold() not in self._code_ids
            code_id = self.code(name)
            if new and above:
                self.codes[code_id] = replace(self.codes[code_id], parent=self.code(above))

    def speaker(self, name: str) -> str:
        """The id of the speaker called `name`, whatever the case."""
        name = _tidy(name, "somebody")
        key = name.casefold()
        if key not in self._speaker_ids:
            speaker_id = free_name(slug(name), self.speakers)
            self.speakers[speaker_id] = Speaker(speaker_id, name)
            self._speaker_ids[key] = speaker_id
        return self._speaker_ids[key]


def _tidy(name: str, otherwise: str) -> str:
    return visible(" ".join(name.split()))[:200] or otherwise
