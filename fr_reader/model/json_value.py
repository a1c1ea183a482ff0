"""JSON that keeps every text as it is, lone surrogates included."""

from __future__ import annotations

import json
from typing import Any, NoReturn


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not JSON")


_DECODER = json.JSONDecoder(parse_constant=_refuse)


def decode(data: bytes) -> Any:
    """The JSON value in `data`; lone surrogates may stand in it. Raises ValueError."""
    try:
        return _DECODER.decode(data.decode("utf-8", "surrogatepass"))
    except RecursionError:
        raise ValueError("nested too deeply") from None


def encode(value: Any) -> bytes:
    """`value` as JSON on one line. Raises ValueError or TypeError for what JSON cannot say.

    Two lone surrogates side by side, escaped, would be read back as the one character they make
    up; such a line, and no other, holds them raw.
    """
    compact = (",", ":")
    text = json.dumps(value, allow_nan=False, separators=compact)
    if "\\ud" in text and json.loads(text) != value:
        text = json.dumps(value, allow_nan=False, separators=compact, ensure_ascii=False)
    return text.encode("utf-8", "surrogatepass")
