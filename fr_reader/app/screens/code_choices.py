"""What the codebook lets a code be given: a key, a colour, another code."""

from __future__ import annotations

from fr_reader.app.marks import role_of_code
from fr_reader.app.screens.picker import PickerOption
from fr_reader.model import CODE_KEYS, COLOURS, Code, Codebook

NONE = "none"
"""The id of the option that gives nothing."""


def key_options(code: Code, book: Codebook) -> list[PickerOption]:
    """The keys a code may have, each with the code that has it."""
    options = [PickerOption(NONE, "no key", "in use" if not code.key else "")]
    for key in CODE_KEYS:
        holder = book.by_key(key)
        had = "in use" if holder == code else f"tags with {holder.name}" if holder else ""
        options.append(PickerOption(key, key, had))
    return options


def colour_options(code: Code) -> list[PickerOption]:
    """The colours a code may have, each written in itself."""

    def option(name: str) -> PickerOption:
        role = role_of_code(Code("", "", colour="" if name == NONE else name))
        label = "as other codes" if name == NONE else name
        mark = "in use" if name == (code.colour or NONE) else ""
        return PickerOption(name, label, mark, style=f"$fr-{role}")

    return [option(name) for name in (NONE, *COLOURS)]


def other_option(code: Code, uses: tuple[int, int] | None) -> PickerOption:
    """Another code, with its definition and how many annotations have it, where that is known."""
    detail = f"{uses[0]:,}" if uses else ""
    style = f"$fr-{role_of_code(code)}"
    return PickerOption(code.id, code.name, detail, (), code.definition, style)
