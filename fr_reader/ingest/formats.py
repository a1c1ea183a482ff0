"""Which format a file is in, and which module reads it: by its first bytes, then by its suffix."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from typing import Protocol, cast

from fr_reader.ingest.files import LIMIT, is_container
from fr_reader.ingest.reading import Reading
from fr_reader.model import InputError, visible

_HTML = re.compile(rb"<(?:!doctype\s+html|html[\s>])", re.IGNORECASE)
_SNIFFED = 12_000


class Reader(Protocol):
    """What a module that reads a format offers as `read`."""

    def __call__(self, data: bytes, name: str, encoding: str | None) -> Reading:
        """The reading of the bytes of a file called `name`. Raises InputError."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format: what people call it, the module that reads it, and the suffixes of its files."""

    name: str
    module: str
    suffixes: tuple[str, ...]

    def read(self, data: bytes, name: str, encoding: str | None) -> Reading:
        """The reading of `data` by the format's module. Raises InputError."""
        if not is_container(data) and len(data) > LIMIT:
            raise InputError(
                f"{visible(name)} has {len(data) / 1e6:.0f} MB, and fr-reader reads articles of "
                f"at most {LIMIT // 1_000_000} MB: split it into its articles"
            )
        read = cast(Reader, import_module(f"fr_reader.ingest.{self.module}").read)
        return read(data, name, encoding)


HTML = Format("HTML", "html", (".html", ".htm", ".xhtml"))
PDF = Format("PDF", "pdf", (".pdf",))
EPUB = Format("EPUB", "epub", (".epub",))
DOCX = Format("Word document", "docx", (".docx",))
FORMATS = (HTML, PDF, EPUB, DOCX)
"""What is read besides plain text and Markdown."""

TEXT_SUFFIXES = (".txt", ".text", ".md", ".markdown")
"""Files called so are plain text, even where they begin as a web page does."""


def format_of(data: bytes, name: str) -> Format | None:
    """The format of a file called `name`; None for plain text and Markdown.

    Raises InputError for a zip archive that is neither an EPUB nor a Word document.
    """
    if data.startswith(b"PK\x03\x04"):
        return _packed(data, name)
    suffix = PurePath(name).suffix.lower()
    if data[:1024].lstrip(b"\xef\xbb\xbf\0 \t\r\n").startswith(b"%PDF-"):
        return PDF
    if suffix in TEXT_SUFFIXES:
        return None
    if _is_page(data[:_SNIFFED]):
        return HTML
    return next((known for known in FORMATS if suffix in known.suffixes), None)


def _is_page(head: bytes) -> bool:
    """Whether a file begins as a web page does, after comments and an XML declaration."""
    head = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    for opening, closing in ((b"<?xml", b"?>"), *[(b"<!--", b"-->")] * 10):
        if head.startswith(opening):
            head = head.partition(closing)[2].lstrip()
    return _HTML.match(head) is not None


def _packed(data: bytes, name: str) -> Format:
    from fr_reader.safely.archives import Archive  # noqa: PLC0415 - only for archives

    archive = Archive(data, name)
    if "META-INF/container.xml" in archive:
        return EPUB
    if "word/document.xml" in archive:
        return DOCX
    suffix = PurePath(name).suffix.lower()
    for known in (EPUB, DOCX):
        if suffix in known.suffixes:
            return known
    raise InputError(
        f"{visible(name)} is a zip archive, neither an EPUB nor a Word document (.docx): "
        "unpack it, and name the files in it"
    )
