"""Antecedents: who "she", "they", "it" and "who" stand for."""

from __future__ import annotations

import re
from itertools import islice

from fr_reader.model import Span
from fr_reader.text.couples import in_words
from fr_reader.text.offices import is_person_noun, title_gender
from fr_reader.text.people import FAR
from fr_reader.text.scene import Scene, Who, role_noun

OWNERS = {"his": "he", "her": "she", "their": "they", "its": "it"}
"""Whom a possessive stands for is whom the pronoun would."""
_PRONOUNS_FAR = 2_000
"""Somebody's pronouns are looked for so many code points before."""
_NEAR = 400
"""How far back, in code points, "they" and "it" look for a body."""
_SENTENCE_ENDS = re.compile(r"[a-z\d]{3}[.!?][”’\"]? |\n")
_RIVALS = 2
"""So many people, the last named ones, are weighed against each other."""
_NAMELESS = re.compile(r"\b(?:[Aa]n?|[Oo]ne) ((?:[^\W\d_A-Z][\w’'-]{1,30} ?){1,3})(?= )")
"""A phrase with “a” that opens a sentence or follows a mark."""
_CLAUSE = 200
"""How far back "who" looks for a name."""


def pronoun(scene: Scene, mention: Span, last: str | None, spoken: Span | None) -> Who:
    """Who "he", "she", "they", "it" or "who" at `mention` is.

    `last` is who spoke before, and `spoken` the mention that said so.
    """
    low = mention.of(scene.text).casefold()
    low = OWNERS.get(low, low)
    if low == "who":
        return _relative(scene, mention)
    if low == "they":
        return _they(scene, mention, last, spoken)
    if low == "it":
        return _it(scene, mention, last)
    return _he_or_she(scene, low, mention, last, spoken)


def _he_or_she(scene: Scene, low: str, mention: Span, last: str | None, spoken: Span | None) -> Who:
    gender = "m" if low == "he" else "f"
    people = scene.people
    start = scene.paragraph_start(mention.start, max(0, mention.start - FAR))
    noun = role_noun(last)
    if noun and spoken is not None:
        start = max(start, spoken.end)
    here = people.between(start, mention.start)
    nameless = bool(noun) and title_gender(noun) in ("", gender)
    if nameless and last is not None and not any(scene.may_be(each, gender) for each in here):
        return Who(last, 0.85, f"“{low}” is taken for the {last}, who spoke before")
    before = people.recent(mention.start)
    spoke = [last] if last is not None and (last in before or not before) else []
    told = dict.fromkeys([*here, *spoke, *before])
    fitting = list(islice((each for each in told if scene.may_be(each, gender)), _RIVALS))
    name = _likeliest(scene, fitting, gender) or last
    if name is None:
        return _nameless_before(scene, mention, gender) or _named_after(scene, mention, gender)
    scene.names.tell_gender(name, gender)
    return Who(name, 0.85, f"“{low}” is taken for {name}, the person last spoken of")


def _likeliest(scene: Scene, fitting: list[str], gender: str) -> str | None:
    """The first of several people, or one named near them of whom the gender is known.

    Where it is told of none, the article's own “she” or “his” beside a name says it.
    """
    if not fitting:
        return None
    if len(fitting) > 1 and not scene.gender(fitting[0]):
        return next((each for each in fitting if scene.gender(each) == gender), fitting[0])
    return fitting[0]


def _nameless_before(scene: Scene, mention: Span, gender: str) -> Who | None:
    """The “steward” of “A steward shakes her head.” right before, where nobody is named."""
    start = scene.paragraph_start(mention.start, max(0, mention.start - _NEAR))
    for found in _NAMELESS.finditer(scene.text, start, mention.start):
        noun = next((word for word in found.group(1).split() if is_person_noun(word)), "")
        if noun and title_gender(noun) in ("", gender):
            return Who(noun, 0.6, f"the pronoun is taken for the {noun}, spoken of right before")
    return None


