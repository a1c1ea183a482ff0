"""Attribution: which cue and which speaker belong to a quoted stretch, rule by rule.

The rules are tried in the order of `RULES`, and the first that answers wins.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from fr_reader.text.cues import cue_at
from fr_reader.text.governors import main_clause_subject
from fr_reader.text.grammar import word_set
from fr_reader.text.phrases import Range
from fr_reader.text.place import Finding, Place, place
from fr_reader.text.rules_after import (
    asked_after,
    full_stop_after,
    question_after,
    so_said_after,
    tied_after,
    unmarked_after,
)
from fr_reader.text.rules_before import (
    according_around,
    chanted_before,
    clause_before,
    colon_before,
    comma_before,
    cue_before,
    dash_before,
    in_reported_clause,
    whole_sentence,
)
from fr_reader.text.rules_later import clause_after, comma_inside
from fr_reader.text.signatures import dash_after
from fr_reader.text.stream import Stream
from fr_reader.text.things import names_a_thing

_MANNERS = word_set(
    "laughing smiling sighing weeping crying sobbing nodding grinning chuckling joking shrugging"
    " frowning"
)
"""`“S,” she added, laughing, “s”`: these tell how something is said, and say nothing new."""
_TIED = frozenset(("speaker-then-cue", "cue-then-speaker"))
DASHES = frozenset(("–", "—", "--", "-", "―"))
Rule = Callable[[Place], Finding | None]

RULES: tuple[Rule, ...] = (
    clause_before,
    dash_after,
    tied_after,
    colon_before,
    asked_after,
    chanted_before,
    dash_before,
    comma_before,
    question_after,
    cue_before,
    so_said_after,
    full_stop_after,
    unmarked_after,
    comma_inside,
    in_reported_clause,
    according_around,
    clause_after,
    whole_sentence,
)


def attribute(text: str, stream: Stream) -> dict[int, Finding]:
    """For each quotation of a paragraph that some rule attributes, its finding."""
    found: dict[int, Finding] = {}
    before: int | None = None
    places = [place(text, stream, at) for at in stream.where]
    stream.names.update([here.at for here in places if names_a_thing(here)])
    for here in places:
        at = here.at
        if at in stream.names:
            continue
        finding = _interrupted(here, found, before) if before is not None else None
        if finding is None:
            finding = _by_rule(here)
        if finding is not None:
            found[at] = finding
        before = at
    _sign_all(stream, found)
    _join_halves(places, found)
    return found


def _by_rule(here: Place) -> Finding | None:
    """What the first rule that answers says of a quotation."""
    for rule in RULES:
        finding = rule(here)
        if finding is not None:
            return finding
    return None


def _join_halves(places: list[Place], found: dict[int, Finding]) -> None:
    """`“S” — X sighed — “s,” said X`: what stands between dashes does not say whose words it parts.

    Where nothing else does, the one whom the remark is about speaks.
    """
    for first, second in pairwise(places):
        stream, start, end = first.stream, first.at + 1, second.at - 1
        if end <= start or stream.text[start] not in DASHES or stream.text[end] not in DASHES:
            continue
        if not second.inner[:1].islower() or first.ending in (".", "?", "!"):
            continue
        after = _behind(second) or found.get(second.at)
        if after is not None and after.cue is not None and after.cue[0] > first.at:
            after = replace(after, mixed=False, speaker=_without_here(stream, after.speaker))
            found[first.at] = found[second.at] = after
        elif after is None and first.at not in found and first.at not in stream.names:
            subject = _without_here(stream, main_clause_subject(stream, start + 1, end))
            if subject is not None:
                remark = Finding("remark-between", 0.7, None, subject)
                found[first.at] = found[second.at] = remark


def _without_here(stream: Stream, subject: Range | None) -> Range | None:
    """X in “and here X wept”."""
    while subject is not None and subject[1] - subject[0] > 1:
        if stream.low[subject[0]] not in ("and", "here", "then"):
            break
        subject = subject[0] + 1, subject[1]
    return subject


def _behind(place: Place) -> Finding | None:
    """The attribution that a comma ties to a quotation on its right."""
    found = tied_after(place) if place.ending == "," else None
    return found if found is not None and found.rule in _TIED else None


def _sign_all(stream: Stream, found: dict[int, Finding]) -> None:
    """A name that signs a paragraph which opens with a quotation signs all quotations in it."""
    last = found.get(stream.where[-1]) if stream.where else None
    if last is None or last.rule != "dash" or stream.where[0] != 0:
        return
    for at in stream.where:
        if at not in stream.names:
            found.setdefault(at, last)


def _interrupted(place: Place, found: dict[int, Finding], before: int) -> Finding | None:
    """`“S,” X said, “S”`: the attribution between two parts belongs to both."""
    stream, finding = place.stream, found.get(before)
    if finding is None or finding.cue is None or stream.first_of[place.at] > before + 1:
        return None
    end = max(finding.cue[1], finding.speaker[1] if finding.speaker else 0)
    if finding.cue[0] < before or end > place.at or finding.mixed:
        return None
    if stream.text[place.at - 1] not in (",", "—", "–", "--", "-"):
        return None
    cues = [at for at in range(end, place.at) if cue_at(stream, at) is not None]
    if not cues:
        return finding
    if all(stream.low[at] in _MANNERS for at in cues) and stream.quoted[before].closed:
        return finding
    # `“S,” X wrote in a letter explaining why, “but s”`: the sentence inside the marks goes on
    unfinished = stream.quoted[before].inner(place.text).rstrip().endswith(",")
    return finding if unfinished and _runs_on(place) and cues[-1] < place.at - 2 else None


def _runs_on(place: Place) -> bool:
    return place.inner[:1].islower() and place.stream.text[place.at - 1] == ","
