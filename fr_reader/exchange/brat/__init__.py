"""The standoff format of brat (brat.nlplab.org/standoff.html), a folder of files, both ways."""

from fr_reader.exchange.brat.reading import read
from fr_reader.exchange.brat.types import CONF
from fr_reader.exchange.brat.writing import SIDECAR, write

__all__ = ["CONF", "SIDECAR", "read", "write"]
