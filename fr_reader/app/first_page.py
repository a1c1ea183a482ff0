"""The first page of an article, on the screen before the app that will draw it is loaded.

Loading Textual and everything a screen needs takes longer than reading an article. So its first
rows are written to the terminal at once, as plain cells where the app will draw them, and the
app paints over them when it is there. Keys typed meanwhile wait for it.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from rich.cells import set_cell_size

from fr_reader.app.geometry import Geometry, view_width
from fr_reader.app.layout import line_face, wrap
from fr_reader.app.manner import LONGEST_LINE
from fr_reader.model import Reading

_BARS = 3
"""Rows that are no text: the title, and one or two at the bottom."""
_SHOW = "\x1b[?1049h\x1b[?25l\x1b[H"
_LEAVE = "\x1b[?25h\x1b[?1049l"


def rows(reading: Reading, width: int, height: int, longest_line: int = LONGEST_LINE) -> list[str]:
    """The rows of a screen of `width` by `height` cells: the title, then the text from its
    beginning. Nothing in them can command a terminal."""
    face = line_face(reading.article.name)
    title = f" {face} " if width < len(face) + 2 else f" {face}"
    shown = [set_cell_size(title, width)]
    geometry = Geometry.for_reading(view_width(width), reading, longest_line)
    for index, paragraph in enumerate(reading.paragraphs):
        text = line_face(paragraph.span.of(reading.article.text))
        for line, (start, end) in enumerate(wrap(text, geometry.text)):
            number = f"{index + 1}".rjust(geometry.number) if geometry.number and not line else ""
            cursor = "▸ " if not index and not line else "  "
            margin = " " * geometry.left + cursor + number
            words = text[start:end].rstrip()
            shown.append(set_cell_size(margin, geometry.text_at) + words)
        shown.append("")
        if len(shown) >= height - _BARS:
            break
    return shown[: max(1, height - _BARS)]


@contextmanager
def first_page(
    reading: Reading, theme: Path | None, longest_line: int = LONGEST_LINE
) -> Iterator[None]:
    """Show the first page while the app is being loaded in the block, and keep keys from being
    shown.

    The app takes the screen over as it is; where loading it fails, the terminal is left as it was.
    `theme` is the file of the theme in use, whose page and ink are taken; without one, or where
    the terminal has no colours, they are the terminal’s own.
    """
    attributes = _quiet()
    size = shutil.get_terminal_size()
    ink, end = _ink(theme), "\x1b[K\r\n"
    page = ink + end.join(rows(reading, size.columns, size.lines, longest_line)) + "\x1b[J\x1b[0m"
    try:
        _write(_SHOW + page)
        yield
    except BaseException:
        _write(_LEAVE)
        raise
    finally:
        _restore(attributes)


def _write(words: str) -> None:
    """Write to where Textual draws, the standard error."""
    with suppress(OSError, ValueError):
        sys.stderr.write(words)
        sys.stderr.flush()


def _ink(theme: Path | None) -> str:
    if theme is None or "NO_COLOR" in os.environ:
        return ""
    import tomllib  # noqa: PLC0415 - only with a theme

    try:
        colours = tomllib.loads(theme.read_text("utf-8-sig"))["colours"]
        ground, ink = (_parts(colours[name]) for name in ("background", "foreground"))
    except (OSError, ValueError, KeyError, TypeError):
        return ""
    return f"\x1b[38;2;{ink}m\x1b[48;2;{ground}m"


def _parts(colour: object) -> str:
    """`#rrggbb` as the numbers a terminal takes. Raises ValueError on anything else."""
    if not isinstance(colour, str) or len(colour) != 7 or colour[0] != "#":
        raise ValueError(colour)
    return ";".join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))


def _quiet() -> list[object] | None:
    """Let keys wait without being shown; the attributes the terminal had."""
    try:
        import termios  # noqa: PLC0415 - there is none on Windows

        before = termios.tcgetattr(sys.stdin.fileno())
        after = [*before]
        after[3] &= ~(termios.ECHO | termios.ICANON)
        termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, after)
    except (ImportError, OSError, ValueError):
        return None
    except Exception as error:
        if type(error).__name__ == "error":  # termios.error is no OSError
            return None
        raise
    return before


def _restore(attributes: list[object] | None) -> None:
    if attributes is None:
        return
    import termios  # noqa: PLC0415 - it is there, or there were no attributes

    with suppress(termios.error, ValueError):
        termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, attributes)  # type: ignore[arg-type]
