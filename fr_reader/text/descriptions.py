"""Descriptions: the role and the affiliation an article itself gives to the people it names.

They come from appositions ("Ann Oak, head of policy at the Elm Trust,"), relative clauses ("Oak –
who is also a councillor –"), brackets ("(Labour)") and from what stands before a name ("council
leader Ann Oak", "the council’s leader, Ann Oak,"), in any mention outside quotations.

Only words of the article are given, in their order, without the article they begin with. The
role has what is no body: "mayor of Exampleton", "head of policy". A body is the affiliation, by
the fullest form of an abbreviation the article explains; “the” stays before a common noun and a
short form of one word: “the bakery”, “the Met”. Ages, relatives, where somebody lives and what
somebody did are no roles, and nothing is given where it is not plain what is meant.

Several roles are joined by "; ". The affiliation is that of the first; a later role in another
body keeps all its words: "chief executive; governor of Elm College".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from fr_reader.model import Description, Quotation, QuotationKind, Reading, Span
from fr_reader.text.beside import apposed, before, led_in
from fr_reader.text.complements import named_body, without_second
from fr_reader.text.forms import Form, Name
from fr_reader.text.names import names
from fr_reader.text.register import Names
from fr_reader.text.role_phrases import Told, is_capital_title, told
from fr_reader.text.role_words import PARTIES, is_acronym
from fr_reader.text.short_forms import short_forms

_MOST_ROLES = 4
_PARTY_AND_STATE = re.compile(r"[RDI]-[A-Z][A-Za-z.]{1,20}")
_IS = ("is", "’s", "'s")


def descriptions(text: str, found: Names, quoted: Sequence[Span] = ()) -> dict[str, Description]:
    """The descriptions of an article's people by the fullest form of their names.

    `found` are its names; what is said inside `quoted`, spans in text order, is left out.
    """
    starts = [span.start for span in quoted]
    facts: dict[str, list[Told]] = {}
    for each in found.all:
        name, full = each, found.person(each)
        if full is None and name.form.is_body and name.words[2:3] == ("of",):
            name, full = _without_body(name, found)
        if full is None or name.form.shouted or _is_inside(name.start, quoted, starts):
            continue
        for fact in _facts(text, name, found.is_person):
            facts.setdefault(full, []).append(fact)
    if not facts:
        return {}
    shorts: dict[str, str] = {}
    if any(is_acronym(fact.affiliation) for told_of in facts.values() for fact in told_of):
        shorts = short_forms(text, found)
    return {full: _merged(told_of, shorts) for full, told_of in facts.items()}


class Described(Mapping[str, Description]):
    """The descriptions of one article's people, found when first asked for.

    A name is asked for as it is written, or shorter: "Oak" is Ann Oak where she is the only one.
    Asking for somebody the article does not describe raises KeyError.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._names: Names | None = None
        self._found: dict[str, Description] = {}

    @property
    def is_ready(self) -> bool:
        """Whether they have been found, so that asking takes no time."""
        return self._names is not None

    def find(self) -> Names:
        """Find them now; the names of the article."""
        if self._names is None:
            reading = self._reading
            looked_up = names(reading.article.text, reading.paragraphs)
            quoted = _direct_words(reading.quotations)
            self._found = descriptions(reading.article.text, looked_up, quoted)
            self._names = looked_up
        return self._names

    def __getitem__(self, name: str) -> Description:
        register = self.find()
        if name in self._found or not name.split():
            return self._found[name]
        return self._found[register.fullest(name.split())]

    def __iter__(self) -> Iterator[str]:
        self.find()
        return iter(self._found)

    def __len__(self) -> int:
        self.find()
        return len(self._found)


def _direct_words(quotations: Iterable[Quotation]) -> list[Span]:
    """What stands in quotation marks, in text order."""
    direct = (q for q in quotations if q.kind is QuotationKind.DIRECT)
    return sorted(segment for quotation in direct for segment in quotation.segments)


def _is_inside(offset: int, spans: Sequence[Span], starts: Sequence[int]) -> bool:
    at = bisect_right(starts, offset) - 1
    return at >= 0 and offset < spans[at].end


def _without_body(name: Name, found: Names) -> tuple[Name, str | None]:
    """The person in “Bo Sample of the University of X”, which is written like one name."""
    words = name.words[:2]
    short = Form(words, name.form.title, name.form.titled, name.gender)
    person = Name(name.start, name.start + len(short.text), short)
    known = short.titled or short.given_gender
    return person, found.person(person) if known else None


def _facts(text: str, name: Name, is_person: Callable[[Sequence[str]], bool]) -> Iterator[Told]:
    """What stands beside one name, in text order."""
    if text[name.start - 1 : name.start] == " ":
        phrase, _ = before(text, name.start)
        fact = told(phrase, is_person, whole=True) if phrase else None
        if fact is None and text[name.start - 2 : name.start - 1] == ",":
            candidates = led_in(text, name.start, name.end)
            tellings = (told(each, is_person, whole=True) for each in candidates)
            fact = next((each for each in tellings if each is not None), None)
        if fact is not None:
            yield fact
    if text[name.end : name.end + 1] in (",", " ", "—"):
        words, led = apposed(text, name.end)
        fact = _apposition(words, led, is_person) if words else None
        if fact is not None:
            yield fact


def _apposition(
    words: list[str], led: str, is_person: Callable[[Sequence[str]], bool]
) -> Told | None:
    """What an apposition tells."""
    if led == " " or words[0] in ("of", "from", "at"):
        return _belonging(words)
    if words[0] == "who":
        words = words[2:] if words[1:2] and words[1] in _IS else []
    if not words or (led == "(" and words[0].casefold() in PARTIES):
        party = words[0] if words and len(words) < 3 else ""
        return Told("", " ".join(words), " ".join(words)) if party else None
    if _PARTY_AND_STATE.fullmatch(words[0].rstrip(".")) and len(words) == 1:
        return Told("", words[0], words[0])
    return told(words, is_person) if is_capital_title(words) else None


def _belonging(words: list[str]) -> Told | None:
    """The body in “of the University of X”; nothing for a place."""
    stop = next(
        (
            at
            for at, word in enumerate(words)
            if at and word[:1].islower() and word not in ("the", "of", "for", "and")
        ),
        len(words),
    )
    row = words[1:stop]
    while row and row[-1] in ("the", "of", "for", "and"):
        row.pop()
    row = list(without_second(row))
    body = named_body(row)
    return Told("", body, " ".join(words[: len(row) + 1])) if body else None


def _merged(facts: Sequence[Told], shorts: Mapping[str, str]) -> Description:
    """All that is told of one person."""
    affiliation = ""
    roles: list[str] = []
    for fact in facts:
        if not fact.role:
            affiliation = affiliation or fact.affiliation
            continue
        fits = not fact.affiliation or fact.affiliation in (affiliation, "")
        if not affiliation and not roles:
            affiliation, fits = fact.affiliation, True
        _enter(roles, fact.role if fits else fact.words)
    full = shorts.get(affiliation.casefold().replace(".", ""), "") if affiliation else ""
    return Description("; ".join(roles[:_MOST_ROLES]), full or affiliation)


def _enter(roles: list[str], role: str) -> None:
    """Add a role, unless it is there in a form as full; a shorter form gives way."""
    low = f" {role.casefold()} "
    for at, there in enumerate(roles):
        if low in f" {there.casefold()} ":
            return
        if f" {there.casefold()} " in low:
            roles[at] = role
            return
    roles.append(role)
