"""Names: every proper name of an article, where it stands, and the fullest form it goes by.

A name is a run of words with a capital, without the title before it and without words that have
their capital from the beginning of a sentence. "Garbett" and "Ms. Garbett" go by "Zoë Garbett"
where the article has that; of two people with one surname, the one last named in full is meant.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from fr_reader.model import Paragraph, ParagraphKind
from fr_reader.text.forms import Form, Name, first_name_gender, given_form, same_given
from fr_reader.text.grammar import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    PERSON_NOUNS,
    PERSONAL,
    PREPOSITIONS,
    RELATIVE,
    SENTENCE_STARTERS,
    SUBORDINATORS,
    TIME_WORDS,
    TITLES,
)
from fr_reader.text.kinds import credit_in

_CAPITAL = "A-ZÀ-ÖØ-ÞĀ-ŽΆ-ΫЀ-Я"
_WORD = rf"(?:[{_CAPITAL}]\.(?:-?[{_CAPITAL}]\.)*|[{_CAPITAL}](?:\w|[’'‑-](?=\w))*)"
_SMALL = "de|del|della|der|den|van|von|la|le|da|dos|du|el|al|bin|ibn|of the|of"
_JOINT = rf"(?:[ \u00a0](?:(?:{_SMALL}) ){{0,2}})"
_NAME = re.compile(rf"{_WORD}(?:{_JOINT}{_WORD}){{0,7}}")
_NOT_FIRST = (
    ADVERBS
    | AUXILIARIES
    | COORDINATORS
    | DETERMINERS
    | PERSONAL
    | PREPOSITIONS
    | RELATIVE
    | SENTENCE_STARTERS
    | SUBORDINATORS
    | TIME_WORDS
)
_ENOUGH = 200
"""More names than this with one last word or beginning are not kept apart."""
_PLACE = tuple(
    f"{a}{b} " for a in (" ", "(", "\n") for b in ["in", "at", "near", "across", "outside"]
)
_PLACE_ENDS = frozenset(place[-2:] for place in _PLACE)
_MALE = frozenset(("mr", "sir", "lord", "father", "brother", "king", "prince", "congressman"))
_FEMALE = frozenset(
    (
        "mrs",
        "ms",
        "miss",
        "lady",
        "dame",
        "sister",
        "queen",
        "princess",
        "baroness",
        "congresswoman",
    )
)


@dataclass(slots=True)
class Names:
    """The names of one article, in text order."""

    all: list[Name] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    by_last: dict[str, list[Name]] = field(default_factory=dict)
    by_start: dict[str, list[Name]] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    people: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    _fullest: dict[tuple[tuple[str, ...], str], str] = field(default_factory=dict)
    _known_genders: dict[str, str] = field(default_factory=dict)
    _persons: dict[Form, str | None] = field(default_factory=dict)

    def between(self, start: int, end: int) -> list[Name]:
        """The names that begin in `[start, end)`."""
        return self.all[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def fullest(self, words: Sequence[str], gender: str = "") -> str:
        """The fullest form of a name; of several people with it, the one named most often."""
        key = (tuple(words), gender)
        if key not in self._fullest:
            self._fullest[key] = self._look_up(words, gender)
        return self._fullest[key]

    def _look_up(self, words: Sequence[str], gender: str) -> str:
        given = given_form(words[0])
        longer = [
            name
            for name in self.by_last.get(words[-1].casefold(), ())
            if len(name.form.words) >= len(words)
            and (len(words) == 1 or same_given(name.form.given, given))
            and not _clash(gender, name.form.given_gender)
        ]
        if not longer:
            return " ".join(words)
        firsts = Counter(name.form.first for name in longer)
        chosen = max(longer, key=lambda name: (firsts[name.form.first], -name.start)).form
        same = [name for name in longer if same_given(name.form.given, chosen.given)]
        return max(same, key=lambda name: (len(name.form.words), -name.start)).text

    def person(self, name: Name) -> str | None:
        """The fullest form of a person's name; None for a name of no person.

        To be asked when all names of the article are known.
        """
        form = name.form
        if form not in self._persons:
            person = self._is_person(form)
            self._persons[form] = self.fullest(form.words, form.gender) if person else None
        return self._persons[form]

    def _is_person(self, form: Form) -> bool:
        """Whether a name is a person's, for all the article tells."""
        if form.institutional or (form.words[0].isupper() and len(form.words[0]) > 2):
            return False
        if form.titled:
            return True
        if form.text.casefold() in self.places:
            return False
        return len(form.words) > 1 or form.last in self.people

    def gender(self, name: str) -> str:
        """`m`, `f` or empty: what the first name says, or a title before the last one."""
        if name not in self._known_genders:
            words = name.split(" ")
            told = first_name_gender(words) or self.genders.get(words[-1].casefold(), "")
            self._known_genders[name] = told
        return self._known_genders[name]


