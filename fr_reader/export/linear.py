"""An annotated article as plain lines, for screen readers and pipes: everything in words."""

from __future__ import annotations

from collections.abc import Iterator

from fr_reader.model import (
    Annotation,
    Annotations,
    Article,
    Codebook,
    Quotation,
    Reading,
    Span,
    Speakers,
    visible,
)


def linear(
    reading: Reading, annotations: Annotations, codebook: Codebook, speakers: Speakers
) -> str:
    """The article from its title to its last paragraph, one a line, numbered.

    After each paragraph come, indented, the quotations that begin in it with their speaker, those
    only found said to be suggested, and then the tags and memos that begin in it. There are no
    colours, no boxes and no control characters in it.
    """
    lines = [*_head(reading.article), ""]
    accepted = annotations.accepted()
    for index, paragraph in enumerate(reading.paragraphs):
        lines.append(f"{index + 1}. {_line(paragraph.span.of(reading.article.text))}")
        lines += (f"   {said}" for said in _quoted(reading, accepted, speakers, index))
        tags = (a for a in accepted if not a.speaker and _begins(reading, a.span, index))
        lines += (f"   {_tag(reading, tag, codebook)}" for tag in tags)
    return "\n".join(lines) + "\n"


def _head(article: Article) -> Iterator[str]:
    known = article.metadata
    yield f"Title: {_line(article.name)}"
    if known.authors:
        yield f"By: {_line(', '.join(known.authors))}"
    for name, value in (
        ("Publisher", known.publisher),
        ("Published", known.published),
        ("Address", known.url),
    ):
        if value:
            yield f"{name}: {_line(value)}"


def _quoted(
    reading: Reading, accepted: Annotations, speakers: Speakers, index: int
) -> Iterator[str]:
    given = {a.segments: a for a in accepted if a.speaker}
    for quotation in reading.quotations:
        if _begins(reading, quotation.span, index):
            yield _quotation(reading, quotation, given.pop(quotation.segments, None), speakers)
    found = {q.segments for q in reading.quotations}
    for segments, annotation in given.items():
        if segments not in found and _begins(reading, annotation.span, index):
            words = _words(reading, segments)
            yield f"Quotation: {words}. Speaker: {_accepted(annotation, speakers)}."


def _quotation(
    reading: Reading, quotation: Quotation, given: Annotation | None, speakers: Speakers
) -> str:
    words = _words(reading, quotation.segments)
    if given is not None:
        said = f"Speaker: {_accepted(given, speakers)}."
    elif quotation.who:
        said = f"Suggested speaker: {_line(quotation.who)}, confidence {quotation.confidence:.2f}."
    else:
        said = "No speaker found."
    many = len(quotation.segments)
    over = f" in {many} parts" if many > 1 else ""
    return f"Quotation, {quotation.kind}{over}: {words}. {said}"


def _accepted(annotation: Annotation, speakers: Speakers) -> str:
    speaker = speakers.get(annotation.speaker)
    name = speaker.name if speaker is not None else "unknown"
    return f"{_line(name)}, accepted by {_line(annotation.coder)}"


def _tag(reading: Reading, annotation: Annotation, codebook: Codebook) -> str:
    words, coder = _words(reading, annotation.segments), _line(annotation.coder)
    memo = f" Memo: {_line(annotation.memo)}" if annotation.memo else ""
    if not annotation.code:
        return f"Memo by {coder} on {words}.{memo}"
    code = codebook.get(annotation.code)
    name = _line(code.name) if code is not None else "unknown code"
    return f"Tag {name}, by {coder}: {words}.{memo}"


def _begins(reading: Reading, span: Span, index: int) -> bool:
    return reading.paragraph_at(span.start) == index


def _words(reading: Reading, segments: tuple[Span, ...]) -> str:
    return " … ".join(_line(span.of(reading.article.text)) for span in segments)


def _line(words: str) -> str:
    """Words on one line, nothing in them that could command a terminal."""
    return visible(" ".join(words.split()))
