"""Rules for an attribution later in the quotation's sentence: `“S” is how X put it`.

Each rule answers with a finding or None, and never looks beyond the sentence.
"""

from __future__ import annotations

from fr_reader.text.appositions import phrase_starting
from fr_reader.text.cues import agent_after, cue_at, cue_range, is_passive
from fr_reader.text.place import Finding, Place, is_title
from fr_reader.text.rules_after import after_start
from fr_reader.text.subjects import subject_before
from fr_reader.text.word_kinds import CUE


def clause_after(place: Place) -> Finding | None:
    """`“S” is how X put it`, `calling it “S,” X said`: a cue later in the sentence."""
    stream = place.stream
    begin, tied = after_start(place)
    if begin >= stream.size or stream.first_of[begin] > place.at:
        return None
    highest = place.after
    for verb in range(begin, min(highest, begin + 30)):
        form = cue_at(stream, verb) if stream.kinds[verb] & CUE else None
        if form is None or form.form == "ing":
            continue
        if is_passive(stream, verb, form):
            agent = agent_after(stream, verb, highest)
            if agent is None:
                continue
            return Finding("cue-later", 0.6, cue_range(stream, verb), agent, mixed=True)
        subject = subject_before(stream, verb, begin)
        if subject is not None and stream.low[subject[0]] == "all" and subject[1] > subject[0] + 1:
            subject = subject[0] + 1, subject[1]  # `“S” was all X would say`
        if subject is not None and (tied or stream.low[begin] in ("is", "was")):
            return Finding("cue-later", 0.6, cue_range(stream, verb), subject, mixed=True)
    return None


def comma_inside(place: Place) -> Finding | None:
    """`“S,” …`: a sentence of its own that ends in a comma; who follows is as good as named."""
    stream = place.stream
    begin = place.at + 1
    goes_on = place.ending in ("?", "!") and begin < stream.size and stream.text[begin].islower()
    if stream.first_of[place.at] != place.at or not (place.ending == "," or goes_on):
        return None
    if len(place.inner.split()) < 4 or is_title(place):
        return None
    found = clause_after(place)
    if found is not None:
        return Finding("comma-inside", 0.75, found.cue, found.speaker)
    named = phrase_starting(stream, begin, place.after) if begin < stream.size else None
    return Finding("comma-inside", 0.5, None, named)
