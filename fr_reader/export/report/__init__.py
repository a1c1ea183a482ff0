"""The report: who said how much and about what, with every quotation, as one HTML file."""

from fr_reader.export.report.page import report

__all__ = ["report"]
