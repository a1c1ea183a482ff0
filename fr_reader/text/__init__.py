"""Text in, spans out: paragraphs, sentences, words, and quotations with their speakers.

Nothing here reads or writes a file of the user's, asks the network, or remembers anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fr_reader.lazily import lazily
from fr_reader.text.clauses import clauses
from fr_reader.text.graphemes import graphemes, whole
from fr_reader.text.paragraphs import paragraphs
from fr_reader.text.sentences import sentences
from fr_reader.text.words import words

if TYPE_CHECKING:
    from fr_reader.text.reading import quotations, read
    from fr_reader.text.rules import RULES
    from fr_reader.text.suggesting import suggestions

__all__ = [
    "RULES",
    "clauses",
    "graphemes",
    "paragraphs",
    "quotations",
    "read",
    "sentences",
    "suggestions",
    "whole",
    "words",
]

_WHERE = {
    "quotations": "reading",
    "read": "reading",
    "RULES": "rules",
    "suggestions": "suggesting",
}
__getattr__ = lazily(__name__, _WHERE)
