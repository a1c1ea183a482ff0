"""What a project's accepted annotations say, gathered for the notes.

Only accepted annotations count. What several coders say alike, of the same passage, is one
finding with several coders. Ids are random, so they neither order nor appear in anything here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from fr_reader.export.voices import Said, Voices
from fr_reader.model import (
    Annotation,
    Annotations,
    Article,
    Code,
    Codebook,
    Link,
    QuotationKind,
    Reading,
    Span,
    Speaker,
    Speakers,
)
from fr_reader.model.span import union
from fr_reader.text import words

T = TypeVar("T")

NO_SPEAKER = Speaker("", "a removed speaker")
NO_CODE = Code("", "a removed code", order=1_000_000)


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article as read, with what was said of it."""

    reading: Reading
    annotations: Annotations


@dataclass(frozen=True, slots=True)
class Finding:
    """A passage with what is said of it: `of` is the code or the speaker, `who` who said it.

    `stance` is how they stand to it, `links` lead to other annotations, `ids` are those of the
    annotations that say so.
    """

    segments: tuple[Span, ...]
    who: Said
    coders: tuple[str, ...]
    of: Code | Speaker | None = None
    memo: str = ""
    stance: str = ""
    links: tuple[Link, ...] = ()
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """All findings in one article, in text order.

    `spoken` are the passages with a speaker. `found` counts the quotations found in the text,
    direct and mixed, `attributed` those of them with a speaker, and `further` the passages with
    a speaker that have no words of those.
    """

    reading: Reading
    spoken: tuple[Finding, ...]
    coded: tuple[Finding, ...]
    memos: tuple[Finding, ...]
    found: int
    attributed: int
    further: int

    @property
    def article(self) -> Article:
        """The article they were made in."""
        return self.reading.article

    def __bool__(self) -> bool:
        return bool(self.spoken or self.coded or self.memos)

    def words(self, finding: Finding) -> int:
        """How many words the passage of `finding` has."""
        return self.words_of([finding])

    def words_of(self, findings: Iterable[Finding]) -> int:
        """How many words their passages have; those of passages that overlap count once."""
        spans = union(span for finding in findings for span in finding.segments)
        return sum(len(words(self.article.text, span)) for span in spans)

    @property
    def coded_passages(self) -> int:
        """How many passages have a code; one with several codes counts for each of them."""
        return len({(finding.segments, finding.of) for finding in self.coded})


def gather(source: Annotated, speakers: Speakers, codebook: Codebook) -> Evidence:
    """The findings in one article."""
    accepted = source.annotations.accepted()

    def speaker(annotation: Annotation) -> Speaker:
        return speakers.get(annotation.speaker) or NO_SPEAKER

    voices = Voices.of(source.reading.article.text, accepted.spoken(), speaker)

    def said(annotation: Annotation) -> Said:
        if annotation.speaker:
            return Said((speaker(annotation),), wholly=True)
        return voices.behind(annotation.segments, annotation.coder)

    def body(annotation: Annotation) -> Code | Speaker | None:
        if annotation.speaker:
            return speaker(annotation)
        return (codebook.get(annotation.code) or NO_CODE) if annotation.code else None

    def findings(items: Iterable[Annotation], memo: bool = False) -> tuple[Finding, ...]:
        return _merged(
            Finding(
                annotation.segments,
                said(annotation),
                (annotation.coder,),
                body(annotation),
                annotation.memo.strip() if memo else "",
                annotation.stance,
                annotation.links,
                (annotation.id,),
            )
            for annotation in items
        )

    spoken = findings(accepted.spoken())
    return Evidence(
        source.reading,
        spoken,
        findings(accepted.coded()),
        findings(accepted.where(lambda a: bool(a.memo.strip())), memo=True),
        *_counted(source.reading, voices, spoken),
    )


def by_first(items: Iterable[T], key: Callable[[T], object]) -> list[list[T]]:
    """`items` in groups of equal `key`, in the order each key first comes up."""
    groups: dict[object, list[T]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return list(groups.values())


def _counted(reading: Reading, voices: Voices, spoken: Iterable[Finding]) -> tuple[int, int, int]:
    """Quotations found, those with a speaker, and the passages with one outside of those."""
    found = [q.segments for q in reading.quotations if q.kind is not QuotationKind.INDIRECT]
    attributed = [segments for segments in found if voices.behind(segments).wholly]
    inside = {voice.segments for segments in attributed for voice in voices.touching(segments)}
    further = {finding.segments for finding in spoken} - inside
    return len(found), len(attributed), len(further)


def _merged(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """In text order, findings that differ in nothing but the coder made one.

    A coder who gives no stance says nothing against that of another: where one gives it, it holds
    for what both say alike.
    """
    ordered = sorted(findings, key=_order)
    told: dict[object, str] = {}
    for finding in ordered:
        if finding.stance:
            told.setdefault(_alike(finding), finding.stance)
    groups = by_first(ordered, lambda f: (_alike(f), f.stance or told.get(_alike(f), "")))
    return tuple(
        replace(
            group[0],
            coders=tuple(sorted({coder for finding in group for coder in finding.coders})),
            stance=max(finding.stance for finding in group),
            links=tuple(sorted({link for finding in group for link in finding.links})),
            ids=tuple(sorted({own for finding in group for own in finding.ids})),
        )
        for group in groups
    )


def _alike(finding: Finding) -> tuple[object, ...]:
    """What findings must have in common to be one, but for the stance."""
    return finding.segments, finding.of, finding.who, finding.memo


def _order(finding: Finding) -> tuple[object, ...]:
    first, last = finding.segments[0].start, finding.segments[-1].end
    of = finding.of
    about = (
        isinstance(of, Code),
        of.order if isinstance(of, Code) else 0,
        of.name if of else "",
        finding.who.names,
    )
    told = finding.memo, finding.stance, finding.coders
    return first, -last, finding.segments, about, *told
