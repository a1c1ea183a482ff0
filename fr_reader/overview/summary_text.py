"""Summaries in words: markdown or plain text, each passage with its citation."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from fr_reader.export.citations.styles import DEFAULT, cite
from fr_reader.export.markdown import field, series
from fr_reader.model import Reading, Span, visible
from fr_reader.overview.counting import Words
from fr_reader.overview.summaries import LONGEST, Summary, Telling
from fr_reader.text import sentences

_OPENING, _CLOSING = '“‘«„"', '”’»"'
NOTHING = "Nothing is accepted here yet."


@dataclass(frozen=True, slots=True)
class Writing:
    """How summaries are written: `reading` gives an article with its paragraphs by its id, `key`
    its citation key; `style` is a citation style, `plain` text without markdown."""

    reading: Callable[[str], Reading]
    words: Words
    key: Callable[[str], str] = str
    style: str = DEFAULT
    plain: bool = False

    def written(self, found: Summary) -> str:
        """A summary, ready to be pasted; it ends in a newline."""
        return "\n\n".join(self._parts(found)) + "\n"

    def _parts(self, found: Summary) -> Iterator[str]:
        yield self._heading(found.title, 2)
        if not found:
            yield NOTHING
            return
        yield self._field(_figures(found))
        if found.voices:
            yield self._heading("Who speaks", 3)
            for one in found.voices:
                yield from self._told(one, _voice(one))
        if found.statements:
            yield self._heading("Claims and concerns", 3)
            for one in found.statements:
                yield from self._told(one, _statement(one))

    def _told(self, one: Telling, figures: str) -> Iterator[str]:
        name = visible(one.name) if self.plain else f"**{field(one.name)}**"
        yield f"{name}, {figures}:"
        reading = self.reading(one.fact.article)
        yield cite(
            reading,
            excerpt(one, reading, self.words),
            " or ".join(one.who),
            style=self.style,
            key=self.key(one.fact.article),
            plain=self.plain,
        )

    def _heading(self, text: str, level: int) -> str:
        if not self.plain:
            return f"{'#' * level} {field(text)}"
        line = visible(" ".join(text.split()))
        return f"{line}\n{'=' * len(line)}" if level == 2 else line

    def _field(self, text: str) -> str:
        return visible(text) if self.plain else field(text)


def _figures(found: Summary) -> str:
    """All together in a sentence or two."""
    told = []
    if found.figures:
        said, articles = found.figures, ""
        if len(found.articles) > 1:
            articles = f" in {_many(said['articles'], 'article')}"
        told.append(
            f"{_many(said['quotations'], 'quotation')} with {_many(said['words'], 'word')} by "
            f"{_many(str(found.speakers), 'speaker')}{articles}."
        )
    if found.codes:
        counts = [f"{name} {count}" for name, count in found.codes.items()]
        told.append(f"Passages coded: {series(counts)}.")
    return " ".join(told)


def _voice(one: Telling) -> str:
    said = one.figures
    return (
        f"{_many(said['quotations'], 'quotation')}, {_many(said['words'], 'word')}, "
        f"{said['share of voice']} of all quoted words"
    )


def _statement(one: Telling) -> str:
    told = one.figures
    return f"{_many(told['passages'], 'passage')}, {_many(told['speakers'], 'speaker')}"


def _many(count: str, noun: str) -> str:
    return f"{count} {noun}" if count == "1" else f"{count} {noun}s"


def excerpt(one: Telling, reading: Reading, words: Words) -> tuple[Span, ...]:
    """What is quoted of a passage: all of it up to `LONGEST` words.

    Of a longer one so many whole sentences, from the first that is coded on where any is, as have
    no more words than that; one at least. Nothing is left out between two paragraphs, since no
    mark would say so: there it ends. Where one of a pair of quotation marks is left it goes, too.
    """
    text, segments = reading.article.text, one.fact.segments
    if one.fact.words > LONGEST:
        whole = [sentence for segment in segments for sentence in sentences(text, segment)]
        coded = [span for fact in one.coded for span in fact.segments]
        first = (at for at, each in enumerate(whole) if any(each.overlaps(s) for s in coded))
        begun = whole[next(first, 0) :]
        kept = list(_fitting(begun, lambda span: words(reading.article.id, span)))
        segments = _without_half_pair(text, kept) if kept else segments
    return tuple(_connected(reading, segments))


def _fitting(spans: Sequence[Span], count: Callable[[Span], int]) -> Iterator[Span]:
    room = LONGEST
    for at, span in enumerate(spans):
        room -= count(span)
        if room < 0 and at:
            return
        yield span


def _without_half_pair(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans without a mark at their beginning or end that is the only one in them."""
    marks = [char for span in spans for char in span.of(text) if char in _OPENING + _CLOSING]
    first, last = spans[0], spans[-1]
    if len(marks) != 1 or len(first) < 2 or len(last) < 2:
        return tuple(spans)
    if text[first.start] in _OPENING:
        return (Span(first.start + 1, first.end), *spans[1:])
    if text[last.end - 1] in _CLOSING:
        return (*spans[:-1], Span(last.start, last.end - 1))
    return tuple(spans)


def _connected(reading: Reading, segments: Sequence[Span]) -> Iterator[Span]:
    """The first segments, up to where other words stand between two paragraphs."""
    text, at = reading.article.text, reading.paragraph_at
    for before, segment in zip((None, *segments), segments, strict=False):
        gap = text[before.end : segment.start].strip() if before is not None else ""
        if before is not None and gap and at(before.end - 1) != at(segment.start):
            return
        yield segment
