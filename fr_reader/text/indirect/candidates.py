"""Candidates: the phrases of a sentence that may be the source of a cue.

They are what an English sentence offers: the subject of the cue or of a verb before it, the owner
of a noun ("X's claim"), the agent behind "by" or "from", the sources of attributions before, and
each of these without its apposition or its relative clause.
"""

from __future__ import annotations

from fr_reader.text.appositions import phrase_starting
from fr_reader.text.indirect.frames import Sentence
from fr_reader.text.phrases import Range, phrase_ending, verb_like
from fr_reader.text.stream import Stream
from fr_reader.text.subjects import main_subject, subject_before, with_clause
from fr_reader.text.word_kinds import VERBAL

_TRAILING = frozenset(("and", "but", "adv", "that", "have", "be", "when", "as", ":"))
_LEADING = frozenset(("and", "but", "when", "as", "if", "that", ",", ":", "-", "so"))
_ASIDE = frozenset(("in", "for", "from", "on", "with", "ing", "like", "as", "to", "at", "adv"))
_NOMINAL = frozenset(("w", "s", "Cap", "the", "a", "of", "his", "this", "num", "ed", "for"))
_POSSESSIVE = ("’s", "'s", "s’", "s'")
_PRONOUNS = frozenset(("who", "he", "it", "that", "which", "you"))
_RELATIVE = frozenset(("who", "that", "which"))
_OPENS_MORE = _LEADING | _RELATIVE
_BEFORE = frozenset(("the", "a", "num", "adv", "his", "this", "s", "w"))
_AGENT = frozenset(("by", "from", "of", "among", "for"))
_OWNERS = frozenset(("his", "her", "their", "its", "my", "our", "your"))
_CUTS = frozenset((",", "-", "who", "that", "which", "in", "(", "when", "ing"))
_DATES = frozenset(("time", "Time", "adv", ",", "num", "-"))
_DATE_WORDS = frozenset(("this", "last", "just", "earlier", "late", "in", "on", "early", "year"))
_LONGEST = 25
_OWNED = 6
_AGENT_FAR = 8
_COMMA_FAR = 30
_MOST_VERBS = 8
"""So many verbs, the nearest ones, are asked for their subjects."""

Origin = tuple[str, Range | None]
"""What a phrase was found as, and the phrase if there is one."""


def candidates(
    stream: Stream,
    classes: list[str],
    sentence: Sentence,
    at: int,
    cue: Range,
    earlier: list[Range],
) -> dict[Range, str]:
    """The phrases that may be the source of the cue at `at`, each with what it was found as.

    `earlier` are the sources of the attributions before.
    """
    subject = nearest_subject(stream, sentence, cue[0])
    plain = [("s", subject), ("m", main_subject(stream, sentence.first, cue[0]))]
    if cue[0] < at:
        plain.append(("i", nearest_subject(stream, sentence, at)))
    plain += _owners(stream, sentence, at, cue)
    plain += _subjects(stream, classes, sentence, cue)
    plain += _agents(stream, classes, sentence, at, cue)
    found: dict[Range, str] = {}
    told: set[Range] = set()
    for origin, each in plain:
        if each is not None and each not in told:
            told.add(each)
            for form, phrase in _forms(stream, classes, sentence, each):
                if phrase not in found:
                    found[phrase] = origin + form
    for phrase in _clauses(classes, sentence, cue):
        found.setdefault(phrase, "c")
    for phrase in earlier:
        found.setdefault(phrase, "e")
    return {
        phrase: origin
        for phrase, origin in found.items()
        if phrase[0] < phrase[1] and not phrase[0] <= at < phrase[1]
    }


def nearest_subject(stream: Stream, sentence: Sentence, verb: int) -> Range | None:
    """The subject right before a verb; each is told once in a sentence."""
    known = sentence.subjects
    if verb not in known:
        near = subject_before(stream, verb, sentence.first)
        known[verb] = with_clause(stream, verb, sentence.first, near) or near
    return known[verb]


def is_plain(classes: list[str], phrase: Range) -> bool:
    """Whether nothing in a phrase could be cut off: no apposition, clause or conjunction."""
    first, last = phrase
    return _CUTS.isdisjoint(classes[first + 1 : last]) and classes[first] not in _OPENS_MORE


def _owners(stream: Stream, sentence: Sentence, at: int, cue: Range) -> list[Origin]:
    """The X of "X's claim" and of "his warning", and "X's campaign" before its own cue."""
    found: list[Origin] = []
    text, low = stream.text, stream.low
    for back in range(at - 1, max(sentence.first, at - _OWNED) - 1, -1):
        if text[back].endswith(_POSSESSIVE):
            phrase = phrase_ending(stream, back, sentence.first) or (back, back + 1)
            found.append(("o", phrase))
            if back + 1 < cue[0]:
                found.append(("o", (phrase[0], cue[0])))
        elif low[back] in _OWNERS:
            found.append(("o", (back, back + 1)))
    return found


