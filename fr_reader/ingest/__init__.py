"""Files in, articles out: one module for each thing that can stand in the way."""

from fr_reader.ingest.load import described, from_bytes, load, own_title
from fr_reader.ingest.piped import piped
from fr_reader.ingest.seeds import seeds

__all__ = ["described", "from_bytes", "load", "own_title", "piped", "seeds"]
