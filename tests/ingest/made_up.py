"""Documents the tests read, all made up: pages, PDF files, books and Word documents."""

from __future__ import annotations

import io
import random
import zipfile
from typing import Any

_TEXT = """
    council harbour bridge morning decision neighbours budget ferry report minister company
    river question members school library winter agreement costs station railway evening
    public hearing engineers promised repeatedly according documents estimated residents
    market prices growing concerns about safety and transport in the old town of Examplebury
"""
_WORDS = _TEXT.split()


def paragraphs(count: int, seed: int = 1) -> list[str]:
    """So many made-up paragraphs of two to five sentences, the same for the same seed."""
    chance = random.Random(seed)
    return [" ".join(_sentence(chance) for _ in range(chance.randint(2, 5))) for _ in range(count)]


def _sentence(chance: random.Random) -> str:
    words = [chance.choice(_WORDS) for _ in range(chance.randint(7, 20))]
    return words[0].capitalize() + " " + " ".join(words[1:]) + "."


def hyphenated(paragraph: str) -> str:
    """The paragraph with soft hyphens inside its long words, where lines may be broken."""
    return " ".join(
        word[:4] + "\u00ad" + word[4:] if len(word) > 8 and word.isalpha() else word
        for word in paragraph.split()
    )


def pdf(texts: list[str], *, two: bool = False, indent: bool = False, title: str = "") -> bytes:
    """A PDF with running heads, page numbers and hyphens at line ends, in one or two columns.

    Paragraphs are parted by gaps, or by `indent` of their first lines.
    """
    from fpdf import FPDF
    from fpdf.enums import Align

    class Paper(FPDF):
        def header(self) -> None:
            self.set_font("Times", "I", 9)
            self.cell(0, 8, f"The Made-Up Gazette, page {self.page_no()}", align="C")
            self.ln(12)

        def footer(self) -> None:
            self.set_y(-15)
            self.set_font("Times", "", 9)
            self.cell(0, 8, str(self.page_no()), align="C")

    paper: Any = Paper(format="A4")
    paper.set_title(title or "Untitled")
    paper.set_author("Ann Example")
    paper.add_page()
    paper.set_font("Times", "B", 18)
    if title:
        paper.multi_cell(0, 9, title)
        paper.ln(4)
    paper.set_font("Times", "", 11)
    with paper.text_columns(ncols=2 if two else 1, gutter=8, text_align=Align.J) as columns:
        for text in texts:
            with columns.paragraph(
                bottom_margin=0 if indent else 3, first_line_indent=5 if indent else 0
            ) as paragraph:
                paragraph.write(hyphenated(text))
    return bytes(paper.output())


def epub(pages: list[str], extra: dict[str, bytes] | None = None) -> bytes:
    """An EPUB with these pages of XHTML in its spine, the contents page not among them."""
    items = "".join(
        f'<item id="p{n}" href="text/p%20{n}.xhtml" media-type="application/xhtml+xml"/>'
        for n in range(len(pages))
    )
    spine = "".join(f'<itemref idref="p{n}"/>' for n in range(len(pages)))
    package = (
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>A made-up book</dc:title>'
        "<dc:creator>Ann Example</dc:creator><dc:creator>Bob Sample</dc:creator>"
        "<dc:publisher>Example Press</dc:publisher><dc:date>2026-01-02T00:00:00Z</dc:date>"
        "<dc:language>en-GB</dc:language></metadata>"
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    container = (
        '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
        '<rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
    )
    files = {
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": container.encode(),
        "OEBPS/book.opf": package.encode(),
        **{f"OEBPS/text/p {n}.xhtml": page.encode() for n, page in enumerate(pages)},
        **(extra or {}),
    }
    return packed(files)


def packed(files: dict[str, bytes]) -> bytes:
    """A zip archive of these files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files.items():
            archive.writestr(zipfile.ZipInfo(path), content)
    return stream.getvalue()


def word() -> bytes:
    """A Word document with a heading, lists, a quotation and a table."""
    from docx import Document

    document = Document()
    document.core_properties.title = "A made-up report"
    document.core_properties.author = "Ann Example; Bob Sample"
    document.add_heading("A made-up report", 0)
    document.add_paragraph("“The bridge is made up,” said Ann Example, who is, too.")
    document.add_heading("What is asked for", 1)
    document.add_paragraph("More trees", style="List Bullet")
    document.add_paragraph("Fewer roads", style="List Number")
    document.add_paragraph("Nobody was asked.", style="Quote")
    table = document.add_table(2, 2)
    for row, texts in zip(table.rows, (("Town", "Trees"), ("Examplebury", "12")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    """The files in a zip archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {path: archive.read(path) for path in archive.namelist()}
