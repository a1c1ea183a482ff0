"""Bytes to text: UTF-8 first, a byte order mark if there is one, a guess only when it is sure."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from fr_reader.ingest.guess import guess
from fr_reader.ingest.guessed import notice
from fr_reader.model import InputError, visible

# UTF-32 stands before UTF-16: the little-endian mark of the one begins with that of the other.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FORMATS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive, a Word document or an EPUB"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
)
_NOT_TEXT = {"unicode_escape", "raw_unicode_escape", "idna", "punycode", "undefined"}
_CONTROLS = re.compile("[\x01-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")  # not ESC: logs are full of it
_MOST_CONTROLS = 0.1


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was read in, and whether that is nothing but a good guess."""

    text: str
    encoding: str
    guessed: bool = False


def decode(data: bytes, name: str, encoding: str | None = None) -> str:
    """The text of `data`, newlines as LF, without a byte order mark, nothing else changed.

    `encoding`, when given, is believed. Otherwise a byte order mark decides, then strict UTF-8,
    then a guess that must be unrivalled. Raises InputError, naming the file `name`, when nothing
    fits, when the data is binary, and when there is no word in it.
    """
    return decoded(data, name, encoding).text


def decoded(data: bytes, name: str, encoding: str | None = None) -> Decoded:
    """What `decode` gives, with the encoding; a guess is noticed by `guesses`, too."""
    name = visible(name)
    for magic, kind in _FORMATS:
        if data.startswith(magic):
            raise InputError(f"{name} is {kind}, not plain text: save it as text first")
    found = _believe(data, name, encoding) if encoding else _find_out(data, name)
    text = found.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text or text.isspace():
        raise InputError(f"{name} is empty: there is nothing to read in it")
    if _binary(text):
        raise _binary_error(name)
    if found.guessed:
        notice(found.encoding)
    return Decoded(text, found.encoding, found.guessed)


def _believe(data: bytes, name: str, encoding: str) -> Decoded:
    try:
        codec = codecs.lookup(encoding).name
        if codec.replace("-", "_") in _NOT_TEXT:
            raise LookupError(encoding)
        text = data.decode(codec)
        text.encode("utf-8")  # some codecs let lone surrogates through
    except UnicodeError:
        raise InputError(
            f"{name} is not in {visible(encoding)}: name another encoding with --encoding"
        ) from None
    except (LookupError, ValueError):
        raise InputError(
            f"there is no text encoding {visible(encoding)} to read {name} in: "
            "--encoding takes names such as utf-8, cp1252 or utf-16"
        ) from None
    return Decoded(text, codec)


def _find_out(data: bytes, name: str) -> Decoded:
    encoding = next((codec for mark, codec in _MARKS if data.startswith(mark)), "utf-8")
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        if encoding != "utf-8" or data.startswith(codecs.BOM_UTF8):
            raise _broken(name, encoding) from None
        if b"\0" in data:
            raise _binary_error(name) from None
        where = error.start
    found = guess(data, where)
    if found.encoding:
        try:
            return Decoded(data.decode(found.encoding), found.encoding, guessed=True)
        except UnicodeDecodeError:
            pass
    likely = f" (perhaps {' or '.join(found.likely)})" if found.likely else ""
    raise InputError(
        f"{name} is not in UTF-8, and its encoding is not certain{likely}: name it with --encoding"
    )


def _broken(name: str, encoding: str) -> InputError:
    return InputError(
        f"{name} begins like {encoding} but is not: it is damaged, or name its encoding "
        "with --encoding"
    )


def _binary(text: str) -> bool:
    if "\0" in text:
        return True
    start = text[:100_000]
    return len(_CONTROLS.findall(start)) > max(4, _MOST_CONTROLS * len(start))


def _binary_error(name: str) -> InputError:
    return InputError(
        f"{name} is binary, not plain text: save it as text first, "
        "or name its encoding with --encoding if it is UTF-16 or UTF-32"
    )
