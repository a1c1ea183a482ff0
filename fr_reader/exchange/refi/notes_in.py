"""Notes: memos as they are read, and what they are on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from fr_reader.exchange.losses import Losses
from fr_reader.exchange.refi.guids import plain_guid
from fr_reader.exchange.refi.texts_in import memo_of
from fr_reader.exchange.refi.xml_in import children, references
from fr_reader.safely.archives import Archive

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


class Notes:
    """The notes of a project by GUID, those that links tie to something, and those made use of."""

    def __init__(self, parent: Element | None, archive: Archive, losses: Losses) -> None:
        self._words: dict[str, str] = {}
        self._linked: dict[str, list[str]] = {}
        self._used: set[str] = set()
        self._places: dict[str, list[Element]] = {}
        self._placed: set[str] = set()
        for note in children(parent, "Note"):
            guid = plain_guid(note.get("guid", ""))
            self._words[guid] = words = memo_of(note, archive, losses)
            places = list(children(note, "PlainTextSelection"))
            outside = [place for place in places if _end(place) > len(words)]
            if outside:
                self._places[guid] = outside
            coded = len(places) - len(outside) + len(list(children(note, "Coding")))
            why = "left out: memos are not coded here"
            losses.add("codings in memos", why, note.get("name", ""), count=coded)

    def link(self, origin: str, target: str) -> bool:
        """Take a link from one GUID to another for a reference if one of them is a note.

        NVivo ties its annotations to selections in this way.
        """
        for note, other in ((origin, target), (target, origin)):
            if note in self._words:
                self._linked.setdefault(other, []).append(note)
                return True
        return False

    def places(self, source: Element) -> list[Element]:
        """The selections in a source that its notes hold, each of which has its note as memo.

        Some programs write annotations of texts in this way: the offsets are in the text, and
        beyond the note's own words (an example is in the importer of QualCoder).
        """
        found = []
        for guid in map(plain_guid, references(source, "NoteRef")):
            for place in self._places.get(guid, ()):
                self._linked.setdefault(plain_guid(place.get("guid", "")), []).append(guid)
                self._placed.add(guid)
                found.append(place)
        return found

    def of(self, element: Element, *more: str) -> str:
        """The memos an element has, after `more`."""
        named = map(plain_guid, references(element, "NoteRef"))
        guids = [guid for guid in named if guid not in self._placed]
        if own := element.get("guid", ""):
            guids += self._linked.get(plain_guid(own), ())
        guids = list(dict.fromkeys(guids))
        self._used.update(guids)
        return "\n\n".join(text for text in (*more, *map(self._told, guids)) if text)

    def rest(self) -> Iterator[str]:
        """The memos nothing was made of."""
        for guid, words in self._words.items():
            if guid not in self._used and words:
                yield words

    def _told(self, guid: str) -> str:
        return self._words.get(guid, "")


def _end(place: Element) -> int:
    """Where a selection ends; 0 where it does not say."""
    written = place.get("endPosition", "")
    return int(written) if written.isascii() and written.isdecimal() and len(written) < 16 else 0
