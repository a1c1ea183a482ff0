"""An annotated article in plain lines, one after the other: for screen readers, braille and pipes.

Everything is said in words and in reading order: what is known of the article, then paragraph by
paragraph its text, and after each paragraph the quotations, tags and memos in it. What goes on
over several paragraphs is told again after each, with the words that stand there. Nothing is
drawn and nothing tells by colour; control characters are symbols.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from fr_reader.export.evidence import Annotated, Evidence, Finding, gather
from fr_reader.export.passage import by_paragraph
from fr_reader.model import (
    Code,
    Codebook,
    ParagraphKind,
    Photographer,
    Quotation,
    Reading,
    Span,
    Speaker,
    Speakers,
    Status,
    Suggestion,
    visible,
    visible_lines,
)

_BREAK = re.compile(r"[ \t]*\n[ \t]*")


@dataclass(frozen=True, slots=True)
class _Item:
    """What is said of a passage: `head` where it begins, `again` where it goes on, both before
    its words; `tail` are lines under the first. A quotation's `{n}` is its number."""

    segments: tuple[Span, ...]
    rank: int
    head: str
    again: str
    tail: tuple[str, ...] = field(default=())

    @property
    def order(self) -> tuple[int, int, int, str]:
        """Text order, outer before inner, quotations before tags before memos."""
        return self.segments[0].start, -self.segments[-1].end, self.rank, self.head


def linear(
    source: Annotated,
    speakers: Speakers,
    codebook: Codebook,
    left: Sequence[Suggestion],
    *,
    heading: str = "Article",
    more: Iterable[str] = (),
) -> Iterator[str]:
    """The lines on one article, without their newlines.

    `left` are the suggestions nobody has decided on yet. `heading` stands before the title;
    `more` are lines put under what is known of the article.
    """
    reading, evidence = source.reading, gather(source, speakers, codebook)
    items = sorted(_items(source, evidence, codebook, left), key=lambda item: item.order)
    yield f"{heading}: {visible(reading.article.name)}"
    yield from _known(reading)
    yield from map(visible, more)
    yield _counted(reading, evidence, left)
    after: dict[int, list[str]] = {}
    quotations = 0
    for item in items:
        quotations += item.rank == 0
        for place, (index, words) in enumerate(by_paragraph(reading, item.segments)):
            said = item.again if place else item.head
            line = f"{said.replace('{n}', str(quotations))}: {_one_line(words)}"
            after.setdefault(index, []).extend((line, *(() if place else item.tail)))
    for index, paragraph in enumerate(reading.paragraphs):
        body = paragraph.kind is ParagraphKind.BODY
        yield ""
        yield f"Paragraph {index + 1}{'' if body else f', {paragraph.kind.value}'}."
        yield from visible_lines(paragraph.span.of(reading.article.text)).split("\n")
        yield from after.get(index, ())


def _known(reading: Reading) -> Iterator[str]:
    """What is known of the article, a line a fact."""
    article, known = reading.article, reading.article.metadata
    facts = (
        ("By", ", ".join(known.authors)),
        ("Publisher", known.publisher),
        ("Published", known.published),
        ("Address", known.url),
        ("Language", known.language),
        ("Photographs", ", ".join(map(_photographer, known.photographers))),
        ("File", article.source),
    )
    return (f"{name}: {visible(value)}" for name, value in facts if value.strip())


def _photographer(one: Photographer) -> str:
    return f"{one.name} (paragraph {one.paragraph})" if one.paragraph else one.name


def _counted(reading: Reading, evidence: Evidence, left: Sequence[Suggestion]) -> str:
    """How much there is, in a sentence."""
    counts = (
        (len(reading.paragraphs), "paragraph"),
        (len(evidence.spoken), "quotation with an accepted speaker"),
        (len(evidence.coded), "tag"),
        (len(evidence.memos), "memo"),
        (len(left), "suggestion"),
    )
    return "In it: " + ", ".join(_many(number, noun) for number, noun in counts) + "."


