"""Reading an article: its paragraphs, and its quotations with their speakers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter

from fr_reader.model import Article, Paragraph, Quotation, QuotationKind, Reading, Span, Speakers
from fr_reader.text.drafts import Draft, drafts
from fr_reader.text.known import as_known
from fr_reader.text.paragraphs import paragraphs
from fr_reader.text.reasons import reason
from fr_reader.text.speakers import Cast, Who

_START, _END = attrgetter("start"), attrgetter("end")
_DIRECT, _MIXED, _INDIRECT = QuotationKind


def _kind(draft: Draft) -> QuotationKind:
    if draft.mixed:
        return _MIXED
    return _INDIRECT if draft.reported else _DIRECT


@lru_cache(maxsize=1_000)
def _in_hundredths(sure: float) -> float:
    """How sure something is, rounded; rules know but few degrees."""
    return round(sure, 2)


def _finished(text: str, draft: Draft, who: Who) -> Quotation:
    cue = draft.cue.of(text) if draft.cue is not None else ""
    return Quotation(
        tuple(draft.segments),
        _kind(draft),
        draft.cue,
        draft.speaker,
        who.name,
        draft.rule,
        _in_hundredths(draft.confidence * who.sure),
        reason(draft.rule, cue, who.why),
    )


def _edges(quotation: Quotation) -> tuple[int, int]:
    """Where a quotation starts and ends."""
    segments = quotation.segments
    if len(segments) == 1:
        return segments[0].start, segments[0].end
    return min(map(_START, segments)), max(map(_END, segments))


def _unpossessed(text: str, speaker: Span) -> Span:
    """The X of "X’s claim"."""
    owns = text[speaker.end - 2 : speaker.end] in ("’s", "'s") and len(speaker) > 3
    owns = owns and text[speaker.end : speaker.end + 1].isspace()  # not “X, who owns the baker’s,”
    return Span(speaker.start, speaker.end - 2) if owns else speaker


def _quotations(text: str, found: Sequence[Paragraph]) -> list[Quotation]:
    made, quoted = drafts(text, found)
    if not made:
        return []
    cast = Cast(text, found, quoted)
    last: str | None = None
    known: dict[int, Who] = {}
    result = []
    for draft in made:
        if draft.speaker is not None:
            draft.speaker = _unpossessed(text, draft.speaker)
            who = cast.who(draft.named or draft.speaker, last)
        elif draft.carried is not None:
            who = Who(known[id(draft.carried)].name)
        else:
            who = Who(None)
        known[id(draft)] = who
        last = who.name or last
        if not draft.absorbed:
            result.append(_finished(text, draft, who))
    return sorted(result, key=_edges)


def quotations(article: Article | str, speakers: Speakers | None = None) -> list[Quotation]:
    """The quotations of an article, or of a text, in text order.

    `speakers` are those of the project: their names and aliases win over every rule.

    The same text always gives the same quotations. A quotation that goes on from the one before
    it has neither cue nor speaker mention of its own; its `who` is that one's.
    """
    text = article if isinstance(article, str) else article.text
    return list(_named(text, paragraphs(text), speakers))


def _named(
    text: str, found: Sequence[Paragraph], speakers: Speakers | None
) -> tuple[Quotation, ...]:
    made = _quotations(text, found)
    return as_known(text, made, speakers) if speakers else tuple(made)


def read(article: Article, speakers: Speakers | None = None) -> Reading:
    """The article with its paragraphs and quotations, by the names of the project's `speakers`."""
    found = paragraphs(article.text)
    return Reading(article, found, _named(article.text, found, speakers))
