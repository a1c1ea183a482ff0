"""Facts: every accepted passage of a project, with all that is counted of it.

What several coders say alike of the same passage is one fact with several coders. Everything that
is shown across articles is made of facts alone, so that a table, its picture and what a cell opens
can never differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from fr_reader.export.evidence import Annotated, Evidence, Finding, gather
from fr_reader.model import Article, Code, Codebook, Link, Span, Speaker, Speakers

GONE_SPEAKER = "?speaker"
GONE_CODE = "?code"
"""Stand for the id of a speaker or a code that an annotation names and the project has not."""

Passage = tuple[str, tuple[Span, ...]]
"""The id of an article, and the segments of a passage in it."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One passage with a code, or with a speaker where `code` is empty: a quotation.

    `speakers` are the ids of those who said all of it: one, or several where coders differ; none
    where nobody is known to have. `words` counts its words, `paragraph` is the ¶ number of its
    beginning, from 1, `position` its beginning as a share of the text, from 0 to 1. `published`
    is as in the metadata. `stance`, `links` and `ids` are those of its annotations.
    """

    article: str
    segments: tuple[Span, ...]
    code: str
    speakers: tuple[str, ...]
    coders: tuple[str, ...]
    words: int
    paragraph: int
    position: float
    exact: tuple[str, ...]
    publisher: str = ""
    published: str = ""
    memo: str = ""
    stance: str = ""
    links: tuple[Link, ...] = ()
    ids: tuple[str, ...] = ()

    @property
    def is_quotation(self) -> bool:
        """Whether it says who speaks, rather than giving a code."""
        return not self.code

    @property
    def passage(self) -> Passage:
        """Where it is."""
        return self.article, self.segments

    @property
    def text(self) -> str:
        """Its words in one line."""
        return " ".join(" ".join(self.exact).split())


def facts(sources: Iterable[Annotated], speakers: Speakers, codebook: Codebook) -> Iterator[Fact]:
    """The facts of articles, in their order and in that of the texts."""
    for source in sources:
        evidence = gather(source, speakers, codebook)
        for finding in (*evidence.spoken, *evidence.coded):
            yield _fact(evidence, finding)


def by_coders(found: Iterable[Fact], coders: Iterable[str]) -> Iterator[Fact]:
    """The facts some of these coders stand behind, as theirs alone."""
    wanted = frozenset(coders)
    for fact in found:
        own = tuple(coder for coder in fact.coders if coder in wanted)
        if own:
            yield replace(fact, coders=own)


def joined(alike: Sequence[Fact]) -> Fact:
    """Facts that say the same of a passage as one, with the coders, links and ids of all."""
    if len(alike) == 1:
        return alike[0]
    return replace(
        alike[0],
        coders=tuple(sorted({coder for fact in alike for coder in fact.coders})),
        links=tuple(sorted({link for fact in alike for link in fact.links})),
        ids=tuple(sorted({own for fact in alike for own in fact.ids})),
    )


def _fact(evidence: Evidence, finding: Finding) -> Fact:
    article, start = evidence.article, finding.segments[0].start
    return Fact(
        article=article.id,
        segments=finding.segments,
        code=_code_id(finding),
        speakers=_speaker_ids(finding),
        coders=finding.coders,
        words=evidence.words(finding),
        paragraph=evidence.reading.paragraph_at(start) + 1,
        position=start / max(1, len(article.text)),
        exact=_exact(article, finding),
        publisher=article.metadata.publisher.strip(),
        published=article.metadata.published.strip(),
        memo=finding.memo,
        stance=finding.stance,
        links=finding.links,
        ids=finding.ids,
    )


def _exact(article: Article, finding: Finding) -> tuple[str, ...]:
    return tuple(span.of(article.text) for span in finding.segments)


def _code_id(finding: Finding) -> str:
    return (finding.of.id or GONE_CODE) if isinstance(finding.of, Code) else ""


def _speaker_ids(finding: Finding) -> tuple[str, ...]:
    """Who said all of a passage; of a quotation, whoever it is given to."""
    if isinstance(finding.of, Speaker):
        return (finding.of.id or GONE_SPEAKER,)
    if not finding.who.wholly:
        return ()
    return tuple(speaker.id or GONE_SPEAKER for speaker in finding.who.speakers)
