"""Files in, articles out: one module for each thing that can stand in the way."""

from fr_reader.ingest.load import described, from_bytes, load
from fr_reader.ingest.seeds import seeds

__all__ = ["described", "from_bytes", "load", "seeds"]
