"""What the review after a new text shows of an annotation, as Textual content, never markup.

The passage itself is bold, what differs in it underlined, what stands around it neither: so it is
told apart without colour too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from textual.content import Content

from fr_reader.anchors import differing
from fr_reader.app.cursor import Unit
from fr_reader.app.describe import excerpt, tag_name
from fr_reader.app.layout import line_face
from fr_reader.app.marks import MEMO_SIGN, role_of, sign_of
from fr_reader.app.review import Review
from fr_reader.model import Anchor, Annotation, Reading, Span, Status, visible

_LONGEST = 4_000
"""Code points of a segment that are shown at the most: its beginning and its end."""
_COMPARED = 40_000
"""Code points up to which passages are compared word by word."""
_GAP = " … "
_ORPHAN = "None of its words are left together."
_UNITS = {Unit.SELECTION: "what is chosen there", Unit.QUOTATION: "the quotation"}
_ALIKE = ((90, "nearly the same"), (75, "much alike"), (0, "somewhat alike"))

Spans = tuple[Span, ...]


def what_lines(review: Review, longest: int) -> Content:
    """What the annotation says, whose it is, and `longest` code points of its memo."""
    here, desk = review.here, review.state.desk
    if here is None:
        return Content("Every annotation is in its place.")
    annotation = here.annotation
    name = f"{sign_of(annotation, desk.codebook)} {_name(annotation, review)}"
    coder, made = visible(annotation.coder), visible(annotation.created[:10])
    whose = f"yours, made {made}"
    if not review.is_own:
        whose = f"{coder}’s, made {made}: only {coder} can place it"
    head = Content.assemble(
        (name, f"bold $fr-{role_of(annotation, desk.codebook)}"), (f"   {whose}", "$fr-muted")
    )
    if not annotation.memo:
        return head
    memo = Content.styled(f"{MEMO_SIGN} {excerpt(annotation.memo, longest)}", "$fr-memo")
    return Content("\n").join([head, memo])


def _name(annotation: Annotation, review: Review) -> str:
    desk = review.state.desk
    named = annotation.code or annotation.speaker
    name = tag_name(annotation, desk.codebook, desk.speakers)
    if annotation.status is Status.REJECTED:
        return f"{name if named else 'quotation'}, turned down"
    return f"{name}, other version" if annotation.status is Status.CONFLICT else name


def was_lines(review: Review, room: int) -> Content:
    """The words it was made on, with `room` code points of the earlier text on either side."""
    if review.here is None:
        return Content()
    anchors = review.here.annotation.anchors
    first, last = anchors[0], anchors[-1]
    earlier = review.earlier(first.sha256)
    number = _numbers(earlier, Span(first.span.start, last.span.end)) if earlier else ""
    head = _head("BEFORE", number)
    marked = _differences(review)[0]
    parts = [
        _segment(_text_of(anchor, review, room), spans, "$text-error")
        for anchor, spans in zip(anchors, marked, strict=True)
    ]
    return Content("\n").join([head, *parts])


def now_lines(review: Review, room: int) -> Content:
    """The place proposed, with `room` code points of the new text on either side; or that there
    is none."""
    here, place = review.here, review.place
    if here is None:
        return Content()
    if place is None:
        help_ = f" {_choices(review)}" if review.is_own else ""
        return Content("\n").join([_head("NOW", "nowhere"), Content(_ORPHAN + help_)])
    reading = review.state.reading
    many = len(here.proposals)
    which = f"place {review.place_number} of {many}" if many > 1 else ""
    span = Span(place.segments[0].start, place.segments[-1].end)
    head = _head("NOW?", _numbers(reading, span), alike(place.likeness), which)
    parts = [
        _segment(_around(reading, each, room), spans, "$text-success")
        for each, spans in zip(place.segments, _differences(review)[1], strict=True)
    ]
    return Content("\n").join([head, *parts])


def target_lines(review: Review, longest: int) -> Content:
    """The passage under the reader's cursor, where `p` puts the annotation."""
    target, reading = review.target, review.state.reading
    if not review.is_own or target is None:
        return Content()
    unit = _UNITS.get(target.unit, f"the {target.unit}")
    words = " ".join(segment.of(reading.article.text) for segment in target.segments)
    head = _head("CURSOR", _numbers(reading, target.span), unit)
    return Content("\n").join([head, Content(excerpt(words, longest))])


