"""Definites: who "the senator", "the 83-year-old", "the council" or "the page" is."""

from __future__ import annotations

import re

from fr_reader.text.bodies import BODY_NOUNS, body
from fr_reader.text.couples import PAIRS, in_words
from fr_reader.text.grammar import DETERMINERS, PREPOSITIONS, word_set
from fr_reader.text.offices import is_person_noun, title_gender
from fr_reader.text.origins import is_origin
from fr_reader.text.roles import head_words
from fr_reader.text.scene import SITES, Scene, Who

_AGE = re.compile(r"(?:[\w’'-]+ )?(\d{1,3})[-‑]year[-‑]old(?: \w+)?$")
_OF_SO_MANY = re.compile(
    r"(?<=[^\W\d_])[ -]of[ -](?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})$"
)
"""The rest of “mother of three”."""
_ENOUGH = 100
"""Where more people than this have one role, only those last spoken of are looked at."""
_TWO = 2
_HOLDERS = word_set(
    "chief clerk mayor secretary minister president governor chairman chairwoman chair treasurer"
    " spokesman spokeswoman spokesperson manager director captain coach ambassador commissioner"
    " superintendent principal chancellor ombudsman coroner"
)
"""One person holds such an office: one who is called something else does not."""


def definite(scene: Scene, stripped: str, offset: int, nameless: dict[str, str]) -> Who:
    """Who “the …” at `offset` is; `nameless` are those without a name who spoke, by their noun."""
    stripped = _OF_SO_MANY.sub("", stripped) if "of" in stripped else stripped
    aged = _AGE.match(stripped) if "year" in stripped else None
    if aged:
        return _aged(scene, aged.group(1), stripped, offset)
    heads = head_words(stripped)
    if not heads:
        return Who(stripped)
    noun = heads[-1]
    if noun in PAIRS or heads[0] == "two":
        together = scene.couples.before(offset)
        if together is not None and len(together[1]) == _TWO:
            both = in_words(together[1])
            return Who(both, 0.85, f"“the {stripped}” is taken for {both}, named together before")
        return Who(stripped)
    if noun in SITES and scene.site:
        return Who(scene.site, 0.85, f"the {noun} is taken for a part of the {scene.site}")
    if is_origin(noun) and stripped[0].isupper():
        return _person(scene, stripped, heads, offset, nameless.get(noun))
    if not is_person_noun(noun) or (noun in BODY_NOUNS and noun not in scene.roles):
        return body(scene, stripped, noun, offset)
    return _person(scene, stripped, heads, offset, nameless.get(noun))


def _person(
    scene: Scene, stripped: str, heads: tuple[str, ...], offset: int, spoke: str | None
) -> Who:
    noun = heads[-1]
    tied = scene.roles.get(noun, {})
    telling = _telling(stripped) - {noun}
    if len(tied) > _ENOUGH:
        tied = {name: tied[name] for name in scene.people.recent(offset) if name in tied}
    exact = [name for name, words in tied.items() if telling <= words] if telling else []
    if len(exact) == 1 or len(tied) == 1:
        name = (exact or list(tied))[0]
        return Who(name, 0.93, f"“the {stripped}” is {name}, whom the article calls {noun}")
    if spoke is not None and not tied and stripped.casefold() == noun:
        return Who(spoke, 0.9, f"“the {noun}” is the {spoke}, who spoke before")
    if len(heads) < len(stripped.split()):
        return body(scene, stripped, noun, offset)
    people = scene.people.recent(offset)
    wanted = [name for name in people if name in (exact or tied)] or _fitting(scene, people, noun)
    if not wanted:
        return Who(stripped, 0.9)
    why = f"“the {stripped}” is taken for {wanted[0]}, the person last spoken of"
    return Who(wanted[0], 0.8, why)


def _telling(phrase: str) -> set[str]:
    """The words of a phrase that tell one holder of an office from another."""
    words = (word.strip(",.") for word in phrase.casefold().split())
    return {word for word in words if word not in PREPOSITIONS and word not in DETERMINERS}


def _fitting(scene: Scene, people: list[str], noun: str) -> list[str]:
    """The people “the winner” may be, the one named last first."""
    gender = title_gender(noun)
    fitting = [name for name in people if scene.may_be(name, gender)]
    if noun not in _HOLDERS:
        return fitting
    return [] if fitting and fitting[0] in scene.called else fitting


def _aged(scene: Scene, age: str, stripped: str, offset: int) -> Who:
    """“the 83-year-old” by the one of whom the article tells this age."""
    found = scene.ages.get(age, [])
    if len(found) == 1:
        return Who(found[0], 0.95, f"“the {stripped}” is {found[0]}, who is {age} in the article")
    people = [name for name in scene.people.recent(offset) if not found or name in found]
    if not people:
        return Who(stripped)
    return Who(people[0], 0.75, f"“the {stripped}” is taken for {people[0]}, last spoken of")
