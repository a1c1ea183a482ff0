"""Bodies: which organisation "the council", "the force", "the company" or "the Met" is."""

from __future__ import annotations

import re
from collections.abc import Iterable

from fr_reader.text.forms import BODIES, Form, Name
from fr_reader.text.grammar import word_set
from fr_reader.text.lexicon import first_names
from fr_reader.text.scene import Scene, Who

_CAPITALS = r"[A-Z]\w{1,30}(?: [A-Z]\w{1,30}){0,3}"
_FIRMS = word_set(
    "company firm business corporation manufacturer operator retailer developer maker chain giant"
    " supplier provider brand startup start-up multinational conglomerate employer contractor"
)
_MAKERS = word_set(
    "carmaker planemaker chipmaker drugmaker toymaker automaker shipbuilder housebuilder insurer"
    " brewer publisher broadcaster supermarket grocer wholesaler distributor distiller refiner"
    " utility airline lender"
)
"""Nouns of single firms by their trade."""
_FIRMS |= _MAKERS
_KINDS = {
    "force": "police constabulary",
    "airline": "airways airlines air",
    "carrier": "airways airlines air",
    "club": "fc afc rovers united city town wanderers athletic albion rangers club",
    "charity": "trust foundation charity aid fund society hospice",
    "paper": "times herald post gazette chronicle telegraph observer argus echo journal tribune",
    "newspaper": "times herald post gazette chronicle telegraph observer argus echo journal"
    " tribune",
    "operator": "trains rail railway railways ferries buses",
    "lender": "bank bancorp society",
    "regulator": "commission authority agency office inspectorate board",
    "watchdog": "commission authority agency office inspectorate ombudsman",
    "authority": "authority council",
    "department": "department ministry office",
    "ministry": "ministry department",
    "school": "school academy primary college",
    "union": "union unions",
    "hospital": "hospital infirmary",
    "group": "group alliance coalition campaign action friends trust association",
    "organisation": "association society trust foundation alliance federation institute union"
    " group",
    "organization": "association society foundation alliance federation institute union group",
    "body": "association commission authority federation council board",
    "band": "quartet trio quintet ensemble orchestra",
    "studio": "studios pictures",
    "utility": "water energy power electric gas",
    "agency": "agency administration service bureau",
}
"""By a noun, the words in the name of a body of that kind."""
BODY_NOUNS = _FIRMS | frozenset(_KINDS)
"""Nouns of bodies, some with the ending of a person: "the retailer", "the regulator"."""
_MANY = 30
"""Of more bodies than this none is meant alone."""
_THINGS = BODY_NOUNS | word_set("council party bank team brewery campaign")


def body(scene: Scene, stripped: str, noun: str, offset: int) -> Who:
    """“the council” by the only body of that kind the article names, else the one named last."""
    words = [_plain(word) for word in stripped.split()]
    if words[-1] != noun:
        return Who(stripped)
    if stripped not in scene.bodies:
        scene.bodies[stripped] = _bodies(scene, words)
    named = scene.bodies[stripped]
    if len(named) == 1:
        return Who(named[0], 0.9, f"“the {stripped}” is {named[0]}, the only one the article names")
    if len(words) == 1 and noun in _THINGS:
        last = scene.thing_before(offset, named, firm=noun in _FIRMS)
        if last:
            return Who(last, 0.75, f"“the {noun}” is taken for {last}, named before")
    return Who(stripped)


def begun_with(scene: Scene, short: str) -> str | None:
    """“the Met” by the fullest name of a body with a word that begins with it."""
    low = short.casefold()
    begun = [
        name
        for name in scene.bodies_by_start.get(low[:3], ())
        if any(word.casefold().startswith(low) for word in name.words)
    ]
    first = [name for name in begun if name.words[0].casefold().startswith(low)] or begun
    fullest = max(first, key=lambda name: (len(name.text), -name.start), default=None)
    return fullest.text if fullest else None


def _plain(word: str) -> str:
    return word.casefold().replace("’", "'")


def _bodies(scene: Scene, words: list[str]) -> list[str]:
    """The bodies a kind may name: “Oak Council” for “council”, “University of Oak” too."""
    noun, size = words[-1], len(words)
    if noun in BODIES:
        found = _distinct(
            name
            for name in scene.names.called(noun)
            if [_plain(word) for word in name.words[-size:]] == words
        )
        if size == 1:
            found = _merged(found, _distinct(_with_complement(scene, noun)))
        if found or size > 1:
            return found
        found = _for(scene.text, noun.capitalize())
        if found:
            return found
    if size > 1:
        return []
    called = scene.named_as(noun)
    if called:
        return called
    wanted = frozenset(_KINDS.get(noun, "").split())
    found = _distinct(
        form
        for word in _KINDS.get(noun, "").split()
        for form in scene.names.called(word)
        if form.institutional or (noun == "club" and _is_club(form))
    )
    if not found and wanted:
        found = _distinct(name for word in sorted(wanted) for name in _with_complement(scene, word))
    return found or (scene.firms if noun in _FIRMS else [])


def _is_club(form: Form) -> bool:
    """Whether a name that ends as those of clubs do is no person's: "Oakham Athletic"."""
    return len(form.words) > 1 and not form.titled and form.first not in first_names()


def _for(text: str, noun: str) -> list[str]:
    """What the text names “Department for Transport” or “Council for the Oaks”."""
    if f"{noun} for " not in text:
        return []
    found = re.finditer(rf"\b{noun} for (?:the )?{_CAPITALS}", text)
    return list(dict.fromkeys(match.group(0) for match in found))


def _with_complement(scene: Scene, noun: str) -> list[Name]:
    """Names of bodies of which the noun is complemented: “Royal College of Oak”."""
    return [
        name
        for name in scene.bodies_by_start.get(noun[:3], ())
        if any(
            word.casefold() == noun and after in ("of", "for")
            for word, after in zip(name.words, name.words[1:], strict=False)
        )
    ]


def _distinct(names: Iterable[Name | Form]) -> list[str]:
    """Names by their text, each once; the beginning or the end of a longer one is not another."""
    texts = list(dict.fromkeys(name.text for name in names))
    if len(texts) < 2 or len(texts) > _MANY:
        return texts
    return [
        text
        for text in texts
        if not any(other != text and (f" {text} " in f" {other} ") for other in texts)
    ]


def _merged(one: list[str], other: list[str]) -> list[str]:
    return list(dict.fromkeys([*one, *other]))