def _choices(review: Review) -> str:
    there = "{review.on-cursor} puts it under the cursor, " if review.target else ""
    return review.state.keymap.say(there + "{review.remove} removes it.")


def alike(likeness: float) -> str:
    """How like the words are, in words and, where they differ, in percent rounded down."""
    if likeness >= 1:
        return "the same words"
    percent = int(likeness * 100)
    word = next((word for least, word in _ALIKE if percent >= least), "")
    return f"{word}, {percent}%"


def _head(*parts: str) -> Content:
    name, *more = filter(None, parts)
    rest = "".join(f"  {part}" for part in more)
    return Content.assemble((name, "bold $fr-muted"), (rest, "$fr-muted"))


def _numbers(reading: Reading, span: Span) -> str:
    first, last = reading.paragraph_numbers(span)
    return f"¶ {first}" if first == last else f"¶ {first}–{last}"


# the words with what stands around them

Words = tuple[str, str, str]
"""What stands before a passage, the passage, what stands behind it."""


def _text_of(anchor: Anchor, review: Review, room: int) -> Words:
    earlier = review.earlier(anchor.sha256)
    if earlier is None or anchor.span.of(earlier.article.text) != anchor.exact:
        return anchor.prefix, anchor.exact, anchor.suffix
    return _around(earlier, anchor.span, room)


def _around(reading: Reading, span: Span, room: int) -> Words:
    """A passage with what stands around it in its paragraphs, cut between words."""
    text = reading.article.text
    first, last = (
        reading.paragraphs[number - 1].span if reading.paragraphs else span
        for number in reading.paragraph_numbers(span)
    )
    start, end = max(first.start, span.start - room), min(last.end, span.end + room)
    before, after = text[start : span.start], text[span.end : max(span.end, end)]
    if start > first.start:
        before = "…" + (before[before.find(" ") :] if " " in before else before)
    if end < last.end:
        after = (after[: after.rfind(" ") + 1] if " " in after else after) + "…"
    return before, span.of(text), after


def _segment(words: Words, marked: Iterable[Span], style: str) -> Content:
    """One segment on a line of its own: bold, `marked` underlined in it."""
    before, exact, after = map(line_face, words)
    passage = Content(exact).stylize("bold")
    for span in marked:
        passage = passage.stylize(f"bold underline {style}", span.start, span.end)
    if len(exact) > _LONGEST:
        half = _LONGEST // 2
        left_out = Content.styled(f"{_GAP}{len(exact) - 2 * half:,} characters{_GAP}", "$fr-muted")
        passage = Content.assemble(passage[:half], left_out, passage[len(exact) - half :])
    around = (before.lstrip(), "$fr-muted"), passage, (after.rstrip(), "$fr-muted")
    return Content.assemble(*around)


def _differences(review: Review) -> tuple[list[Spans], list[Spans]]:
    """What differs in each old and in each proposed segment, as spans inside it."""
    old = review.here.words if review.here else ()
    text = review.state.reading.article.text
    new = tuple(span.of(text) for span in review.place.segments) if review.place else ()
    if not new or sum(map(len, (*old, *new))) > _COMPARED:
        return [()] * len(old), [()] * len(new)
    gone, come = _compared("\n".join(old), "\n".join(new))
    return _shared(gone, old), _shared(come, new)


@lru_cache(maxsize=64)
def _compared(old: str, new: str) -> tuple[Spans, Spans]:
    return differing(old, new)


def _shared(spans: Spans, parts: Sequence[str]) -> list[Spans]:
    """Spans of parts joined by one code point, as spans inside each part."""
    found, start = [], 0
    for part in parts:
        whole = Span(start, start + len(part))
        met = [span for span in spans if span.start < whole.end and span.end > whole.start]
        found.append(
            tuple(
                Span(max(s.start, whole.start) - start, min(s.end, whole.end) - start) for s in met
            )
        )
        start = whole.end + 1
    return found
