"""A record as one line of JSON that no terminal and no file stumbles over."""

from __future__ import annotations

import json
import re

# C1 controls, directional marks and overrides, separators, byte order mark, noncharacters and
# lone surrogates: what json.dumps leaves raw and a terminal or a file cannot bear.
_RAW = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)


def json_line(record: dict[str, object]) -> str:
    """`record` as one line of JSON, without a newline; escapes only what must not stay raw."""
    line = json.dumps(record, ensure_ascii=False)
    return _RAW.sub(lambda match: f"\\u{ord(match[0]):04x}", line)
