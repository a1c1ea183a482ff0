"""Text in, spans out: paragraphs, sentences, words, and quotations with their speakers.

Nothing here reads or writes a file of the user's, asks the network, or remembers anything.
"""

from fr_reader.text.clauses import clauses
from fr_reader.text.graphemes import graphemes, whole
from fr_reader.text.paragraphs import paragraphs
from fr_reader.text.reading import quotations, read
from fr_reader.text.rules import RULES
from fr_reader.text.sentences import sentences
from fr_reader.text.suggestions import suggestions
from fr_reader.text.words import words

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
