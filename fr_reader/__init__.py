"""fr-reader: read articles in the terminal, mark who says what, take cited quotations away."""

__version__ = "0.1.0"
