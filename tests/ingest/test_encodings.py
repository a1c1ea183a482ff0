"""Plain text, made up, in the encodings people have: read when sure or named, else refused."""

from __future__ import annotations

import codecs

import pytest

from fr_reader.ingest import from_bytes
from fr_reader.model import InputError

WESTERN = "Zoë said no\n\nThe café in Düsseldorf cost £5, and nobody had asked Zoë Example.\n"
RUSSIAN = "Совет сажает деревья\n\nЭто придумано, сказала Анна Примерова, которой нет.\n"
JAPANESE = "これは作り話です\n\n市議会は木を植えると花子は言った。誰も知らなかった。\n"
CHINESE = "这是编造的\n\n市议会说要种树，没有人知道这件事，王小明说。\n"


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
@pytest.mark.parametrize("text", [WESTERN, RUSSIAN, JAPANESE, CHINESE])
def test_unicode_needs_no_name(mark: bytes, codec: str, text: str) -> None:
    assert from_bytes(mark + text.encode(codec), "a.txt").text == text


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("cp1252", WESTERN),
        ("latin-1", WESTERN),
        ("mac_roman", WESTERN),
        ("cp1251", RUSSIAN),
        ("koi8-r", RUSSIAN),
        ("iso8859-5", RUSSIAN),
        ("shift_jis", JAPANESE),
        ("euc-jp", JAPANESE),
        ("gb18030", CHINESE),
        (
            "big5",
            CHINESE.replace("这是编造的", "這是編造的").translate(
                str.maketrans("议会说种树没这说", "議會說種樹沒這說")
            ),
        ),
    ],
)
def test_old_encodings_are_read_rightly_or_refused(codec: str, text: str) -> None:
    data = text.encode(codec)
    assert from_bytes(data, "a.txt", encoding=codec).text == text
    try:
        unnamed = from_bytes(data, "a.txt").text
    except InputError as error:
        assert "name it with --encoding" in str(error)
    else:
        assert unnamed == text


def test_what_cannot_be_told_apart_is_refused() -> None:
    for codec, text in (("mac_roman", WESTERN), ("cp1252", WESTERN)):
        with pytest.raises(InputError, match="not certain"):
            from_bytes(text.encode(codec), "a.txt")