def _clash(one: str, other: str) -> bool:
    return bool(one and other and one != other)


def title_gender(title: str) -> str:
    """`m` or `f` where a title in lower case, without its full stop, tells it."""
    return "m" if title in _MALE else "f" if title in _FEMALE else ""


def bare(word: str) -> str:
    """A word without its possessive."""
    return word[:-2] if word.endswith(("’s", "'s")) else word.rstrip("’'")


@lru_cache(maxsize=20_000)
def _names_in(run: str, title: str) -> tuple[tuple[Name, ...], str]:
    """The names a run of capitalised words holds, counted from its start, and the title left for
    the run after it. The same runs come again and again, so answers are kept."""
    start, end = 0, len(run)
    found: list[Name] = []
    words: list[str] = []
    begun = start
    titled, gender = bool(title), title_gender(title)
    position = start

    def close(stop: int) -> None:
        nonlocal words, titled, gender
        if words and not (len(words) == 1 and len(words[0].rstrip(".")) < 2):
            found.append(Name(begun, stop, Form(tuple(words), titled, gender)))
        words, titled, gender = [], False, ""

    last_title = ""
    for raw in run.replace("\xa0", " ").split(" "):
        word = bare(raw)
        low = word.casefold().rstrip(".")
        if not words:
            begun = position
            if low in TITLES or (low in PERSON_NOUNS and position + len(raw) < end):
                titled, gender, last_title = True, gender or title_gender(low), low
                position += len(raw) + 1
                continue
            if low in _NOT_FIRST and not (titled and low in TIME_WORDS):
                position += len(raw) + 1
                titled, gender = False, ""
                continue
        last_title = ""
        words.append(word)
        if word != raw:
            close(position + len(word))
        position += len(raw) + 1
    close(min(position - 1, end))
    return tuple(found), last_title


def names(text: str, paragraphs: Sequence[Paragraph]) -> Names:
    """The names in the body of an article; titles, bylines and picture credits are left out."""
    result = Names()
    silent = (ParagraphKind.TITLE, ParagraphKind.HEADING, ParagraphKind.BYLINE)
    for paragraph in paragraphs:
        if paragraph.kind in silent:
            continue
        start, end = paragraph.span.start, paragraph.span.end
        if paragraph.kind is ParagraphKind.CAPTION:
            end = start + credit_in(paragraph.span.of(text))
        title, ended = "", -9
        for match in _NAME.finditer(text, start, end):
            first, stop = match.span()
            carried = title if title and text[ended:first] in (". ", ".\xa0") else ""
            found, title = _names_in(match.group(), carried)
            ended = stop
            for begun, after, form in found:
                name = Name(first + begun, first + after, form)
                _enter(result, name, form)
                before = text[name.start - 2 : name.start]
                if before in _PLACE_ENDS and text.endswith(_PLACE, start, name.start):
                    result.places.add(form.text.casefold())
    return result


def _enter(result: Names, name: Name, form: Form) -> None:
    result.all.append(name)
    result.starts.append(name.start)
    if form.gender:
        result.genders[form.last] = form.gender
    if form.titled:
        result.people.add(form.last)
    if len(form.words) > 1:
        for index, key in ((result.by_last, form.last), (result.by_start, form.begins)):
            group = index.setdefault(key, [])
            if len(group) < _ENOUGH:
                group.append(name)
        if not form.institutional:
            result.people.add(form.last)
