"""Interviews: the turns of a conversation that is printed with who speaks before a colon.

`Q:` and `A:`, or `Q.` and `A.`; names, in capitals or not; the initials of those named above. In
an answer speaks whom the words above the first turn are about.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from fr_reader.model import Paragraph, ParagraphKind, Span
from fr_reader.text.forms import Name, is_institutional
from fr_reader.text.grammar import AUXILIARIES, DETERMINERS, PREPOSITIONS, VERBS, word_set
from fr_reader.text.lexicon import first_names
from fr_reader.text.marks import MARK
from fr_reader.text.names import names
from fr_reader.text.register import Names

_WORD = r"[^\W\d_a-z][\w.'’-]{0,30}"
_LABEL = re.compile(
    rf"(?:Q|A|(?:{_WORD})(?: (?:(?:de|van|von|of|the) )?{_WORD}){{0,4}}(?: \([^()\n]{{1,30}}\))?)"
    r"(?=:(?:\s|$))|[QA](?=\.\s)"
)
"""`Q`, `A`, `Jane Doe`, `DOE`, `Rep. Jane Doe (Leeds)` before a colon; `Q.`, `A.`."""
_NOTES = re.compile(
    r"[(\[*_<]|(?:This|The) (?:interview|conversation|transcript|text)\b|Follow |Read |Share "
)
_NO_NAMES = (
    DETERMINERS
    | PREPOSITIONS
    | VERBS
    | AUXILIARIES
    | word_set(
        "what when where who why how more news story stories related read watch see update photo"
        " photos video breaking correction editor note line point points facts claim key"
    )
)
"""Words in capitals that stand before colons in notices and lists."""
_ASKERS = word_set(
    "moderator interviewer host presenter reporter anchor chair question answer counsel prosecutor"
    " prosecution defence defense judge coroner chairman chairwoman clerk barrister lawyer attorney"
    " senator"
)
"""Labels of those who ask, which are enough though they are single words."""
_TALKED_TO = re.compile(
    r"\b(?:(?:spoke|speaks|spoken|talked|talks|talking|chatted|conversation|interview|sat down"
    r"|sits down|caught up|catches up) (?:to|with)|interviewed|interviews|met|meets|asked|asks) "
    r"(?:[a-z][\w’'-]* ){0,3}(?:[A-Z][a-z]{0,8}\. )?$"
)
"""What stands before the name of whoever is interviewed."""
_LONGEST_LABEL = 200
"""No label ends farther than this, in code points, behind the beginning of its paragraph."""
_NEAR = 60
_AT_LEAST = 3
_SILENT = (ParagraphKind.BYLINE, ParagraphKind.CAPTION)


@dataclass(frozen=True, slots=True)
class Turn:
    """What is said behind the label of paragraph `first`, up to paragraph `last`.

    `named` is where the text names in full whom the label stands for, if it says so.
    """

    first: int
    last: int
    label: Span
    segments: tuple[Span, ...]
    named: Span | None


def turns(text: str, paragraphs: Sequence[Paragraph]) -> list[Turn]:
    """The turns of an interview: most paragraphs begin with who speaks, and somebody does twice.

    Two who speak once are enough where all that follows is theirs and the labels can only be
    names: in capitals, or the initials of people or papers named above.
    """
    labels = _labels(text, paragraphs)
    if len(labels) < 2:
        return []
    numbers = list(labels)
    if 2 * len(numbers) <= numbers[-1] - numbers[0] + 1:
        return []
    above = _named_above(text, paragraphs[: numbers[0]])
    meant = {label.of(text): _meant(text, label.of(text), above) for label in labels.values()}
    for short, full in _shortened(text, labels).items():
        meant[short] = meant[short] or full
    if not (_recurs(text, labels) or _only_names(text, labels, len(paragraphs), meant)):
        return []
    runs_on = any(after - number > 1 for number, after in pairwise(numbers))
    most = runs_on and 2 * len(numbers) > len(paragraphs) - 2
    stops = [*numbers[1:], len(paragraphs) if most else numbers[-1] + 1]
    found = []
    for number, stop in zip(numbers, stops, strict=True):
        label = labels[number]
        named = meant[label.of(text)]
        turn = _turn(text, paragraphs, label, (number, stop), named)
        if turn is not None:
            found.append(turn)
    return found


def _named_above(text: str, paragraphs: Sequence[Paragraph]) -> Names:
    """The names before the first turn; those of the headline where nothing else has any."""
    found = names(text, paragraphs)
    return found if found.all else names(text, [Paragraph(each.span) for each in paragraphs])


def _labels(text: str, paragraphs: Sequence[Paragraph]) -> dict[int, Span]:
    """The labels paragraphs begin with, by their number; a headline's must come again."""
    labels: dict[int, Span] = {}
    for number, paragraph in enumerate(paragraphs):
        start, end = paragraph.span.start, paragraph.span.end
        if paragraph.kind in _SILENT:
            continue
        stop = min(end, start + _LONGEST_LABEL)
        if text.find(":", start, stop) < 0 and text[start + 1 : start + 2] != ".":
            continue
        found = _LABEL.match(text, start, stop)
        if found is not None:
            labels[number] = Span(*found.span())
    stopped = {s.of(text) for s in labels.values() if text[s.end] == "."}
    seen = Counter(span.of(text) for span in labels.values())
    return {
        number: span
        for number, span in labels.items()
        if (text[span.end] == ":" or len(stopped) == 2)
        and (seen[span.of(text)] > 1 or span.end + 1 < paragraphs[number].span.end)
        and (
            paragraphs[number].kind is not ParagraphKind.TITLE
            or seen[span.of(text)] > 1
            or span.of(text) == "Q"
        )
    }


