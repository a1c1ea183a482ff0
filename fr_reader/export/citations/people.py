"""Authors in a row, the way each handbook lists them."""

from __future__ import annotations

from collections.abc import Sequence

from fr_reader.text.author_names import AuthorName


def serial(parts: Sequence[str], last: str) -> str:
    """`parts` with a comma between them and, from three on, one before `last` as well."""
    if len(parts) < 3:
        return f" {last} ".join(parts)
    return f"{', '.join(parts[:-1])}, {last} {parts[-1]}"


def surnames(names: Sequence[AuthorName], last: str, et_al_from: int) -> str:
    """Family names alone, as in `Holland and Example`, or `Holland et al.` from so many on."""
    if len(names) >= et_al_from:
        return f"{names[0].surname} et al."
    return serial([name.surname for name in names], last)


def spoken(name: AuthorName, comma: bool) -> str:
    """The name in its natural order, its suffix behind it, after a `comma` or without one."""
    if not name.suffix:
        return name.natural
    return f"{name.natural}{',' if comma else ''} {name.suffix}"


def raised(text: str) -> str:
    """`text` with a capital at its start: a particle that begins a note is given one."""
    return text[:1].upper() + text[1:]
