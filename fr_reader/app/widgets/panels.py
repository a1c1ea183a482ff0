"""The lines around the article: title above, the passage and the speakers beside, status below."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static


class Lines(Static):
    """A panel of content lines; text in it is never markup and never wraps."""

    def show(self, lines: list[Content]) -> None:
        """Show these lines."""
        self.update(Content("\n").join(lines))

    @property
    def columns(self) -> int:
        """How many cells a line has."""
        return self.content_size.width


class TitleLine(Static):
    """The article's title, and at the right where the reader is."""

    def show(self, title: Content, place: Content) -> None:
        """Show a title, cut where `place` needs the room."""
        width = self.content_size.width
        room = width - place.cell_length - 2
        if room <= 0:
            self.update(place.truncate(width, ellipsis=True))
            return
        self.update(Content.assemble(title.truncate(room, ellipsis=True, pad=True), "  ", place))
