"""The counted weights: which words are cues, and what their context adds to that."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Word:
    """A word that may be a cue: its stem, its sense, its weight in tenths of log-odds."""

    stem: str
    sense: str
    weight: int


def rows(file: str) -> list[list[str]]:
    """The rows of a data file, comments left out."""
    table = files("fr_reader.text").joinpath("data", file).read_text("utf-8")
    return [line.split("\t") for line in table.splitlines() if line and line[0] != "#"]


@cache
def cue_words() -> dict[str, Word]:
    """Every form that may be a cue, in lower case; the counted ones win."""
    return {
        form: Word(stem, sense, int(weight))
        for file in ("cue_words_uncounted.tsv", "cue_words.tsv")
        for form, stem, sense, weight in rows(file)
    }


@cache
def strong_cues() -> frozenset[str]:
    """The forms that are cues as often as not, in no particular context."""
    return frozenset(form for form, word in cue_words().items() if word.weight >= -6)


def _weights(file: str) -> dict[str, dict[str, int]]:
    return {
        row[0]: {
            label: int(value) for label, _, value in (cell.rpartition("=") for cell in row[1:])
        }
        for row in rows(file)
    }


@cache
def cue_contexts() -> dict[str, dict[str, int]]:
    """By stem, and by `*` for every stem: what a context adds."""
    return _weights("cue_contexts.tsv")


@cache
def content_ends() -> dict[str, dict[str, int]]:
    """By stem of the cue, and by `*` for every one: what speaks for an end of the content."""
    return _weights("content_ends.tsv")


@cache
def cue_extents() -> dict[str, dict[str, int]]:
    """What speaks for a word being part of a cue: before its head (`<`) and behind it (`>`)."""
    return _weights("cue_extents.tsv")


@cache
def source_choices() -> dict[str, int]:
    """What speaks for a phrase being the source of a cue, in tenths of log-odds."""
    return {label: int(value) for label, value in rows("source_choices.tsv")}


@cache
def frame_weights() -> dict[str, int]:
    """What speaks for a frame being an attribution, in tenths of log-odds."""
    return {label: int(value) for label, value in rows("frame_weights.tsv")}


@cache
def content_end_bound(here: str) -> int:
    """The most that all but a token itself adds for an end before a token of a class."""
    return sum(_beside_ends().get(here, ())) + content_end_far_bound(here)


@cache
def _beside_ends() -> dict[str, list[int]]:
    """By class, the most that a token's neighbours add: the next one, alone and with whether a
    verb has come, the one before it, and both."""
    most: dict[str, list[int]] = {}
    for label, weight in content_ends()["*"].items():
        before, joint, behind = label.partition("_")
        both = bool(joint and before)
        row = (behind if both else label).split(" ")
        if len(row) == 2 or (both and len(row) == 1):
            kind = 2 * both + (len(row) == 2 and row[1][-1] in "v-")
            beside = most.setdefault(row[0], [0, 0, 0, 0])
            beside[kind] = max(beside[kind], weight)
    return most


@cache
def content_end_far_bound(here: str) -> int:
    """The most that tokens farther off and distances add for an end before a token of a class."""
    every, wide = content_ends()["*"], _wide_ends()
    near = max(every.get(here + verb + step, 0) for verb in "-v" for step in "12345")
    rest = max(every.get(here + verb + "r" + step, 0) for verb in "-v" for step in "1234")
    return wide.get((here, 3), 0) + wide.get((here, 4), 0) + near + rest


@cache
def _wide_ends() -> dict[tuple[str, int], int]:
    """By class and by how many classes a label has, the most such labels add."""
    most: dict[tuple[str, int], int] = {}
    for label, weight in content_ends()["*"].items():
        row = label.split(" ")
        key = row[0], len(row)
        most[key] = max(most.get(key, 0), weight)
    return most
