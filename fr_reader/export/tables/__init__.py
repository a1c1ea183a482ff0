"""Tables for spreadsheets and statistics: CSV (RFC 4180), one row a thing."""

from fr_reader.export.tables.cells import csv_of

__all__ = ["csv_of"]
