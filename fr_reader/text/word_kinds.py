"""Kinds of words: what grammar's closed classes say of a token, as bits of one number.

Each token of the language is looked up in the classes once and kept, so that what stands in a
sentence is told by arithmetic instead of by asking a dozen sets at every step.
"""

from __future__ import annotations

from functools import cache

from fr_reader.text.grammar import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    PERSONAL,
    PREPOSITIONS,
    RELATIVE,
    SUBORDINATORS,
    TIME_WORDS,
    VERBS,
    is_adverb,
    word_set,
)
from fr_reader.text.lexicon import cue_forms

CAPITAL = 1
"""It begins with a capital."""
WORD = 1 << 1
"""A word or number, not punctuation and not a quotation."""
ADVERB = 1 << 2
AUXILIARY = 1 << 3
COORDINATOR = 1 << 4
DETERMINER = 1 << 5
PERSONAL_PRONOUN = 1 << 6
PREPOSITION = 1 << 7
RELATIVE_PRONOUN = 1 << 8
SUBORDINATOR = 1 << 9
TIME = 1 << 10
VERB = 1 << 11
"""A frequent verb that reports nothing."""
STOPS = 1 << 12
"""No noun phrase reaches over it: a subordinator, an auxiliary, a verb."""
FINITE_CUE = 1 << 13
"""The past, the third person or the participle of a cue, and no noun."""
PAST = 1 << 14
"""It ends in -ed, and is no noun."""
NAME_MARK = 1 << 15
"""A mark that may stand inside a name or an amount: `&`, `$`, `’`."""
IN_NAME_MARK = 1 << 16
"""A mark that may stand inside a noun phrase read backwards, where a dash or a slash may too."""
CUE = 1 << 17
"""A form of a verb of the cue lexicon."""

ADVERBIAL = AUXILIARY | ADVERB
VERBAL = VERB | AUXILIARY

_NAME_MARKS = frozenset("&$%#@£€’'")
_PHRASE_MARKS = frozenset("&%$/#@’'£€-")
_FINITE = ("past", "s", "participle")
_NOUNS = word_set(
    "report reports comment comments state states question questions attack attacks answer answers"
    " post posts email emails text texts message messages claim claims charge charges support"
    " order orders fear fears hope hopes plan plans vote votes call calls blog blogs tweet tweets"
    " press speaker leader opposing elected appointed advised retired presumed alleged found"
    " favored intended projected supposed titled headlines ads aims points chairs guards shows"
    " cries rules faults backs opens finishes ends jokes laughs notes concerned talks credits"
    " requests demands appeals estimates forecasts projects guesses considered invited rumored"
    " suspects accused worried recommended united unidentified married named shot read"
)
"""Forms of verbs that are nouns, or describe one, as often."""
_CLASSES = (
    (ADVERB, ADVERBS),
    (AUXILIARY, AUXILIARIES),
    (COORDINATOR, COORDINATORS),
    (DETERMINER, DETERMINERS),
    (PERSONAL_PRONOUN, PERSONAL),
    (PREPOSITION, PREPOSITIONS),
    (RELATIVE_PRONOUN, RELATIVE),
    (SUBORDINATOR, SUBORDINATORS),
    (TIME, TIME_WORDS),
    (VERB, VERBS),
    (STOPS, SUBORDINATORS | AUXILIARIES | VERBS),
)


@cache
def _of_low() -> dict[str, int]:
    """By word in lower case, what is told without its look, as bits."""
    known: dict[str, int] = {}
    for bit, words in _CLASSES:
        for word in words:
            known[word] = known.get(word, 0) | bit
    for word, cue in cue_forms().items():
        finite = cue.form in _FINITE and word not in _NOUNS
        known[word] = known.get(word, 0) | CUE | (FINITE_CUE if finite else 0)
    return known


_SHORT = 4
"""No past is so short: “shed”, “Fred”."""
_LONGEST = 40
"""Longer tokens are not kept."""
_MOST = 50_000
"""When so many tokens are kept, all are dropped and telling begins anew."""


def kind_of_word(token: str) -> int:
    """The kinds of a token, whatever stands around it; of several, the bits are added up."""
    low, first, ending = token.lower(), token[0], token[-2:].lower()
    kind = _of_low().get(low, 0)
    if first.isupper():
        kind |= CAPITAL
    if first.isalnum():
        kind |= WORD
    elif token in _PHRASE_MARKS or token in _NAME_MARKS:
        kind |= NAME_MARK if token in _NAME_MARKS else 0
        kind |= IN_NAME_MARK if token in _PHRASE_MARKS else 0
    if ending == "ly" and is_adverb(token):
        kind |= ADVERB
    elif ending == "ed" and len(low) > _SHORT and low not in _NOUNS:
        kind |= PAST
    return kind


class WordKinds(dict[str, int]):
    """The kinds of tokens met before."""

    def __missing__(self, token: str) -> int:
        kind = kind_of_word(token)
        if len(token) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[token] = kind
        return kind