def _subjects(stream: Stream, classes: list[str], sentence: Sentence, cue: Range) -> list[Origin]:
    """Pronouns, and the subjects of the verbs, before the cue."""
    found: list[Origin] = []
    verbs = 0
    kinds = stream.kinds
    for at in range(cue[0] - 1, sentence.first - 1, -1):
        label = classes[at]
        if label in _PRONOUNS:
            found.append(("v", (at, at + 1)))
        elif verbs < _MOST_VERBS and (kinds[at] & VERBAL or label == "ed"):
            verbs += 1
            found.append(("v", nearest_subject(stream, sentence, at)))
    return found


def _agents(
    stream: Stream, classes: list[str], sentence: Sentence, at: int, cue: Range
) -> list[Origin]:
    """The phrases behind the cue: "by X", "from X", "says X", and behind a comma."""
    found: list[Origin] = []
    last = sentence.last
    low = stream.low
    near = low[at + 1 : min(last, at + _AGENT_FAR)]
    if at + 1 == cue[1] or not _AGENT.isdisjoint(near):
        for ahead, word in enumerate(near, at + 1):
            if word in _AGENT:
                found.append(("a", phrase_starting(stream, ahead + 1, last, clause=False)))
            elif ahead == at + 1 == cue[1]:
                found.append(("a", phrase_starting(stream, ahead, last, clause=False)))
    behind = classes[at + 1 : min(last, at + _COMMA_FAR)]
    if "," in behind:
        ahead = at + 1 + behind.index(",")
        found.append(("a", phrase_starting(stream, ahead + 1, last, clause=False)))
    return found


def _forms(
    stream: Stream, classes: list[str], sentence: Sentence, phrase: Range
) -> list[tuple[str, Range]]:
    """A phrase, shortened by its apposition or relative clause, and lengthened to the left."""
    first, last = phrase
    found = [("", phrase)]
    cuts: list[str] = []
    for at in range(first + 1, last):
        label = classes[at]
        if label in _CUTS and label not in cuts:
            cuts.append(label)
            found.append((label, (first, at)))
            if label == "-":
                found.append(("--", (at + 1, last)))
    end = last
    while end > first + 1 and (classes[end - 1] in _DATES or stream.low[end - 1] in _DATE_WORDS):
        end -= 1
    if end < last:
        found.append(("time", (first, end)))
    if classes[first] in _LEADING or classes[first] in _RELATIVE:
        found.append(("lead", (first + 1, last)))
    found.append(("whole", _whole(stream, classes, sentence, phrase)))
    found.append(("trim", _trimmed(classes, phrase)))
    if first > sentence.first and classes[first - 1] in _BEFORE:
        found.append(("left", (first - 1, last)))
    return found


def _clauses(classes: list[str], sentence: Sentence, cue: Range) -> list[Range]:
    """What stands before the cue, from the sentence's beginning and from the last comma on."""
    first = sentence.first
    while first < cue[0] and classes[first] in _LEADING:
        first += 1
    last = cue[0]
    while last > first and classes[last - 1] == ",":
        last -= 1
    if not first < last <= first + _LONGEST:
        return []
    found = [(first, last)]
    if "," in classes[first:last]:
        commas = [at for at in range(first, last) if classes[at] == ","]
        found += [(first, commas[0]), (commas[0] + 1, last), (commas[-1] + 1, last)]
    return found


def _whole(stream: Stream, classes: list[str], sentence: Sentence, found: Range) -> Range:
    """The whole of a subject that opens the sentence: "nurses and doctors", "those who left"."""
    first, last = found
    start = sentence.first
    if first <= start or first - start > 20:
        return found
    at = start
    while at < first and (classes[at] in _NOMINAL or classes[at] in ("and", ",")):
        if classes[at] in ("w", "s", "ed") and verb_like(stream, at):
            return found
        at += 1
    coordinated = at == first and classes[first - 1] == "and" and classes[start] != "and"
    relative = (
        start < at < first and classes[at] in ("who", "that") and "," not in classes[start:first]
    )
    return (start, last) if coordinated or relative else found


def _trimmed(classes: list[str], found: Range) -> Range:
    """A subject without asides and conjunctions at its ends."""
    first, last = found
    while first < last and classes[first] in _LEADING:
        first += 1
    if first < last and classes[first] in ("who", "which"):
        return first, first + 1
    for at in range(first + 1, last - 1):
        if classes[at] == "," and classes[at + 1] in _ASIDE:
            last = at
            break
    while last > first and classes[last - 1] in _TRAILING and last - first > 1:
        last -= 1
    return first, last
