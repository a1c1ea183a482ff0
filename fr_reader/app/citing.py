"""Citing in the app: the style in use, remembered, and what a passage looks like in each."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from fr_reader.app.manner import FIRST_STYLE
from fr_reader.app.preferences import remember_style, remembered_style
from fr_reader.app.reader_state import ReaderState
from fr_reader.export.citations.keys import keys
from fr_reader.export.citations.styles import STYLES, attributed, cite
from fr_reader.model import Span


@dataclass(frozen=True, slots=True)
class StyleChoice:
    """The style to copy in: the one last chosen in the app, or else the `configured` one.

    `folder` is where the choice is remembered.
    """

    folder: Path
    configured: str = FIRST_STYLE

    @property
    def current(self) -> str:
        """The id of the style in use."""
        for style in (remembered_style(self.folder, self.configured), self.configured):
            if style in STYLES:
                return style
        return FIRST_STYLE

    def choose(self, style: str) -> bool:
        """Use this style from now on; False when it cannot be written down for the next time."""
        return remember_style(self.folder, style, self.configured)


@dataclass(frozen=True, slots=True)
class Citing:
    """A passage of an open article, ready to be cited in any style."""

    state: ReaderState
    segments: tuple[Span, ...]

    def cited(self, style: str) -> str:
        """The words with their attribution."""
        return cite(self.state.reading, self.segments, self._who, style=style, key=self._key)

    def preview(self, style: str) -> str:
        """What stands under the words, in paragraphs."""
        parts = attributed(self.state.reading, self.segments, self._who, style=style, key=self._key)
        return "\n\n".join(parts)

    @property
    def _who(self) -> str:
        return self.state.speaker_of(self.segments)

    @property
    def _key(self) -> str:
        """The article's key among those of the project."""
        entries = self.state.desk.store.entries()
        known = keys((entry.id, entry.metadata) for entry in entries)
        return known.get(self.state.reading.article.id, "")
