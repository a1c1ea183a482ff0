"""Which notes an export is made of: one for the project, or one for each of its things."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fr_reader.export.article_notes import article_note, project_note
from fr_reader.export.document import Note, Ref, of_article, of_code, of_speaker
from fr_reader.export.entity_notes import code_note, index_note, speaker_note
from fr_reader.export.evidence import Evidence
from fr_reader.export.keeping.regions import Form
from fr_reader.export.naming import INDEXES, stems
from fr_reader.export.profiles import Profile, Shelf, profile
from fr_reader.model import Codebook, Speakers

SCOPES = ("project", "article", "speaker", "code")
"""What notes can be made by; the first makes a single one."""


@dataclass(frozen=True, slots=True)
class Written:
    """A note in its form: the key of what it is about, its file's name without a folder, and its
    text, with the places for what the user writes still empty."""

    key: str
    file: str
    text: str


@dataclass(frozen=True, slots=True)
class Collection:
    """What is known of a project, ready to make notes from."""

    evidence: tuple[Evidence, ...]
    speakers: Speakers
    codebook: Codebook

    def one(self, name: str, *, places: bool = True) -> Written:
        """The single note on everything; without `places` nothing in it is the user's."""
        note = project_note(self.evidence, self.codebook)
        note = note if places else note.without_keeps()
        chosen = profile(name)
        return Written(note.key, "", chosen.render(note, Shelf(self._stems(chosen))))

    def each(self, name: str, kinds: Sequence[str]) -> list[Written]:
        """A note for each thing of these kinds, and for each kind an index; for one folder."""
        chosen, shelf = profile(name), self.shelf(name, kinds)
        written = self.indexes(name, kinds)
        for note in (note for kind in kinds for note in self._notes(kind)):
            assert note.ref is not None
            file = f"{shelf.stems[note.ref]}.md"
            written.append(Written(note.key, file, chosen.render(note, shelf)))
        return written

    def indexes(self, name: str, kinds: Sequence[str]) -> list[Written]:
        """The index of each of these kinds."""
        chosen, shelf = profile(name), self.shelf(name, kinds)
        pairs = [(kind, index_note(kind, self.refs(kind))) for kind in kinds]
        return [
            Written(note.key, f"{INDEXES[kind]}.md", chosen.render(note, shelf))
            for kind, note in pairs
        ]

    def shelf(self, name: str, kinds: Sequence[str]) -> Shelf:
        """The names of all notes there could be, and which of them these kinds are."""
        present = frozenset(ref for kind in kinds for ref in self.refs(kind))
        return Shelf(self._stems(profile(name)), present)

    def refs(self, kind: str) -> list[Ref]:
        """What there is of one kind, in an order that does not depend on ids where names differ."""
        if kind == "article":
            return [of_article(one.article) for one in self.evidence]
        if kind == "speaker":
            return [of_speaker(speaker) for speaker in self.speakers]
        return [of_code(code) for code in self.codebook]

    def _notes(self, kind: str) -> list[Note]:
        if kind == "article":
            return [article_note(one, self.codebook) for one in self.evidence]
        if kind == "speaker":
            return [speaker_note(speaker, self.evidence) for speaker in self.speakers]
        return [code_note(code, self.evidence) for code in self.codebook]

    def _stems(self, chosen: Profile) -> dict[Ref, str]:
        every: Iterable[Ref] = (ref for kind in INDEXES for ref in self.refs(kind))
        return stems(every, chosen.file_name)


def form_of(name: str) -> Form:
    """How what the user writes is marked in notes of this profile."""
    return profile(name).form
