"""The colours fr-reader adds to a theme, and what they are where a theme does not say.

Textual's names (`primary`, `surface`, …) come from the theme; ours begin with `fr-`. A colour
not given is derived from those that are and moved towards black or white until text can be read
on every background it may stand on; a colour given is taken as it is.
"""

from __future__ import annotations

from collections.abc import Mapping

from textual.color import Color
from textual.theme import Theme

from fr_reader.app.contrast import AA, AAA, contrast, readable
from fr_reader.model import COLOURS

PREFIX = "fr-"

_NAMED = {
    "blue": ("#1f5fa8", "#8ab8f0"),
    "red": ("#a8321f", "#f09a8a"),
    "violet": ("#6a3fa0", "#c4a6f0"),
    "green": ("#2f6b2f", "#98cf90"),
    "teal": ("#0f6a66", "#7fd0c8"),
    "amber": ("#7d5a00", "#e8c060"),
    "pink": ("#a02a6e", "#f0a0c8"),
    "brown": ("#6e4a30", "#d8b090"),
}
"""The colours a code may be given by name, for light pages and for dark ones."""

CODE_INKS = tuple(f"code-{name}" for name in COLOURS)
"""The text colours of codes that were given one."""

INKS = (
    "claim",
    "concern",
    "code",
    "memo",
    "quotation",
    "speaker",
    "suggested",
    "muted",
    "focus-text",
    "selection-text",
    *CODE_INKS,
)
"""Our text colours, without the prefix."""

GROUNDS = (
    *("focus", "selection", "claim-tint", "concern-tint", "code-tint"),
    *(f"{ink}-tint" for ink in CODE_INKS),
)
"""Our backgrounds, without the prefix."""

_HUES = {
    "claim": "primary",
    "concern": "error",
    "code": "secondary",
    "memo": "warning",
    "quotation": "success",
    "speaker": "accent",
}
_SHARES = {"focus": ("primary", 0.08), "selection": ("primary", 0.22)}
_TINT = 0.12
_FAINTER = (0.12, 0.09, 0.06, 0.04, 0.02)
_STARK = 18.0
"""From this contrast of words and page on, a theme wants more of it: level AAA for codes too."""

_ANSI = {
    **{f"code-{name}": f"ansi_{name}" for name in ("blue", "red", "green")},
    "code-violet": "ansi_magenta",
    "code-teal": "ansi_cyan",
    "code-amber": "ansi_yellow",
    "code-pink": "ansi_bright_magenta",
    "code-brown": "ansi_bright_red",
    "claim": "ansi_blue",
    "concern": "ansi_red",
    "code": "ansi_magenta",
    "memo": "ansi_cyan",
    "quotation": "ansi_green",
    "speaker": "ansi_cyan",
    "selection": "ansi_cyan",
    "selection-text": "ansi_black",
}


def reading_colours(theme: Theme, given: Mapping[str, str] | None = None) -> dict[str, str]:
    """All our colours for `theme`, without the prefix; those in `given` are kept as they are.

    `given` maps names of `INKS` and `GROUNDS` to opaque colours.
    """
    given = given or {}
    if theme.ansi:
        return {name: _ANSI.get(name, "ansi_default") for name in (*INKS, *GROUNDS)} | dict(given)
    system = theme.to_color_system().generate()
    base = {name: Color.parse(system[name]) for name in (*_HUES.values(), "surface", "panel")}
    background, ink = Color.parse(system["background"]), Color.parse(system["foreground"])
    hues = {name: Color.parse(given.get(name) or base[hue].hex) for name, hue in _HUES.items()}

    grounds = {name: background.blend(base[hue], share) for name, (hue, share) in _SHARES.items()}
    grounds |= {
        f"{name}-tint": background.blend(hues[name], _TINT) for name in ("claim", "concern", "code")
    }
    ratio = AAA if contrast(ink, background) >= _STARK else AA
    words = [ink, *(Color.parse(given[name]) for name in INKS if name in given)]
    named = {f"code-{name}": Color.parse(pair[theme.dark]) for name, pair in _NAMED.items()}
    named = {name: Color.parse(given.get(name) or colour.hex) for name, colour in named.items()}
    grounds |= {f"{n}-tint": _tint(background, hue, words, ratio) for n, hue in named.items()}
    grounds |= {name: Color.parse(given[name]) for name in GROUNDS if name in given}

    inks = hues | {"muted": ink.blend(background, 0.35), "focus-text": ink, "selection-text": ink}
    inks["suggested"] = Color.parse(given.get("muted") or inks["muted"].hex)
    below = (background, base["surface"], base["panel"], *grounds.values())
    readable_inks = {name: readable(inks[name], below, AA).hex for name in inks}
    readable_inks |= {name: readable(named[name], below, ratio).hex for name in CODE_INKS}
    return readable_inks | {name: ground.hex for name, ground in grounds.items()} | dict(given)


def _tint(background: Color, hue: Color, words: list[Color], ratio: float) -> Color:
    """The page with a little of `hue`, no more than leaves `words` readable where they can be."""
    tints = [background.blend(hue, share) for share in _FAINTER]
    good = (t for t in tints if all(contrast(word, t) >= ratio for word in words))
    return next(good, tints[-1])


def widget_colours(theme: Theme, reading: Mapping[str, str]) -> dict[str, str]:
    """What Textual's own widgets shall use, so that they look like ours and can be read."""
    system = theme.to_color_system().generate()
    background = Color.parse(system["background"])
    thumb = background.blend(Color.parse(reading["muted"]), 0.45).hex
    muted, selection = reading["muted"], reading["selection"]
    return {
        "block-cursor-background": selection,
        "block-cursor-foreground": reading["selection-text"],
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": reading["focus"],
        "block-cursor-blurred-foreground": reading["focus-text"],
        "block-hover-background": reading["focus"],
        "border-blurred": thumb,
        "footer-background": system["background"],
        "foreground-disabled": muted,
        "foreground-muted": muted,
        "input-selection-background": selection,
        "input-selection-foreground": reading["selection-text"],
        "screen-selection-background": selection,
        "screen-selection-foreground": reading["selection-text"],
        "scrollbar": thumb,
        "scrollbar-hover": muted,
        "scrollbar-active": system["primary"],
        "scrollbar-background": system["background"],
        "text-disabled": muted,
        "text-muted": muted,
        "link-color": system["primary"],
        **{f"text-{name}": system[name] for name in _HUES.values()},
    }


def prefixed(reading: Mapping[str, str]) -> dict[str, str]:
    """Our colours under the names style sheets know them by: `claim` is `fr-claim`."""
    return {f"{PREFIX}{name}": colour for name, colour in reading.items()}
