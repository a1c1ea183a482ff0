"""Blocks: who a quotation set apart is by; the unmarked paragraph that `X wrote:` introduces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fr_reader.model import ParagraphKind
from fr_reader.text.apart import Apart
from fr_reader.text.attribution import attribute
from fr_reader.text.draft import Draft, span_of
from fr_reader.text.grammar import word_set
from fr_reader.text.inversions import so_said
from fr_reader.text.kinds import ends_sentence
from fr_reader.text.marks import MARK
from fr_reader.text.neighbours import DASHES, LONGEST_SIGNATURE, above, below
from fr_reader.text.place import Finding
from fr_reader.text.stream import Stream

if TYPE_CHECKING:
    from fr_reader.text.drafts import Flow

_QUOTES = word_set(
    "said says say saying wrote writes write writing added adds adding read reads reading reported"
    " reports reporting told tells tell posted posts tweeted tweets continued continues replied"
    " replies answered answers explained explains stated states declared concluded concludes"
    " announced emailed texted recalled recalls remembered testified observed observing asked asks"
)
"""Cues whose colon a paragraph without marks may follow that is said in these words."""
_SO = ("So ", "Thus ")
_NEAR_COLON = 5
"""No more tokens than this stand between such a cue and its colon: “wrote on her blog:”."""
_NEAR_SET_IN = 14
"""And no more than this, where the paragraph is set in."""
_LONGEST_APART = 3_000
_INDENTED = 2
"""A block is set in by so many spaces at least, or by a tab."""
_MOST_INDENTED = 50


def attribute_apart(flow: Flow, first: int, last: int, draft: Draft) -> None:
    """Who a block quotation is by: `X wrote:` above it, or `— X` below."""
    if first > 0 and flow.text[flow.paragraphs[first - 1].span.end - 1] == ":":
        stream = flow.stream(first - 1)
        finding = above(stream)
        if finding is not None:
            draft.attribute(stream, finding)
            return
    if last + 1 < len(flow.paragraphs):
        span = flow.paragraphs[last + 1].span
        if len(span) <= LONGEST_SIGNATURE and flow.text[span.start] in DASHES:
            stream = flow.stream(last + 1)
            named = below(span.of(flow.text), stream)
            if named is not None:
                draft.speaker, draft.confidence = span_of(stream, named), 0.9
            return
        said = said_below(flow, last + 1)
        if said is not None:
            draft.attribute(*said)


def said_below(flow: Flow, number: int) -> tuple[Stream, Finding] | None:
    """`So wrote X.` where paragraph `number` begins with it, and the stream of that paragraph."""
    start = flow.paragraphs[number].span.start
    if not flow.text.startswith(_SO, start):
        return None
    stream = flow.stream(number)
    finding = so_said(stream, 0)
    return (stream, finding) if finding is not None else None


def introduction_of(flow: Flow, number: int, stream: Stream) -> list[Finding]:
    """The finding of `X said:` that ends a paragraph, where the next one is what X said.

    Such a paragraph needs no marks if it follows right behind the cue, and is set apart then.
    """
    if not stream.text or stream.text[-1] != ":" or number + 1 >= len(flow.paragraphs):
        return []
    finding = above(stream)
    if finding is None or finding.cue is None:
        return []
    after, span = number + 1, flow.paragraphs[number + 1].span
    if after not in flow.apart and _introduces(flow, stream, finding, after):
        last = _last_indented(flow, number)
        segments = tuple(each.span for each in flow.paragraphs[after : last + 1])
        flow.apart[after] = Apart(segments, "colon", 0.4, None, None, last, True, surest=0.8)
    speech = after in flow.apart or MARK.match(flow.text, span.start)
    return [finding] if speech else []


def _last_indented(flow: Flow, number: int) -> int:
    """The last paragraph of a block that is set further in than the one that introduces it."""
    own, last = _indent(flow, number), number + 1
    if _indent(flow, last) < own + _INDENTED:
        return last
    for after in flow.paragraphs[last + 1 : last + _MOST_INDENTED]:
        text = after.span.of(flow.text)
        if _indent(flow, last + 1) < own + _INDENTED or text[0] in DASHES or MARK.match(text):
            break
        last += 1
    return last


def _indent(flow: Flow, number: int) -> int:
    """How far in a paragraph begins; a tab counts as much as is set in."""
    at = begun = flow.paragraphs[number].span.start
    while begun > 0 and flow.text[begun - 1] in " \t":
        begun -= 1
    return sum(_INDENTED if each == "\t" else 1 for each in flow.text[begun:at])


def _introduces(flow: Flow, stream: Stream, finding: Finding, after: int) -> bool:
    """Whether paragraph `after` is said in these words, though it has no marks."""
    span, kind = flow.paragraphs[after].span, flow.paragraphs[after].kind
    assert finding.cue is not None
    set_in = _indent(flow, after) >= _indent(flow, after - 1) + _INDENTED
    near = _NEAR_SET_IN if set_in else _NEAR_COLON
    if finding.rule != "colon" or stream.size - 1 - finding.cue[1] > near:
        return False
    if _QUOTES.isdisjoint(stream.low[slice(*finding.cue)]) or kind is not ParagraphKind.BODY:
        return False
    words = span.of(flow.text)
    if not (words[0].isupper() or words[0] in "…[") or not ends_sentence(words):
        return False
    if words[-1] == ":" or len(words) > _LONGEST_APART:
        return False
    return not any(found.cue for found in attribute(flow.text, flow.stream(after)).values())