def _shortened(text: str, labels: dict[int, Span]) -> dict[str, Span]:
    """By initials that are labels: the label before that they shorten, "Jane Doe" for "JD"."""
    found: dict[str, Span] = {}
    initials: dict[str, Span] = {}
    for span in labels.values():
        label = span.of(text)
        words = label.split()
        if len(words) > 1:
            initials.setdefault("".join(word[0] for word in words).upper(), span)
        elif label in initials:
            found[label] = initials[label]
    return found


def _recurs(text: str, labels: dict[int, Span]) -> bool:
    """Whether somebody speaks twice, or questions are answered."""
    full = {short: span.of(text) for short, span in _shortened(text, labels).items()}
    labelled = [full.get(span.of(text), span.of(text)) for span in labels.values()]
    said = Counter(label.split()[-1].casefold() for label in labelled)
    if "q" in said and "a" in said:
        return True
    return len(labels) >= _AT_LEAST and len(said) > 1 and max(said.values()) > 1


def _only_names(
    text: str, labels: dict[int, Span], paragraphs: int, meant: dict[str, Span | None]
) -> bool:
    """Whether all that follows is told apart by labels that can only be names."""
    numbers = list(labels)
    said = {span.of(text) for span in labels.values()}
    if len(said) < 2 or numbers[-1] - numbers[0] + 1 != len(numbers):
        return False
    if all(meant[label] is not None for label in said):
        return True
    if numbers[-1] != paragraphs - 1:
        return False
    return all(meant[label] is not None or _in_capitals(label) for label in said) or (
        all(map(_in_full, said))
        and any(label.split()[0].casefold() in first_names() for label in said)
    )


def _in_full(label: str) -> bool:
    """Whether a label is written as a name in full is: "Ann Oak"."""
    words = label.split()
    named = 1 < len(words) < 5 and all(word[0].isupper() for word in words)
    return named and _NO_NAMES.isdisjoint(label.casefold().split()) and not is_institutional(words)


def _in_capitals(label: str) -> bool:
    words = label.casefold().split()
    if not label.isupper() or not _NO_NAMES.isdisjoint(words):
        return False
    return 1 < len(words) < 5 or words[0] in _ASKERS


def _meant(text: str, label: str, above: Names) -> Span | None:
    """Where the words above the first turn name whom a label stands for."""
    if label == "A":
        return _talked_to(text, above)
    if not (label.isupper() and label.isalpha() and len(label) > 1):
        return None
    low = label.casefold()
    named = (n for n in above.all if _initials(n) == label or _is_surname(n, low))
    return next((Span(n.start, n.end) for n in named), None)


def _is_surname(name: Name, low: str) -> bool:
    return len(name.form.words) > 1 and name.form.last == low and not name.form.institutional


def _initials(name: Name) -> str:
    return "".join(word[0] for word in name.form.words)


def _talked_to(text: str, above: Names) -> Span | None:
    """Whom the words above the first turn say somebody talked to, else the one named most often."""
    people: dict[str, Span] = {}
    times: Counter[str] = Counter()
    for name in above.all:
        person = above.person(name)
        if person is None:
            continue
        if _TALKED_TO.search(text[max(0, name.start - _NEAR) : name.start]):
            return Span(name.start, name.end)
        times[person] += 1
        people.setdefault(person, Span(name.start, name.end))
    return people[times.most_common(1)[0][0]] if people else None


def _turn(
    text: str,
    paragraphs: Sequence[Paragraph],
    label: Span,
    numbers: tuple[int, int],
    named: Span | None,
) -> Turn | None:
    """The words after a label, with the paragraphs up to the other one of `numbers`."""
    first, stop = numbers
    segments = []
    start = label.end + 1
    end = paragraphs[first].span.end
    while start < end and text[start].isspace():
        start += 1
    if start < end:
        if MARK.match(text, start):
            return None
        segments.append(Span(start, end))
    last = first
    for after in range(first + 1, stop):
        paragraph = paragraphs[after]
        if paragraph.kind is not ParagraphKind.BODY or _NOTES.match(text, paragraph.span.start):
            break
        segments.append(paragraph.span)
        last = after
    return Turn(first, last, label, tuple(segments), named) if segments else None
