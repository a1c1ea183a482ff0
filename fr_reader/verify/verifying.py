"""Verifying a document: a verdict on each of its quotations."""

from __future__ import annotations

from dataclasses import replace

from fr_reader.verify.finding import Cited, find
from fr_reader.verify.library import Library
from fr_reader.verify.matching import matched
from fr_reader.verify.pattern import forms
from fr_reader.verify.speaking import accepted, alike, answers, stated, suggested
from fr_reader.verify.verdict import Finding, Verdict

_FEWEST_WORDS = 4


def verify(document: str, library: Library) -> list[Verdict]:
    """What is to be said of each quotation of a document, in its order.

    Fewer than four words between marks count only where an article has them or the document names
    who says them: other short ones are titles, or words held at arm's length.
    """
    known: dict[Cited, Verdict] = {}
    verdicts = []
    for cited in stated(document, find(document)):
        plain = replace(cited, offset=0, speaker="")
        if plain not in known:
            known[plain] = matched(plain, library.texts)
        verdict = replace(known[plain], cited=cited)
        if verdict.finding is Finding.EXACT or _counts(cited):
            verdicts.append(_spoken(verdict, library))
    return verdicts


def _counts(cited: Cited) -> bool:
    words = sum(form[:1].isalnum() for form in forms(cited.text))
    return words >= _FEWEST_WORDS or bool(words and (cited.block or cited.speaker))


def _spoken(verdict: Verdict, library: Library) -> Verdict:
    """The verdict, or a wrong speaker where the words are right."""
    name = verdict.cited.speaker
    if verdict.finding is not Finding.EXACT or not name:
        return verdict
    marked = library.annotations.get(verdict.article, ())
    people = accepted(marked, library.speakers, verdict.segments)
    if people:
        right = any(answers(speaker, name) for speaker in people)
        names = tuple(speaker.name for speaker in people)
    else:
        names = tuple(suggested(library.quotations(verdict.article), verdict.segments))
        right = not names or any(_may_be(library, own, name) for own in names)
    return verdict if right else replace(verdict, finding=Finding.SPEAKER, speakers=names)


def _may_be(library: Library, own: str, name: str) -> bool:
    speaker = library.speakers.named(own)
    return alike(own, name) or (speaker is not None and answers(speaker, name))