def _named_after(scene: Scene, mention: Span, gender: str) -> Who:
    """The one named first behind the pronoun, where nobody is before: “S,” he says. Al Oak sits."""
    named = scene.people.between(mention.end, mention.end + _NEAR)
    name = next((each for each in named if scene.may_be(each, gender)), None)
    if name is None:
        return Who(None)
    return Who(name, 0.7, f"the pronoun is taken for {name}, who is named right after it")


def _they(scene: Scene, mention: Span, last: str | None, spoken: Span | None) -> Who:
    """Those who spoke before, a body or people named together before, or the only person."""
    people = scene.people.recent(mention.start)
    nameless = role_noun(last)
    if last is not None and last not in people and not nameless:
        return Who(last, 0.7, f"“they” is taken for {last}, who spoke before")
    nearest = max(0, mention.start - _NEAR, spoken.end if spoken is not None else 0)
    body = scene.people.body(nearest, mention.start)
    together = _together(scene, mention, last, scene.people.body_start(mention.start))
    if together is not None and (body is None or together[1]):
        return Who(together[0], 0.7, f"“they” is taken for {together[0]}, named before")
    if body is not None:
        return Who(body, 0.7, f"“they” is taken for {body}, named before")
    one = last is None and len(people) == 1
    if one and (_opens_sentence(scene, mention) or _is_called_they(scene.text, mention.start)):
        return Who(people[0], 0.7, f"“they” is taken for {people[0]}, the only person named")
    return Who(last, 0.6, f"“they” is taken for {last}, who spoke before" if last else "")


def _is_called_they(text: str, at: int) -> bool:
    """Whether the words before the “they” at `at` say that one person goes by it."""
    before = text[max(0, at - _PRONOUNS_FAR) : at]
    return any(told in before for told in ("on-binary", "they/them", "pronouns they", "uses they"))


def _together(scene: Scene, mention: Span, last: str | None, body: int) -> tuple[str, bool] | None:
    """Those named together before, or the only two people there are, and whether they are nearer
    than a body named at `body`."""
    found = scene.couples.before(mention.start)
    if found is not None and found[0] >= mention.start - (FAR if last in found[1] else _NEAR):
        return in_words(found[1]), found[0] > body
    people = scene.people.recent(mention.start)
    near = set(scene.people.between(max(0, mention.start - _NEAR), mention.start))
    if last is None and len(people) == len(near) == _RIVALS:
        return in_words(people[::-1]), False
    return None


def _opens_sentence(scene: Scene, mention: Span) -> bool:
    """Whether the person named last is what a sentence not far before the mention is about."""
    at = scene.people.last_start(mention.start)
    before = scene.text[max(0, at - 20) : at].rstrip(" ")
    return at >= mention.start - _NEAR and before[-1:] in ("", "\n", ".", "!", "?")


def _it(scene: Scene, mention: Span, last: str | None) -> Who:
    """What spoke before, or a body named before; a person only where nothing else is."""
    if last is not None and not role_noun(last) and last not in scene.people.recent(mention.start):
        return Who(last, 0.6, "“it” is taken for who spoke before")
    body = scene.people.body(max(0, mention.start - _NEAR), mention.start)
    if body is not None:
        return Who(body, 0.6, f"“it” is taken for {body}, named before")
    thing = scene.thing_before(mention.start)
    if thing is not None:
        return Who(thing, 0.6, f"“it” is taken for {thing}, named before")
    return Who(last, 0.5, f"“it” is taken for {last}, who spoke before" if last else "")


def _relative(scene: Scene, mention: Span) -> Who:
    start = max(0, mention.start - _CLAUSE)
    clause = scene.text[start : mention.start].rstrip()
    start += max((match.end() for match in _SENTENCE_ENDS.finditer(clause)), default=0)
    before = scene.names.between(start, mention.start)
    noun = clause.rpartition(" ")[2]
    many = noun.islower() and noun.isalpha() and noun.endswith("s")
    if many or not before:
        return Who(None)
    persons = [full for full in map(scene.names.person, before) if full is not None]
    name = persons[-1] if persons else scene.names.fullest(before[-1].words, before[-1].gender)
    return Who(name, 0.85, f"“who” stands for {name}, named right before it")
