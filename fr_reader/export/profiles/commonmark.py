"""Plain CommonMark: front matter, relative links, regions between HTML comments."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from fr_reader.export.document import Note, Ref, Source, Value
from fr_reader.export.keeping.comments import Comments
from fr_reader.export.keeping.regions import Form
from fr_reader.export.markdown import field
from fr_reader.export.naming import slug_name
from fr_reader.export.profiles.flat import Flat, yaml
from fr_reader.export.profiles.profile import Profile, Shelf

_FORM = Comments("<!--", "-->")


class CommonMark(Flat):
    """Notes any program can read."""

    name = "commonmark"

    @property
    def form(self) -> Form:
        """How the regions that are the user's are written."""
        return _FORM

    def file_name(self, name: str) -> str:
        """A slug."""
        return slug_name(name)

    def link(self, ref: Ref, shelf: Shelf) -> str:
        """A relative link where that note is written as well; the bare name elsewhere."""
        shown = field(ref.name)
        if ref not in shelf.present:
            return shown
        return f"[{shown}]({quote(shelf.stems[ref])}.md)"

    def front(self, note: Note, shelf: Shelf) -> Iterator[str]:  # noqa: ARG002 - for others
        """YAML between `---` lines; each article an entry of its own."""
        yield "---"
        for key, value in note.properties:
            yield from self._property(key, value)
        yield "---"

    def _property(self, key: str, value: Value) -> Iterator[str]:
        if isinstance(value, tuple) and value and isinstance(value[0], Source):
            yield f"{key}:"
            for one in value:
                assert isinstance(one, Source)
                for number, (name, known) in enumerate(one.pairs):
                    yield f"{'    ' if number else '  - '}{name}: {yaml(known)}"
        elif isinstance(value, tuple):
            names = [one.name if isinstance(one, Ref) else str(one) for one in value]
            yield f"{key}: {yaml(names)}"
        else:
            yield f"{key}: {yaml(value)}"


PROFILE: Profile = CommonMark()
