"""Obsidian: callouts, block ids, properties and wikilinks, regions between its comments.

What Obsidian reads beyond CommonMark is escaped in the words of articles: comments (`%%`),
highlights (`==`), mathematics (`$`), tags (`#word`), block ids (`^id`) and notes in the line
(`^[`). A backslash before such a sign is nothing but the sign in CommonMark as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from fr_reader.export.document import Note, Passage, Ref, Source, Value
from fr_reader.export.keeping.comments import Comments
from fr_reader.export.keeping.regions import Form
from fr_reader.export.markdown import field
from fr_reader.export.naming import plain_name
from fr_reader.export.profiles.flat import Flat, yaml
from fr_reader.export.profiles.profile import Profile, Shelf
from fr_reader.model import visible

_SIGNS = re.compile(
    r"""
      (?P<kept>\\[\s\S] | <https?://[^<>\s]*>)   # escaped already; the address of a link
    | (?P<sign>%(?=%) | (?<=%)% | =(?==) | (?<==)= | \$ | \#(?=[^\s\#]) | \^(?=[\[A-Za-z0-9-]))
    """,
    re.VERBOSE,
)


def escaped(markdown: str) -> str:
    """Escaped markdown with Obsidian's own signs escaped as well."""
    return _SIGNS.sub(_escape, markdown)


def _escape(match: re.Match[str]) -> str:
    if match["sign"]:
        return "\\" + match["sign"]
    return match["kept"].replace("%%", "%25%25")


_FORM = Comments("%%", "%%")


class Obsidian(Flat):
    """Notes for a vault."""

    name = "obsidian"

    @property
    def form(self) -> Form:
        """How the regions that are the user's are written."""
        return _FORM

    def file_name(self, name: str) -> str:
        """The name as people read it."""
        return plain_name(name)

    def safe(self, markdown: str) -> str:
        """With Obsidian's own signs escaped."""
        return escaped(markdown)

    def safe_memo(self, line: str) -> str:
        """With comments escaped, which could hide the rest of the note; all else is the user's."""
        return line.replace("%%", "%\\%")

    def link(self, ref: Ref, shelf: Shelf) -> str:
        """A wikilink, also to a note that is not there yet, as is usual in a vault."""
        stem = shelf.stems.get(ref, "")
        shown = self.safe(field(ref.name))
        if not stem:
            return shown
        if stem == ref.name:
            return f"[[{stem}]]"
        alias = plain_alias(ref.name)
        return f"[[{stem}|{alias}]]" if alias else f"[[{stem}]]"

    def passage(self, block: Passage, shelf: Shelf) -> Iterable[str]:
        """A callout, and after it its block id."""
        title = ", ".join(self.inline(text, shelf) for _, text in block.facts if text)
        lines = [self.safe(line) for line in block.quotation.split("\n")]
        return [f"> [!quote] {title}", *lines, "", f"^{block.key}"]

    def front(self, note: Note, shelf: Shelf) -> Iterator[str]:
        """Flat properties, links in them quoted."""
        yield "---"
        yield f"tags: {yaml([f'fr-reader/{note.kind}'])}"
        if note.ref and shelf.stems.get(note.ref, note.ref.name) != note.ref.name:
            yield f"aliases: {yaml([note.ref.name])}"
        for key, value in note.properties:
            for name, one in flattened(key, value, note.ref):
                yield f"{name}: {yaml(self._shown(one, shelf))}"
        yield "---"

    def _shown(
        self, value: str | int | tuple[str | Ref, ...], shelf: Shelf
    ) -> str | int | list[str]:
        if not isinstance(value, tuple):
            return value
        return [self._linked(one, shelf) if isinstance(one, Ref) else one for one in value]

    def _linked(self, ref: Ref, shelf: Shelf) -> str:
        return self.link(ref, shelf) if shelf.stems.get(ref) else ref.name


def plain_alias(name: str) -> str:
    """A name as the shown part of a wikilink: without what would end or nest it."""
    single = visible(" ".join(name.split()))
    return " ".join(re.sub(r"[\[\]|\\`*_<>#^%=$~&!]", " ", single).split())


def flattened(
    key: str, value: Value, own: Ref | None
) -> Iterator[tuple[str, str | int | tuple[str | Ref, ...]]]:
    """A property for programs that know no nested ones; `own` is what the note is about.

    What is known of a single article becomes properties of its own; of several, links to them.
    """
    if isinstance(value, tuple) and value and isinstance(value[0], Source):
        sources = [one for one in value if isinstance(one, Source)]
        if sources[0].ref != own:
            yield key, tuple(one.ref for one in sources)
        if len(sources) == 1:
            yield from (pair for pair in sources[0].pairs if pair[0] != "title")
    else:
        yield key, value  # type: ignore[misc]


PROFILE: Profile = Obsidian()
