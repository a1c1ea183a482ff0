"""Reasons: what each rule says of itself, in a sentence for people."""

from __future__ import annotations

from functools import lru_cache

RULES = {
    "speaker-then-cue": "the speaker and “{cue}” follow the quotation",
    "cue-then-speaker": "“{cue}” and the speaker follow the quotation",
    "speaker-after-comma": "a comma ends the quotation and the speaker follows it",
    "comma-inside": "a comma ends the quotation, and what follows goes on with it",
    "no-comma": "the speaker and “{cue}” follow the quotation, without a comma",
    "according-to": "“according to” names the speaker",
    "words-of": "whose words they are is said before the quotation",
    "chants-of": "“{cue}” says that the words were shouted",
    "colon": "a colon introduces the quotation",
    "name-and-colon": "a name and a colon introduce the quotation",
    "cue-then-comma": "“{cue}” introduces the quotation",
    "cue-without-speaker": "“{cue}” introduces the quotation, without saying whose it is",
    "cue-right-before": "“{cue}” stands right before the quotation",
    "in-reported-clause": "the words stand in a clause that “{cue}” reports",
    "cue-later": "“{cue}” comes later in the sentence",
    "whole-sentence": "a whole sentence in quotation marks, after words that lead up to it",
    "sentence-before": "the sentence before the quotation is about its speaker",
    "sentence-after": "the sentence between this quotation and the next is about its speaker",
    "dash": "a name behind a dash, or in brackets, signs the quotation",
    "remark-between": "dashes part two halves of it, and what stands near says whose they are",
    "incise": "who speaks is said inside the speech itself",
    "headline": "the headline says shortly who speaks",
    "carry-over": "no cue of its own: it goes on from the quotation before it",
    "carry-over-cue": "“{cue}” without a subject: it goes on from the quotation before it",
    "turn": "a turn of an interview, in which most paragraphs begin with who speaks",
    "post": "a post, with the name of who wrote it",
    "block-quotation": "a paragraph set apart as a quotation",
    "content-source-cue": "what is reported comes first, then the speaker and “{cue}”",
    "content-cue-source": "what is reported comes first, then “{cue}” and the speaker",
    "source-cue-content": "“{cue}” reports what follows",
    "passive": "“{cue}” says of somebody what others are not named to say",
    "unattributed": "a sentence in quotation marks that nothing attributes",
}
"""Every rule by name; `{cue}` is the cue's words."""


def reason(rule: str, cue: str, why: str) -> str:
    """The reason as a sentence: the rule's, then how the speaker was told."""
    said = _said(rule, cue)
    return f"{said}; {why}." if why else f"{said}."


@lru_cache(maxsize=5_000)
def _said(rule: str, cue: str) -> str:
    said = RULES[rule].format(cue=" ".join(cue.split()))
    return said[0].upper() + said[1:]
