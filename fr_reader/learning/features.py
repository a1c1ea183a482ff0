"""What a sentence is learned by: its words, what introduces it, and whether it has a figure."""

from __future__ import annotations

import re

from fr_reader.learning.stems import stem
from fr_reader.model import Span
from fr_reader.text import words
from fr_reader.text.grammar import word_set
from fr_reader.text.lexicon import cue_forms

Features = dict[str, str]
"""What is in a sentence, by name, with what it is called when it speaks for a code."""

_FIGURE = re.compile(r"\d")
_LONGEST = 400
"""Words of a sentence that are looked at; what is longer is a table, or no sentence at all."""
_EMPTY = word_set(
    "a an the this that these those i me my mine we us our ours you your yours he him his she her"
    " hers it its they them their theirs who whom whose which what there here and or but nor so yet"
    " if than then as at by for from in into of off on onto out over to under up down with about"
    " after before between through during against within without is am are was were be been being"
    " has have had having do does did doing will would can could shall should may might must just"
    " also very too more most some such other said say says saying told tell tells when where how"
    " it’s it's that’s that's he’s he's she’s she's i’m i'm we’re we're they’re they're"
)
_NEGATIONS = word_set("not no never nobody nothing none cannot neither without")


def features(text: str, span: Span) -> Features:
    """The features of the passage: stems and pairs of stems, the senses of cue verbs, a figure, a
    question, words in quotation marks, a negation.

    Words that say nothing by themselves ("the", "said") are left out.
    """
    found: Features = {}
    before = ""
    for where in words(text, span)[:_LONGEST]:
        word = where.of(text).lower()
        cue = cue_forms().get(word)
        if cue is not None:
            found.setdefault(f"cue {cue.sense}", f"a cue such as “{word}”")
        if word in _NEGATIONS or word.endswith(("n’t", "n't")):
            found.setdefault("negation", f"a negation, “{word}”")
        if word in _EMPTY or _FIGURE.search(word):
            before = ""
            continue
        own = stem(word)
        found.setdefault(f"word {own}", f"“{word}”")
        if before:
            found.setdefault(f"pair {stem(before)} {own}", f"“{before} {word}”")
        before = word
    passage = span.of(text)
    told = {
        "figure": ("a figure", _FIGURE.search(passage)),
        "question": ("a question", "?" in passage),
        "quoted": ("words in quotation marks", any(mark in passage for mark in '“"«„')),
    }
    found.update({name: called for name, (called, there) in told.items() if there})
    return found
