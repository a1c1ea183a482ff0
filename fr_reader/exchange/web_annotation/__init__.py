"""The W3C Web Annotation Data Model (Recommendation of 23 February 2017), in JSON-LD, both ways."""

from fr_reader.exchange.web_annotation.reading import is_web_annotation, read
from fr_reader.exchange.web_annotation.writing import write

__all__ = ["is_web_annotation", "read", "write"]
