"""Which marks open and close quotations, and which are none; every sentence is made up."""

from __future__ import annotations

import pytest

from fr_reader.text.stretches import stretches


def quoted(text: str) -> list[str]:
    return [text[s.start : s.end] for s in stretches(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“A b,” she said. “C.”", ["“A b,”", "“C.”"]),
        ('"A b," she said. "C."', ['"A b,"', '"C."']),
        ("‘A b,’ she said. ‘C.’", ["‘A b,’", "‘C.’"]),
        ("'A b,' she said. 'C.'", ["'A b,'", "'C.'"]),
        ("«A b», she said. « C »", ["«A b»", "« C »"]),
        ("»A b«, she said. ›C‹", ["»A b«", "›C‹"]),
        ("„A b“, she said. ‚C‘", ["„A b“", "‚C‘"]),
        ("”A b”, she said. ”C”", ["”A b”", "”C”"]),
        ("''A b,'' she said. ''C.''", ["''A b,''", "''C.''"]),
        ("``A b,'' she said.", ["``A b,''"]),
        ("「A」と言った。", ["「A」"]),
        ('“A b," she said.', ['“A b,"']),
        ("—“A”—(“B”)“C”", ["“A”", "“B”", "“C”"]),
    ],
)
def test_families(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“She said ‘yes’ to me,” he said.", ["“She said ‘yes’ to me,”"]),
        ("‘She said “yes” to me,’ he said.", ["‘She said “yes” to me,’"]),
        ("'She said \"yes\" to me,' he said.", ["'She said \"yes\" to me,'"]),
        ('"I want "this" now," he said.', ['"I want "this" now,"']),
        ("'''Go,' they say,'' he said.", ["'''Go,' they say,''"]),
        ("''They say 'go.''' Then he left.", ["''They say 'go.'''"]),
        ("“Signs read “Stop” there,” he said.", ["“Signs read “Stop” there,”"]),
    ],
)
def test_nested(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "I don’t, you can't, the boys’ toys, the girls' toys.",
        "The ’90s, the '80s, rock ’n’ roll, 'tis, ’em and o’clock.",
        'A man of 6\'2" with a 27" screen and a 5’ rod.',
        "It took 5' 30\" to run.",
        '" spaced " out',
        '""""""""""""""""',
        "“”",
    ],
)
def test_what_is_no_quotation(text: str) -> None:
    assert quoted(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("‘We don’t,’ the ministers’ aide said.", ["‘We don’t,’"]),
        ("‘Mind the boys’ toys,’ she said.", ["‘Mind the boys’ toys,’"]),
        ("'I can't find the boys' toys,' she said.", ["'I can't find the boys' toys,'"]),
        ("‘It is the unions’,’ he said.", ["‘It is the unions’,’"]),
        ("‘He was born in the ’90s,’ she said.", ["‘He was born in the ’90s,’"]),
        ('"The 12" pizza is great," he said.', ['"The 12" pizza is great,"']),
        ('"We need 100" was all he said.', ['"We need 100"']),
    ],
)
def test_apostrophes_and_inches_inside(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said: “I want it and left.", ["“I want it and left."]),
        ("“A b. “C d,” she said.", ["“A b.", "“C d,”"]),
        ('"A b. "C d," she said.', ['"A b.', '"C d,"']),
        ("“A b. C d.’ She left.", ["“A b. C d.’"]),
        ('"“A b,” said X."', ['"“A b,”']),
        ("A stray ” and then “a b” there.", ["“a b”"]),
        ("A ‘stray mark and then “a b” there.", ["“a b”"]),
    ],
)
def test_unbalanced_marks_recover(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected
