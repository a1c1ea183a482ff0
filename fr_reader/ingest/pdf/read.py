"""A PDF file by pypdfium2: its pages, what its information says, and its paragraphs."""

from __future__ import annotations

import threading
from typing import Any

from fr_reader.ingest import plausible
from fr_reader.ingest.files import LIMIT
from fr_reader.ingest.pdf.characters import sheet
from fr_reader.ingest.pdf.columns import columns
from fr_reader.ingest.pdf.flowing import paragraphs
from fr_reader.ingest.pdf.lines import Sheet
from fr_reader.ingest.pdf.running import without_running
from fr_reader.ingest.reading import Reading, reading
from fr_reader.model import InputError, Metadata, visible

MOST_PAGES = 3000
MOST_PIECES = 6000
"""The most pieces of lines one page may have: a page of the densest newspaper has some 2,000."""
_ONE_AT_A_TIME = threading.Lock()
"""pdfium may be used by one thread at a time."""


def read(data: bytes, name: str, encoding: str | None) -> Reading:  # noqa: ARG001 - a PDF says its own
    """The paragraphs of the PDF in `data`, without running heads and feet and page numbers.

    Raises InputError where it is damaged, needs a password, has only pictures of text, or has more
    than 3,000 pages, and where the extra `pdf` is not installed.
    """
    try:
        import pypdfium2  # noqa: PLC0415 - an extra, and large
        from pypdfium2 import raw  # noqa: PLC0415
    except ImportError:
        raise InputError(
            f"{visible(name)} is a PDF, and reading those needs "
            "pypdfium2: pip install 'fr-reader[pdf]'"
        ) from None
    with _ONE_AT_A_TIME:
        document = _opened(pypdfium2, data, name)
        try:
            sheets = _sheets(document, pypdfium2, raw, name)
            known = _metadata(document.get_metadata_dict())
        finally:
            document.close()
    if not any(page.lines for page in sheets):
        raise InputError(
            f"{visible(name)} has no text, only pictures of it: run text recognition on it first, "
            "for example with ocrmypdf"
        )
    return reading(paragraphs(columns(without_running(sheets))), known, name)


def _opened(pypdfium2: Any, data: bytes, name: str) -> Any:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error) or "ecurity" in str(error):
            raise InputError(
                f"{visible(name)} needs a password: save it without one, and read that"
            ) from None
        raise _damaged(name) from None


def _damaged(name: str) -> InputError:
    return InputError(
        f"{visible(name)} is a PDF that is damaged or not whole: save or copy it again"
    )


def _sheets(document: Any, pypdfium2: Any, raw: Any, name: str) -> list[Sheet]:
    if len(document) > MOST_PAGES:
        raise InputError(
            f"{visible(name)} has {len(document)} pages, and fr-reader reads at most "
            f"{MOST_PAGES}: split it into its articles"
        )
    sheets, size = [], 0
    for number in range(len(document)):
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            if len(document) == 1:
                raise _damaged(name) from None
            continue
        try:
            found = sheet(page, raw)
        except pypdfium2.PdfiumError:
            continue
        finally:
            page.close()
        size += sum(len(line.text) for line in found.lines)
        if size > LIMIT or len(found.lines) > MOST_PIECES:
            raise InputError(f"{visible(name)} has far too much text: split it into its articles")
        sheets.append(found)
    return sheets


def _metadata(said: dict[str, str]) -> Metadata:
    """What the file says of itself; when it was made is not when it was published."""
    known = Metadata(
        title=plausible.title(said.get("Title", "")),
        authors=plausible.names([said.get("Author", "")]),
    )
    return plausible.with_origin(known, "PDF information")
