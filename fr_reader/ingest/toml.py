"""TOML as people write it, and its faults in words that help them find it."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from fr_reader.model import visible

MOST_SHOWN = 60
"""How much of what somebody wrote is shown back to them, in code points."""

_WHERE = re.compile(r"(.*?)\s*(\((?:at|after) [^()]*\))?", re.DOTALL)


class TomlError(ValueError):
    """What is wrong, and in which line and column where that is known; not a sentence."""


def parse(text: str) -> dict[str, Any]:
    """The tables and values in `text`. Raises TomlError, and nothing else."""
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise TomlError("it is nested too deeply; it takes a few plain lines") from None
    except tomllib.TOMLDecodeError as error:
        raise TomlError(_fault(str(error))) from None
    except ValueError:  # Python reads no whole number of more than 4300 digits
        raise TomlError("it has a number with far too many digits") from None


def short(written: str) -> str:
    """What somebody wrote, as it may stand in a message."""
    cut = written if len(written) <= MOST_SHOWN else written[:MOST_SHOWN] + "…"
    return visible(cut)


def _fault(message: str) -> str:
    """The message of `tomllib`: what it quotes is cut, the place is not."""
    found = _WHERE.fullmatch(message)
    assert found is not None
    return short(found[1]) + (f" {found[2]}" if found[2] else "")