def _many(number: int, noun: str) -> str:
    first, _, rest = noun.partition(" ")
    plural = first if number == 1 else f"{first}s"
    return f"{number or 'no'} {plural}" + (f" {rest}" if rest else "")


def _items(
    source: Annotated, evidence: Evidence, codebook: Codebook, left: Sequence[Suggestion]
) -> Iterator[_Item]:
    kinds = {one.segments: one.kind.value for one in source.reading.quotations}
    for finding in evidence.spoken:
        yield _spoken(finding, kinds.get(finding.segments, ""))
    for suggestion in left:
        yield _suggested(suggestion, kinds.get(suggestion.segments, ""), codebook)
    for quotation in _nameless(source):
        head = f"Quotation {{n}}, {quotation.kind.value}, suggested, speaker not found, "
        again = "Quotation {n} goes on"
        yield _Item(quotation.segments, 0, head + _sure(quotation.confidence), again)
    for finding in evidence.coded:
        tag = f"Tag {_name(finding)}"
        yield _Item(finding.segments, 1, f"{tag}, given by {_coders(finding)}", f"{tag} goes on")
    for finding in evidence.memos:
        yield _memo(finding)


def _spoken(finding: Finding, kind: str) -> _Item:
    speaker = finding.of
    about = f", {visible(speaker.about)}" if isinstance(speaker, Speaker) and speaker.about else ""
    parts = filter(None, ("Quotation {n}", kind, f"accepted by {_coders(finding)}"))
    head = f"{', '.join(parts)}, speaker {_name(finding)}{about}"
    return _Item(finding.segments, 0, head, "Quotation {n} goes on")


def _suggested(suggestion: Suggestion, kind: str, codebook: Codebook) -> _Item:
    sure = _sure(suggestion.confidence)
    if suggestion.who:
        parts = filter(None, ("Quotation {n}", kind, "suggested"))
        head = f"{', '.join(parts)}, speaker perhaps {_literal(suggestion.who)}, {sure}"
        return _Item(suggestion.segments, 0, head, "Quotation {n} goes on")
    code = codebook.get(suggestion.code)
    name = _literal(code.name if code else suggestion.code)
    head = f"Tag {name}, suggested, {sure}"
    return _Item(suggestion.segments, 1, head, f"Suggested tag {name} goes on")


def _memo(finding: Finding) -> _Item:
    on = "a passage"
    if isinstance(finding.of, Code):
        on = f"the tag {_name(finding)}"
    elif isinstance(finding.of, Speaker):
        on = f"the quotation of {_name(finding)}"
    head = f"Memo by {_coders(finding)} on {on}"
    lines = tuple(visible_lines(finding.memo).split("\n"))
    tail = (f"The memo says: {lines[0]}", *lines[1:])
    return _Item(finding.segments, 2, head, f"{head} goes on", tail)


def _nameless(source: Annotated) -> Iterator[Quotation]:
    """The quotations found without a speaker that nobody has decided on."""
    decided = [
        annotation
        for annotation in source.annotations
        if annotation.status is Status.REJECTED
        or (annotation.speaker and annotation.status is Status.ACCEPTED)
    ]
    for quotation in source.reading.quotations:
        if not quotation.who and not any(
            annotation.overlaps(segment) for segment in quotation.segments for annotation in decided
        ):
            yield quotation


def _sure(confidence: float) -> str:
    return f"confidence {confidence:.2f}"


def _name(finding: Finding) -> str:
    name = finding.of.name if finding.of is not None else ""
    return _literal(name.strip() or ("somebody" if isinstance(finding.of, Speaker) else "unnamed"))


def _coders(finding: Finding) -> str:
    return _literal(" and ".join(finding.coders))


def _literal(name: str) -> str:
    """A name that is shown as it is, even if it looks like the place of a number."""
    return visible(name).replace("{n}", "{ n}")


def _one_line(words: str) -> str:
    return visible(_BREAK.sub(" ", words))
