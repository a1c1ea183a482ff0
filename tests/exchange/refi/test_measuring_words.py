"""The words of made-up selections tell how their offsets are counted, without any repair."""

from __future__ import annotations

from fr_reader.exchange.refi.offsets import Text, Written, is_right, measured

TEXT = "no no 😀 no no no 😀 no no no, said nobody at all, and no no no"


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def test_words_that_stand_everywhere_are_counted_right() -> None:
    """Of “no” every place looks right by itself; only all of them together tell the way."""
    places = [at for at in range(len(TEXT)) if TEXT.startswith("no no", at)]
    written = [Written(_utf16(TEXT[:at]), _utf16(TEXT[:at]) + 5, "no no") for at in places]
    written.append(Written(_utf16(TEXT[:31]), _utf16(TEXT[:37]), TEXT[31:37]))
    text = Text(TEXT)
    counting, right = measured(text, written)
    assert right == len(written)
    assert counting.unit == "UTF-16 units"
    assert all(is_right(text, one, counting) for one in written)
