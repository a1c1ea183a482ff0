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
from typing import NamedTuple

from fr_reader.model import Paragraph, ParagraphKind
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
    word_set,
)
from fr_reader.text.kinds import credit_in
from fr_reader.text.lexicon import first_names

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
_INSTITUTIONS = word_set(
    "police council party university committee department court service services house news times"
    " post group association agency institute company inc ltd bank union ministry office college"
    " school hospital church commission authority board trust foundation federation league club"
    " state states city county street road avenue york kingdom republic army navy force press"
    " senate congress parliament assembly administration campaign center centre museum network"
    " channel radio magazine journal herald tribune guardian society coalition alliance act"
    " technology technologies recognition museum international national plc corp corporation"
    " democrats republicans conservatives communists socialists islamic east west north south"
    " republican democratic democrat conservative labour american british world war day street"
    " airport park hill valley island islands lake river coast hall square tower bridge website"
    " alabama alaska arizona arkansas california carolina colorado connecticut dakota delaware"
    " florida hampshire hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland"
    " massachusetts michigan minnesota mississippi missouri montana nebraska nevada jersey mexico"
    " ohio oklahoma oregon pennsylvania tennessee texas utah vermont wisconsin wyoming england"
    " wales scotland ireland france germany spain italy russia china japan india canada australia"
    " new san los beach mountain forest airport zealand arabia korea iran iraq syria israel turkey"
    " ukraine"
    " america europe asia africa london washington street wall white supreme"
)


class Form:
    """The words of a name and the gender its title gives away, with all that follows from them.

    One form is kept for all its places, and is equal to no other.
    """

    __slots__ = ("begins", "first", "gender", "institutional", "last", "text", "titled", "words")

    def __init__(self, words: tuple[str, ...], titled: bool, gender: str) -> None:
        self.words = words
        self.titled = titled
        self.gender = gender
        self.text = " ".join(words)
        self.first = words[0].casefold()
        self.last = words[-1].casefold()
        self.begins = self.first[:3]
        self.institutional = any(word.casefold() in _INSTITUTIONS for word in words)


class Name(NamedTuple):
    """One name in the text: where it stands, and its form."""

    start: int
    end: int
    form: Form

    @property
    def words(self) -> tuple[str, ...]:
        """Its words."""
        return self.form.words

    @property
    def gender(self) -> str:
        """The gender its title gives away, `m` or `f`, or empty."""
        return self.form.gender

    @property
    def text(self) -> str:
        """The name with single spaces."""
        return self.form.text

    @property
    def institutional(self) -> bool:
        """Whether a word of it tells that it names no person."""
        return self.form.institutional


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
        longer = [
            name
            for name in self.by_last.get(words[-1].casefold(), ())
            if _extends(name.words, words) and not _clash(gender, _first_name_gender(name.words))
        ]
        if not longer:
            return " ".join(words)
        firsts = Counter(name.words[0].casefold() for name in longer)
        chosen = max(longer, key=lambda name: (firsts[name.words[0].casefold()], -name.start))
        same = [name for name in longer if _one_person(name.words, chosen.words)]
        return max(same, key=lambda name: (len(name.words), -name.start)).text

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
        words = name.split(" ")
        return _first_name_gender(words) or self.genders.get(words[-1].casefold(), "")


def _clash(one: str, other: str) -> bool:
    return bool(one and other and one != other)


def _first_name_gender(words: Sequence[str]) -> str:
    return first_names().get(words[0].casefold(), "") if len(words) > 1 else ""


def title_gender(title: str) -> str:
    """`m` or `f` where a title in lower case, without its full stop, tells it."""
    return "m" if title in _MALE else "f" if title in _FEMALE else ""


def _extends(longer: Sequence[str], words: Sequence[str]) -> bool:
    """Whether `longer` is `words` with a first name or initials."""
    if len(longer) < len(words):
        return False
    return len(words) == 1 or _one_person(longer, words)


def _one_person(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two full names share their last word and a first name or its initial."""
    first, second = one[0].rstrip(".").casefold(), other[0].rstrip(".").casefold()
    return one[-1].casefold() == other[-1].casefold() and (
        first == second or (min(len(first), len(second)) == 1 and first[0] == second[0])
    )


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
                if text.endswith(_PLACE, start, name.start):
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
