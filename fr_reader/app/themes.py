"""Themes from TOML files: read, checked and built before anyone can choose them.

Textual reports a bad colour only when a theme is activated, so each theme is built here once. A
file with a fault is named with it and left out; the others load. The format is described in
`themes/README.md`.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from textual.color import Color, ColorParseError
from textual.theme import BUILTIN_THEMES, Theme

from fr_reader.app.contrast import luminance, readable
from fr_reader.app.theme_colours import (
    GROUNDS,
    INKS,
    prefixed,
    reading_colours,
    widget_colours,
)
from fr_reader.ingest.toml import TomlError, parse
from fr_reader.model import FrReaderError, visible

COLOURS = (
    "background",
    "surface",
    "panel",
    "foreground",
    "primary",
    "secondary",
    "accent",
    "warning",
    "error",
    "success",
)
"""The colours of Textual a theme may give."""

READING = (*INKS, *GROUNDS)
"""The colours of ours a theme may give."""

_TABLES = {"colours": COLOURS, "reading": READING}
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

_LIGHT = {
    "background": "#fbfaf6",
    "foreground": "#26241f",
    "primary": "#1f4f7a",
    "secondary": "#5b3d82",
    "accent": "#1c5a56",
    "warning": "#735009",
    "error": "#9a2f22",
    "success": "#3d5a26",
}
_DARK = {
    "background": "#1b1c20",
    "foreground": "#d8d5cd",
    "primary": "#8fb6dc",
    "secondary": "#c0a6e0",
    "accent": "#86c3b8",
    "warning": "#d9b878",
    "error": "#ea9a8c",
    "success": "#a9c28c",
}


class ThemeError(FrReaderError):
    """A theme file that cannot be used."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The themes that can be used, in the order found, and a sentence for each file that cannot."""

    themes: tuple[Theme, ...]
    problems: tuple[str, ...]


def load_themes(folders: Sequence[Path]) -> Loaded:
    """The themes of all `*.toml` files in `folders`; a folder that is not there holds none.

    The first theme of a name keeps it, so the shipped folder goes first.
    """
    themes: list[Theme] = []
    problems: list[str] = []
    homes = dict.fromkeys(BUILTIN_THEMES, "built in")
    for folder in folders:
        try:
            files = sorted(p for p in folder.iterdir() if p.suffix == ".toml")
        except FileNotFoundError:
            continue
        except OSError as error:
            problems.append(_say(folder, f"cannot be read as a folder of themes: {_why(error)}"))
            continue
        for file in files:
            try:
                theme = load_theme(file)
                if theme.name in homes:
                    taken = f"the name {theme.name!r} is taken ({homes[theme.name]})"
                    raise ThemeError(_say(file, f"{taken}; give it another one."))
            except ThemeError as error:
                problems.append(str(error))
            else:
                homes[theme.name] = f"by {visible(str(file))}"
                themes.append(theme)
    return Loaded(tuple(themes), tuple(problems))


def unknown_theme(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """A sentence about a theme that is set but not there; none where it is."""
    known = sorted(known)
    if name in known:
        return ()
    near = difflib.get_close_matches(name, known, n=1)
    advice = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
    return (f"there is no theme {visible(name)}: {advice}",)


def load_theme(file: Path) -> Theme:
    """The theme in one file. Raises ThemeError naming the file and the first fault found."""
    try:
        return build(parse(file.read_bytes().decode("utf-8-sig")))
    except OSError as error:
        raise ThemeError(_say(file, f"cannot be read: {_why(error)}")) from error
    except UnicodeDecodeError as error:
        raise ThemeError(_say(file, "is not UTF-8; save it as UTF-8.")) from error
    except TomlError as error:
        raise ThemeError(_say(file, f"is not TOML: {error}.")) from error
    except ThemeError as error:
        raise ThemeError(_say(file, str(error))) from error


def build(data: Mapping[str, object]) -> Theme:
    """The theme that `data`, a parsed file, describes. Raises ThemeError naming the fault."""
    _check_keys(data, ("name", "dark", *_TABLES), "")
    name = data.get("name")
    if not isinstance(name, str):
        raise ThemeError('has no name; add a line like name = "evening".')
    if not _NAME.fullmatch(name):
        raise ThemeError(f"name {name!r} may hold only a-z, 0-9 and single hyphens.")
    colours, reading = (_colours(data.get(table, {}), table) for table in _TABLES)
    dark = data.get("dark", _is_dark(colours.get("background")))
    if not isinstance(dark, bool):
        raise ThemeError("dark must be true or false, without quotes.")
    chosen = (_DARK if dark else _LIGHT) | colours
    theme = Theme(name, chosen.pop("primary"), dark=dark)
    for key, colour in chosen.items():
        setattr(theme, key, colour)
    _settle(theme, colours)
    complete = reading_colours(theme, reading)
    theme.variables = widget_colours(theme, complete) | prefixed(complete)
    return theme


def variable_defaults(theme: Theme | None = None) -> dict[str, str]:
    """Our variables for a theme that does not know them, such as the ones built into Textual.

    For `App.get_theme_variable_defaults`, which Textual asks with each change of theme; pass it
    `App.current_theme`. Without a theme they suit Textual's own dark one.
    """
    return prefixed(reading_colours(theme or BUILTIN_THEMES["textual-dark"]))


def _colours(table: object, title: str) -> dict[str, str]:
    """The colours of one table as `#rrggbb`. Raises ThemeError on anything else."""
    if not isinstance(table, dict):
        raise ThemeError(f"{title} must be a table: write [{title}] above its lines.")
    _check_keys(table, _TABLES[title], f"[{title}] ")
    found: dict[str, str] = {}
    for key, value in table.items():
        if not isinstance(value, str):
            raise ThemeError(f'[{title}] {key} must be a colour in quotes, like "#1f4f7a".')
        try:
            colour = Color.parse(value)
        except ColorParseError:
            shown = visible(value)
            raise ThemeError(
                f'[{title}] {key} = "{shown}" is not a colour; write it like "#1f4f7a".'
            ) from None
        if colour.a != 1 or colour.ansi is not None or colour.auto:
            raise ThemeError(f'[{title}] {key} must be an opaque colour, like "#1f4f7a".')
        found[key] = colour.hex6.lower()
    return found


def _check_keys(table: Mapping[str, object], known: Iterable[str], where: str) -> None:
    """Raises ThemeError on the first key that is not known, with the nearest one that is."""
    known = tuple(known)
    for key in table:
        if key not in known:
            near = difflib.get_close_matches(key, known, n=1)
            advice = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(known)}."
            raise ThemeError(f"{where}{visible(key)!r} is not a key of themes; {advice}")


def _settle(theme: Theme, given: Mapping[str, str]) -> None:
    """Fix the backgrounds not given, and make the text colours not given readable on them."""
    background, ink = Color.parse(theme.background or ""), Color.parse(theme.foreground or "")
    surface = Color.parse(theme.surface or background.blend(ink, 0.03).hex6)
    panel = Color.parse(theme.panel or surface.blend(Color.parse(theme.primary), 0.06).hex6)
    theme.surface, theme.panel = surface.hex6, panel.hex6
    for key in _DARK.keys() - given.keys() - {"background"}:
        colour = Color.parse(getattr(theme, key))
        setattr(theme, key, readable(colour, (background, surface, panel)).hex6)


def _is_dark(background: str | None) -> bool:
    return background is None or luminance(Color.parse(background)) < 0.2


def _say(file: Path, fault: str) -> str:
    return f"{visible(str(file))}: {fault}"


def _why(error: OSError) -> str:
    return f"{error.strerror or error}."
