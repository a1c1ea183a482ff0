"""How a speaker stands to what they are reported to say, where the cue leaves no doubt of it.

“denied that the water was cut off” denies a claim, “dismissed fears that it would be” dismisses a
concern, “feared that it would be” is worried about one, “speculated that it was” hedges. Words in
quotation marks alone are the speaker's own, whatever their cue: “It is not so,” he denied.
"""

from __future__ import annotations

from fr_reader.model import CLAIM, CONCERN, Quotation, QuotationKind, Span, Stance
from fr_reader.text.grammar import word_set
from fr_reader.text.lexicon import cue_forms
from fr_reader.text.words import words

_DENYING = word_set("contradict deny disavow dispute rebut refute reject repudiate")
_DISMISSING = word_set("deny dismiss dispute rebut refute reject repudiate ridicule")
_HEDGING = word_set(
    "conjecture guess hypothesise hypothesize speculate suppose surmise theorise theorize"
)
_WORRYING = word_set("agonise agonize dread fear fret warn worry")
_CLEAR = {
    CLAIM.id: ((_DENYING, Stance.DENIES), (_HEDGING, Stance.HEDGES)),
    CONCERN.id: ((_DISMISSING, Stance.DISMISSES), (_WORRYING, Stance.WORRIED)),
}
_TURNING = word_set(
    "not never no neither nor nobody none cannot without hardly barely scarcely few if whether"
    " unless would could might may should fail failed fails failing refuse refused refuses refusing"
    " decline declined declines declining stop stopped stops stopping asked asks urged urges"
)
"""Words that turn or lift what the cue says when they stand just before it."""
_BEFORE = 5
"""So many words before the cue are looked at, none of them of another sentence."""
_REACH = 60
_ENDS = frozenset('.?!;:\n“”"')


def stance_of(text: str, quotation: Quotation, kind: str) -> str:
    """The stance to a claim or a concern (`kind`) its speaker takes; empty where none is clear."""
    cue = quotation.cue
    if cue is None or quotation.kind is QuotationKind.DIRECT or _is_turned(text, cue):
        return ""
    lemmas = {
        form.lemma
        for word in words(text, cue)
        if (form := cue_forms().get(word.of(text).lower())) is not None
    }
    told = {stance for clear, stance in _CLEAR.get(kind, ()) if lemmas & clear}
    return told.pop().value if len(told) == 1 else ""


def _is_turned(text: str, cue: Span) -> bool:
    """Whether a word in or just before the cue says that it is not so: “did not deny”."""
    start = max(0, cue.start - _REACH)
    before = text[start : cue.start]
    start += max((before.rfind(end) + 1 for end in _ENDS), default=0)
    near = words(text, Span(start, cue.start))[-_BEFORE:]
    low = [word.of(text).lower().replace("’", "'") for word in (*near, *words(text, cue))]
    return any(word in _TURNING or word.endswith("n't") for word in low)
