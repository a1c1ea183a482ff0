"""PDF files: characters to lines, lines to columns, lines to paragraphs, one module each."""

from fr_reader.ingest.pdf.read import read

__all__ = ["read"]
