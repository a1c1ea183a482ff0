"""How well a text colour can be read on a background.

Relative luminance and contrast ratio as defined in the Web Content Accessibility Guidelines 2.2
(W3C 2023): 4.5 is the least for text at level AA (criterion 1.4.3), 7 at level AAA (1.4.6).
"""

from __future__ import annotations

from collections.abc import Iterable

from textual.color import BLACK, WHITE, Color

AA = 4.5
AAA = 7.0

_STEPS = 40


def luminance(colour: Color) -> float:
    """The relative luminance, 0 for black to 1 for white; transparency is left aside."""
    red, green, blue = (_linear(part / 255) for part in colour.rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    """One sRGB component made linear."""
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of two opaque colours, 1 to 21, whichever comes first."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def least_contrast(text: Color, backgrounds: Iterable[Color]) -> float:
    """The contrast of `text` on the background that suits it worst. Raises ValueError on none."""
    return min(contrast(text, background) for background in backgrounds)


def readable(text: Color, backgrounds: Iterable[Color], ratio: float = AA) -> Color:
    """The colour nearest to `text` that reaches `ratio` on all `backgrounds`.

    `text` is blended in equal steps towards black or white, whichever can be read better there;
    where even that end falls short, the end is what comes back.
    """
    grounds = tuple(backgrounds)
    end = max((BLACK, WHITE), key=lambda colour: least_contrast(colour, grounds))
    for step in range(_STEPS + 1):
        colour = text.blend(end, step / _STEPS, alpha=1.0)
        if least_contrast(colour, grounds) >= ratio:
            return colour
    return end
