"""The parts of an author's name, for styles that put the family name first.

A byline is a string; a citation wants its parts. What the string shows decides, by these rules:

- `{Example News Agency}` in braces is an organisation, whatever the words are.
- A comma means family name first: `García Márquez, Gabriel`, `Downey, Jr., Robert`. Such a name is
  a person's, so a person who is called like an organisation is written that way: `Press, Ann`.
  Only `Robert Downey, Jr.` is not the other way round. A comma at the end, as in `Bad Bunny,`, says
  that all of it is one name.
- Without a comma, an organisation is: what is called like the article's publisher; a name that
  begins with “The”; one that holds `of`, `for`, `the`, `and` or `&`; and one that holds a word of
  `ORGANISATION_WORDS`.
- Anything else is a person. The last word is the family name, with the particles before it (`van`,
  `de la`, also capitalised next to the family name, as in `Robert De Niro`) and with what `y`, `e`
  or `i` joins to it (`José Ortega y Gasset`). `Jr.`, `Sr.`, `II`, `III` and `IV` are suffixes. One
  word is a family name alone. Hyphens never part a name: `Ahmed al-Rashid` is of the family
  `al-Rashid`.

What no string tells stays unsure: double family names without a comma (`Gabriel García Márquez`
counts as a Márquez), family names that come first without one (`Mao Zedong` counts as a Zedong),
and two names in one string (an organisation by its `and`). The comma, or braces, settle each.
Particles count as part of the family name in every language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from fr_reader.text.grammar import word_set

ORGANISATION_WORDS = word_set("""
    agency agencies association authority board bureau centre center charity college commission
    committee company correspondents council department desk editors editorial federation
    foundation government group inc institute limited ltd media ministry network news newsroom
    office organisation organization plc police press project radio reporters reuters service
    society staff team television trust tv university
    afp ap bbc cnn dpa pa upi xinhua
    """)
"""Words that organisations' names hold, in lower case."""

_LINKS = frozenset({"of", "for", "the", "and", "&"})
_PARTICLES = word_set("""
    van von der den de del della di da das do dos du des la le lo las los ten ter te 't zu zum
    zur vom af av bin ibn bint al el ad abu
    """)
_CAPITALS = frozenset(word.capitalize() for word in _PARTICLES - {"bin", "ad", "do", "abu"})
_JOINING = frozenset({"y", "e", "i"})
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_BY = re.compile(r"\Aby (?=.)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AuthorName:
    """A person in parts, or an organisation as `literal`; never both.

    `particle` belongs before `family` in either order of the name.
    """

    family: str = ""
    given: str = ""
    particle: str = ""
    suffix: str = ""
    literal: str = ""

    @property
    def surname(self) -> str:
        """What the name is cited by: the family name with its particle, or the organisation."""
        return self.literal or f"{self.particle} {self.family}".strip()

    @property
    def natural(self) -> str:
        """The name as it is spoken, without its suffix."""
        return self.literal or f"{self.given} {self.surname}".strip()


def parsed(author: str, publisher: str = "") -> AuthorName:
    """The parts of `author` by the rules of this module; white space is joined.

    Raises ValueError when there is nothing to parse.
    """
    name = _BY.sub("", " ".join(author.split()))
    if not name:
        raise ValueError("an author needs a name")
    if len(name) > 2 and name[0] == "{" and name[-1] == "}":
        return AuthorName(literal=name[1:-1].strip() or name)
    if name.casefold() == " ".join(publisher.split()).casefold():
        return AuthorName(literal=name)
    if "," in name:
        return _inverted(name)
    if _organisation(name):
        return AuthorName(literal=name)
    return _spoken(name.split())


def person(family: str, given: str = "", particle: str = "", suffix: str = "") -> str:
    """A person whose parts another program knows, in one string that `parsed` understands.

    A suffix this module does not know is left out, commas in the parts become blanks. Empty where
    there is neither a family nor a given name.
    """
    family, given = (" ".join(part.replace(",", " ").split()) for part in (family, given))
    surname = " ".join([*particle.replace(",", " ").split(), family]).strip()
    if not family:
        surname, given = given or surname, ""
    if not surname:
        return ""
    known = given and suffix.strip().casefold() in _SUFFIXES
    middle = f"{suffix.strip()}, " if known else ""
    return written(parsed(f"{surname}, {middle}{given}"))


def organisation(name: str) -> str:
    """An organisation in one string that `parsed` understands, or empty."""
    joined = " ".join(name.split())
    return written(AuthorName(literal=joined)) if joined else ""


def written(name: AuthorName) -> str:
    """`name` in one string that `parsed` understands: as spoken where that tells its parts.

    Otherwise with a comma, or an organisation in braces. `parsed(written(parsed(x)))` is
    `parsed(x)` for every `x`.
    """
    suffix = f" {name.suffix}" if name.suffix else ""
    tries = [
        name.natural + suffix,
        f"{name.surname}, {f'{name.suffix}, ' if name.suffix else ''}{name.given}".rstrip(),
    ]
    for text in tries if not name.literal else tries[:1]:
        if text.strip() and parsed(text) == name:
            return text
    return f"{{{name.natural}}}"


def _organisation(name: str) -> bool:
    words = [word.strip(".,:;()’'\"").casefold() for word in name.split()]
    if len(words) > 1 and (words[0] == "the" or not _LINKS.isdisjoint(words[1:-1])):
        return True
    return not ORGANISATION_WORDS.isdisjoint(words)


def _inverted(name: str) -> AuthorName:
    parts = [part.strip() for part in name.split(",")]
    if (
        len(parts) == 2
        and parts[1].casefold() in _SUFFIXES
        and _spoken(parts[0].split() or [""]).given
    ):
        spoken = _spoken(parts[0].split())
        return AuthorName(spoken.family, spoken.given, spoken.particle, parts[1])
    if not parts[0] or len(parts) > 3 or (len(parts) == 3 and not all(parts)):
        return AuthorName(literal=name)
    suffix = ""
    if len(parts) == 3:
        first = parts[1].casefold() in _SUFFIXES
        suffix = parts.pop(1 if first else 2)
        if suffix.casefold() not in _SUFFIXES:
            return AuthorName(literal=name)
    words = parts[0].split()
    count = _run(words, 0)
    return AuthorName(" ".join(words[count:]), parts[1], " ".join(words[:count]), suffix)


def _run(words: list[str], start: int) -> int:
    """The index behind the particles that begin at `start`; the last word is never one."""
    end = start
    while end < len(words) - 1 and words[end] in _PARTICLES:
        end += 1
    return end


def _spoken(words: list[str]) -> AuthorName:
    suffix = ""
    if len(words) > 2 and words[-1].casefold() in _SUFFIXES and words[0] not in _PARTICLES:
        suffix, words = words[-1], words[:-1]
    for start in range(len(words) - 1):
        end = _run(words, start)
        if end > start:
            given, particle = " ".join(words[:start]), " ".join(words[start:end])
            return AuthorName(" ".join(words[end:]), given, particle, suffix)
    start = len(words) - 1
    joined = [at for at in range(2, len(words) - 1) if words[at] in _JOINING]
    if joined:
        start = joined[0] - 1
    while start > 1 and words[start - 1] in _CAPITALS:
        start -= 1
    return AuthorName(" ".join(words[start:]), " ".join(words[:start]), "", suffix)
