"""JSON Lines are read strictly, and errors name the line."""

from __future__ import annotations

import json

import pytest

from fr_reader.exchange.json_lines import read, write
from fr_reader.model import InputError
from tests.exchange.made_up import small

LINES = write(small()).splitlines()


def _changed(number: int, **fields: object) -> bytes:
    lines = list(LINES)
    lines[number - 1] = json.dumps({**json.loads(lines[number - 1]), **fields}).encode()
    return b"\n".join(lines)


def test_one_object_a_line_in_ascii() -> None:
    kinds = [json.loads(line)["type"] for line in LINES]
    assert kinds == ["project", "article", "code", "code", "speaker", *["annotation"] * 3]
    assert all(line.isascii() for line in LINES)


def test_marks_of_other_systems_do_not_disturb() -> None:
    data = b"\xef\xbb\xbf" + b"\r\n\r\n".join(LINES)
    assert read(data, "x")[0] == small()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "is empty"),
        (b'{"type": "article"}', "line 1 .* no project"),
        (b"[1]", "line 1 .* no JSON object"),
        (_changed(1, version=2), "newer fr-reader"),
        (_changed(1, version=True), "line 1 .* version"),
        (_changed(1, more=1), "line 1 .* nothing else"),
        (_changed(2, text="altered"), "line 2 .* sha256"),
        (_changed(3, type="colour"), "line 3 .* 'colour'"),
        (_changed(3, id=""), "line 3 .* id: a name"),
        (_changed(3, order="1"), "line 3 .* order: a whole number"),
        (_changed(4, id="claim"), "line 4 .* 'claim' is there already"),
        (_changed(6, article="gone"), "line 6 .* no article 'gone'"),
        (_changed(6, anchors=[]), "line 6 .* needs a passage"),
        (_changed(6, speaker="s1", code="claim"), "line 6 .* not both"),
        (_changed(6, hue="red"), "line 6 .* unknown hue"),
        (_changed(7, id="a1"), "line 7 .* 'a1' is there already"),
        (b"\n".join([*LINES, b'{"type": ']), "line 9 .* no JSON"),
        (b"\n".join([*LINES, b"[" * 100_000]), "line 9 .* no JSON"),
        (b"\n".join([*LINES, b'{"type": NaN}']), "line 9 .* no JSON"),
        (b"\n".join([*LINES, b"\xff"]), "line 9 .* no JSON"),
    ],
)
def test_what_is_not_understood_is_named(data: bytes, told: str) -> None:
    with pytest.raises(InputError, match=told):
        read(data, "made-up.jsonl")
