"""Reading an article: its paragraphs, and its quotations with their speakers."""

from __future__ import annotations

from collections.abc import Sequence

from fr_reader.model import Article, Paragraph, Quotation, QuotationKind, Reading
from fr_reader.text.drafts import Draft, drafts
from fr_reader.text.paragraphs import paragraphs
from fr_reader.text.reasons import reason
from fr_reader.text.speakers import Cast, Who


def _finished(text: str, draft: Draft, who: Who) -> Quotation:
    cue = draft.cue.of(text) if draft.cue else ""
    return Quotation(
        segments=tuple(draft.segments),
        kind=QuotationKind.MIXED if draft.mixed else QuotationKind.DIRECT,
        cue=draft.cue,
        speaker=draft.speaker,
        who=who.name,
        rule=draft.rule,
        confidence=round(draft.confidence * who.sure, 2),
        reason=reason(draft.rule, cue, who.why),
    )


def _quotations(text: str, found: Sequence[Paragraph]) -> list[Quotation]:
    made = drafts(text, found)
    if not made:
        return []
    cast = Cast(text, found, sorted(span for draft in made for span in draft.segments))
    last: str | None = None
    known: dict[int, Who] = {}
    result = []
    for draft in made:
        if draft.speaker is not None:
            who = cast.who(draft.speaker, last)
        elif draft.carried is not None:
            who = Who(known[id(draft.carried)].name)
        else:
            who = Who(None)
        known[id(draft)] = who
        last = who.name or last
        result.append(_finished(text, draft, who))
    return sorted(result, key=lambda quotation: quotation.span)


def quotations(article: Article | str) -> list[Quotation]:
    """The quotations of an article, or of a text, in text order.

    The same text always gives the same quotations. A quotation that goes on from the one before
    it has neither cue nor speaker mention of its own; its `who` is that one's.
    """
    text = article if isinstance(article, str) else article.text
    return _quotations(text, paragraphs(text))


def read(article: Article) -> Reading:
    """The article with its paragraphs and quotations."""
    found = paragraphs(article.text)
    return Reading(article, found, tuple(_quotations(article.text, found)))
