"""What the list of speakers says of one: a row at any width, and all that is known of them."""

from __future__ import annotations

from textual.content import Content

from fr_reader.app.sayings import Figures
from fr_reader.model import Speaker, Speakers, visible

_GAP = "  "
_QUOTES, _WORDS, _ARTICLES = 6, 7, 8
_MEDIUM = 46
"""Cells from which there are columns for words and articles."""
_ROLE = 14
"""The least a column for roles is given; there is none where there is less."""


def heading(width: int, longest: int) -> Content:
    """The names of the columns; `longest` is the width the longest name would take, in cells."""
    names = [Content(name) for name in ("Quotes", "Words", "Articles")]
    return _joined(Content("Speaker"), Content("Role"), names, width, longest)


def row(speaker: Speaker, said: Figures | None, width: int, longest: int) -> Content:
    """One speaker; `said` is None until it is counted."""
    numbers = ("…", "…", "…")
    if said is not None:
        numbers = (f"{said.quotations:,}", f"{said.words:,}", f"{said.articles:,}")
    about = Content.styled(visible(speaker.about), "$fr-muted")
    name = Content(visible(speaker.name))
    return _joined(name, about, list(map(Content, numbers)), width, longest)


def _joined(
    name: Content, about: Content, numbers: list[Content], width: int, longest: int
) -> Content:
    sizes = [_QUOTES, _WORDS, _ARTICLES] if width >= _MEDIUM else [_QUOTES]
    room = max(4, width - sum(sizes) - len(_GAP) * len(sizes))
    named = max(room // 2, min(longest, room - _ROLE - len(_GAP)))
    if room - named - len(_GAP) < _ROLE:
        named = room
    parts = [name.truncate(named, ellipsis=True, pad=True)]
    if named < room:
        parts.append(about.truncate(room - named - len(_GAP), ellipsis=True, pad=True))
    for number, size in zip(numbers, sizes, strict=False):
        short = number.truncate(size)
        parts.append(Content.assemble(" " * (size - short.cell_length), short))
    return Content(_GAP).join(parts)


def about(speaker: Speaker, speakers: Speakers, said: Figures | None) -> Content:
    """All that is known of a speaker, in paragraphs that wrap."""
    parts = [Content.styled(visible(speaker.name), "bold $fr-speaker")]
    role = visible(speaker.about)
    parts.append(Content(role) if role else Content.styled("No role known.", "$fr-muted"))
    if said is not None:
        parts.append(Content.styled(_said(said), "$fr-muted"))
    merged = speakers.merged_into(speaker.id)
    theirs = {own.casefold() for one in merged for own in one.names}
    own = [visible(name) for name in speaker.aliases if name.casefold() not in theirs]
    if own:
        parts.append(Content.styled(f"Also called {', '.join(own)}", "$fr-muted"))
    for one in merged:
        names = f", also called {', '.join(map(visible, one.aliases))}" if one.aliases else ""
        parts.append(Content.styled(f"Merged in: {visible(one.name)}{names}", "$fr-muted"))
    return Content("\n").join(parts)


def _said(said: Figures) -> str:
    if not said.quotations:
        return "no quotation accepted yet"
    return (
        f"{_many(said.quotations, 'quotation')}, {_many(said.words, 'word')} in "
        f"{_many(said.articles, 'article')}"
    )


def _many(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
