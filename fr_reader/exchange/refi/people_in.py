"""Users and cases: who coded, and who speaks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from fr_reader.exchange.losses import Losses
from fr_reader.exchange.refi import variables
from fr_reader.exchange.refi.guids import id_of, plain_guid
from fr_reader.exchange.refi.xml_in import child, children, described, references, words
from fr_reader.model import Speaker

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

NOBODY = "unknown coder"
"""Who coded where a file does not say."""
_LONGEST = 60
_VALUES = (
    *("TextValue", "DateValue", "IntegerValue"),
    *("FloatValue", "BooleanValue", "DateTimeValue"),
)


def coders(parent: Element | None) -> dict[str, str]:
    """The names of users by GUID, no two alike and none too long to name a file."""
    found: dict[str, str] = {}
    taken: dict[str, int] = {}
    for element in children(parent, "User"):
        wanted = _short(" ".join((element.get("name") or element.get("id") or NOBODY).split()))
        name = wanted
        while name in taken:
            taken[wanted] = number = taken[wanted] + 1
            name = _short(wanted, f" {number}")
        taken[name] = 1
        found[plain_guid(element.get("guid", ""))] = name
    return found


def _short(name: str, ending: str = "") -> str:
    name = name.encode("utf-8", "replace").decode("utf-8")
    while len((name + ending).encode("utf-8")) > _LONGEST - 6:
        name = name[:-1]
    return name.strip() + ending or NOBODY


def names(parent: Element | None) -> dict[str, str]:
    """The names of variables by GUID."""
    return {
        plain_guid(element.get("guid", "")): element.get("name", "")
        for element in children(parent, "Variable")
    }


def values(element: Element, known: dict[str, str]) -> variables.Pairs:
    """The values of the variables of a source or a case, by name."""
    found = []
    for value in children(element, "VariableValue"):
        reference = child(value, "VariableRef")
        guid = plain_guid(reference.get("targetGUID", "")) if reference is not None else ""
        told = next(children(value, *_VALUES), None)
        if told is not None and words(told):
            found.append((known.get(guid, ""), words(told)))
    return found


@dataclass(slots=True)
class Cases:
    """The speakers, their ids by the GUIDs of their cases, the ids of those who say the words of a
    selection by its GUID, and what is told about sources by theirs."""

    speakers: dict[str, Speaker] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    said: dict[str, list[str]] = field(default_factory=dict)
    about: dict[str, variables.Pairs] = field(default_factory=dict)


def cases(parent: Element | None, known: dict[str, str], losses: Losses) -> Cases:
    """The cases of a project as speakers.

    MAXQDA and Quirkos have cases without a name, which say what the variables of a source are.
    """
    found = Cases()
    for element in children(parent, "Case"):
        if not element.get("name", "").strip() and child(element, "SelectionRef") is None:
            for guid in references(element, "SourceRef"):
                found.about.setdefault(plain_guid(guid), []).extend(values(element, known))
            continue
        speaker = _speaker(element, known, losses)
        if speaker.id in found.speakers:
            why = "the second one was left out"
            losses.add("cases with the GUID of another one", why, speaker.name)
            continue
        found.speakers[speaker.id] = speaker
        found.ids[plain_guid(element.get("guid", "") or speaker.name)] = speaker.id
        for guid in references(element, "SelectionRef"):
            found.said.setdefault(plain_guid(guid), []).append(speaker.id)
        whole = len(list(children(element, "SourceRef")))
        why = "left out: a speaker says passages, not whole texts"
        losses.add("whole texts that belong to cases", why, speaker.name, count=whole)
        coded = len(list(children(element, "CodeRef")))
        losses.add("codes of cases", "left out: passages have codes", speaker.name, count=coded)
    return found


def _speaker(element: Element, known: dict[str, str], losses: Losses) -> Speaker:
    told: dict[str, list[str]] = {}
    for name, value in values(element, known):
        key = name.strip().lower()
        if key in (variables.ROLE, variables.AFFILIATION) and key in told:
            key = ""
        if key in (variables.ROLE, variables.AFFILIATION, variables.ALIAS):
            told.setdefault(key, []).append(value)
        else:
            losses.add("variables of cases", "left out: fr-reader keeps role and affiliation", name)
    role = told.get(variables.ROLE, [""])[0]
    affiliation = told.get(variables.AFFILIATION, [""])[0]
    description = described(element)
    if description and not told:
        role = " ".join(description.split())
    name = " ".join(element.get("name", "").split()) or "untitled"
    aliases = tuple(dict.fromkeys(told.get(variables.ALIAS, ())))
    return Speaker(id_of(element.get("guid", "") or name), name, role, affiliation, aliases)
