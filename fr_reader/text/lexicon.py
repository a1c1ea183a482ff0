"""What the data files hold: the cue lexicon with its forms and senses, names, and plain words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class CueForm:
    """One form of a cue verb: its lemma, its sense, and `form` (base, s, past, participle, ing)."""

    lemma: str
    sense: str
    form: str


def _past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ied"
    return lemma + "ed"


def _third(lemma: str) -> str:
    if lemma == "go":
        return "goes"
    if lemma.endswith(("s", "sh", "ch", "x", "z")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def _ing(lemma: str, past: str) -> str:
    if past == f"{lemma}{lemma[-1]}ed":
        return f"{lemma}{lemma[-1]}ing"
    if lemma in ("begin", "put"):
        return f"{lemma}{lemma[-1]}ing"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe")):
        return lemma[:-1] + "ing"
    return lemma + "ing"


def _rows(file: str) -> list[list[str]]:
    table = files("fr_reader.text").joinpath("data", file).read_text("utf-8")
    return [line.split("\t") for line in table.splitlines() if line and line[0] != "#"]


@cache
def first_names() -> dict[str, str]:
    """First names in lower case that tell a gender: `m` or `f`."""
    return {row[0]: row[1] for row in _rows("first_names.tsv")}


@cache
def things() -> frozenset[str]:
    """Nouns of what can be touched, in lower case and singular."""
    return frozenset(row[0] for row in _rows("things.tsv"))


@cache
def persons() -> frozenset[str]:
    """Nouns of people by what they do or are, in lower case and singular."""
    return frozenset(row[0] for row in _rows("persons.tsv"))


@cache
def describing() -> frozenset[str]:
    """Adjectives in lower case."""
    return frozenset(row[0] for row in _rows("describing.tsv"))


@cache
def cue_forms() -> dict[str, CueForm]:
    """Every form of every cue verb in lower case; past wins where two forms look alike."""
    forms: dict[str, CueForm] = {}
    for lemma, given, participle, sense in _rows("cues.tsv"):
        past = given or _past(lemma)
        spelled = {
            past: "past",
            participle or past: "past" if not participle else "participle",
            _third(lemma): "s",
            _ing(lemma, past): "ing",
            lemma: "base" if lemma != past else "past",
        }
        for word, form in spelled.items():
            forms.setdefault(word, CueForm(lemma, sense, form))
    return forms
