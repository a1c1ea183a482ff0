"""Bytes become the right text, or a sentence that says why not."""

from __future__ import annotations

import codecs

import pytest

from fr_reader.ingest.decode import Decoded, decode, decoded
from fr_reader.ingest.guessed import guesses
from fr_reader.model import InputError

TEXT = "Mayor says “no”\n\nZoë Garbett paid £5 – once.\n"  # made up


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
def test_utf8_and_every_byte_order_mark(mark: bytes, codec: str) -> None:
    assert decode(mark + TEXT.encode(codec), "a.txt") == TEXT


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "UTF-16LE", "utf_32"])
def test_named_encoding_loses_its_byte_order_mark_too(codec: str) -> None:
    assert decode(("\ufeff" + TEXT).encode(codec), "a.txt", codec) == TEXT


def test_only_line_ends_change() -> None:
    odd = " \ta  b\x0b\x0c\u2028\u00a0c\x1b[31m\u202e d \n"
    assert decode(odd.encode(), "a.txt") == odd
    assert decode(b"a\r\nb\rc\n\rd", "a.txt") == "a\nb\nc\n\nd"


def test_a_sure_guess_is_taken() -> None:
    text = "Президент сказал: «Мы не можем согласиться с этим решением», сообщает агентство. " * 3
    assert decode(text.encode("cp1251"), "a.txt") == text


def test_an_unsure_guess_is_not_taken_and_names_what_it_may_be() -> None:
    data = (TEXT * 4).encode("cp1252")
    with pytest.raises(InputError, match=r"a\.txt.*cp125.*--encoding"):
        decode(data, "a.txt")
    assert decode(data, "a.txt", "cp1252") == TEXT * 4


def test_what_no_encoding_fits_names_the_remedy() -> None:
    with pytest.raises(InputError, match=r"a\.txt.*--encoding"):
        decode(b"\xff\xfe\x00\xd8", "a.txt")
    with pytest.raises(InputError, match=r"a\.txt is not in utf-8.*--encoding"):
        decode(b"caf\xe9", "a.txt", "utf-8")


@pytest.mark.parametrize(
    "encoding", ["klingon", "base64", "rot13", "unicode_escape", "idna", "../../x", "a\0b", "💥"]
)
def test_what_is_no_text_encoding_is_refused(encoding: str) -> None:
    with pytest.raises(InputError, match=r"there is no text encoding"):
        decode(b"text \\d", "a.txt", encoding)


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", "\u00a0\u2003\n".encode()])
def test_nothing_to_read(data: bytes) -> None:
    with pytest.raises(InputError, match=r"a\.txt is empty"):
        decode(data, "a.txt")


@pytest.mark.parametrize(
    "data",
    [
        b"text with a NUL \0 in it",
        TEXT.encode("utf-16-le"),
        bytes(range(1, 9)) * 40,
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    ],
)
def test_binary(data: bytes) -> None:
    with pytest.raises(InputError, match=r"a\.txt is (binary|not in UTF-8)"):
        decode(data, "a.txt")


@pytest.mark.parametrize("magic", [b"%PDF-1.7 ", b"PK\x03\x04 ", b"{\\rtf1 ", b"\xd0\xcf\x11\xe0"])
def test_known_formats_are_called_by_their_names(magic: bytes) -> None:
    with pytest.raises(InputError, match=r"a\.txt is an? .*, not plain text"):
        decode(magic + b"more", "a.txt", "latin-1")


def test_escape_sequences_are_text() -> None:
    log = "\x1b[31mred\x1b[0m \x1b]52;c;aGk=\x07 \x9b\n" * 50
    assert decode(log.encode(), "a.txt") == log


def test_the_encoding_comes_along_and_a_guess_is_noticed() -> None:
    text = "Президент сказал: «Мы не можем согласиться с этим решением», сообщает агентство. " * 3
    with guesses() as guessed:
        assert decoded(b"made up", "a.txt") == Decoded("made up", "utf-8")
        assert decoded("\ufeffmade up".encode("utf-16-le"), "a.txt").encoding == "utf-16-le"
        assert decoded("fünf".encode("cp1252"), "a.txt", "cp1252") == Decoded("fünf", "cp1252")
        assert guessed == []
        found = decoded(text.encode("cp1251"), "a.txt")
        assert decode(text.encode("cp1251"), "a.txt") == found.text == text
    assert found.guessed
    assert guessed == [found.encoding]
    decode(text.encode("cp1251"), "a.txt")
    assert guessed == [found.encoding]
