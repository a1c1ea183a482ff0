"""Notes on articles: what was found in which, to read, to cite and to keep.

The shape: properties, a summary, then the quotations speaker by speaker, the passages code by
code, and the memos as they were written, each with the first words of its passage. With several
articles each has a section of its own, in the order they have in the project. The same
annotations always give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fr_reader.export.citation import cite, place, quotation
from fr_reader.export.document import (
    Block,
    Bullets,
    Heading,
    Inline,
    Keep,
    Memo,
    Note,
    Paragraph,
    Passage,
    Ref,
    of_article,
    of_code,
    of_speaker,
    once,
)
from fr_reader.export.evidence import Annotated, Evidence, Finding, by_first, gather
from fr_reader.export.front_matter import article_properties
from fr_reader.export.keys import finding_key, finding_label, note_key
from fr_reader.export.markdown import block, field, guarded, series
from fr_reader.export.memos import first_words
from fr_reader.export.profiles import DEFAULT, Shelf, profile
from fr_reader.export.summary import summary
from fr_reader.model import Code, Codebook, Speaker, Speakers

OWN = "your own notes stay here"
"""The label of the region for a whole note."""


def notes(sources: Sequence[Annotated], speakers: Speakers, codebook: Codebook) -> str:
    """The notes on `sources`, in their order, with nothing in them that is the user's to write.

    Only accepted annotations are in them.
    """
    evidence = [gather(source, speakers, codebook) for source in sources]
    note = project_note(evidence, codebook).without_keeps()
    return profile(DEFAULT).render(note, Shelf())


def project_note(evidence: Sequence[Evidence], codebook: Codebook) -> Note:
    """One note on all articles of `evidence`, in their order."""
    key = note_key("article", evidence[0].article.id) if len(evidence) == 1 else note_key("project")
    return _note("notes", key, _title(evidence), evidence, codebook)


def article_note(one: Evidence, codebook: Codebook) -> Note:
    """The note on one article."""
    ref = of_article(one.article)
    return _note("article", note_key("article", ref.id), _title([one]), [one], codebook, ref)


def _note(
    kind: str,
    key: str,
    title: str,
    evidence: Sequence[Evidence],
    codebook: Codebook,
    ref: Ref | None = None,
) -> Note:
    blocks = [
        Heading(1, (field(title),)),
        Keep(key, OWN),
        Heading(2, ("Summary",)),
        *summary(evidence, codebook),
        *_sections(evidence),
    ]
    properties = article_properties(title, evidence)
    return Note(kind, key, title, properties, once(blocks), ref)


def _title(evidence: Sequence[Evidence]) -> str:
    if len(evidence) == 1:
        return f"Notes on “{evidence[0].article.name}”"
    return f"Notes on {len(evidence)} articles" if evidence else "Notes"


def _sections(evidence: Sequence[Evidence]) -> Iterator[Block]:
    if not evidence:
        yield Paragraph(("There is no article in this project yet.",))
    several = several_coders(evidence)
    if len(evidence) == 1:
        yield from _Chapter(evidence[0], 2, several).blocks()
        return
    for one in evidence:
        if one:
            yield Heading(2, (of_article(one.article),))
            yield from _Chapter(one, 3, several).blocks()
    bare = [one for one in evidence if not one]
    if bare:
        yield Heading(2, ("Articles without annotations",))
        yield Bullets(tuple((of_article(one.article),) for one in bare))


def several_coders(evidence: Sequence[Evidence]) -> bool:
    """Whether more than one coder made the findings, so that they are to be named."""
    every = (f for one in evidence for f in (*one.spoken, *one.coded, *one.memos))
    return len({coder for finding in every for coder in finding.coders}) > 1


class _Chapter:
    """The sections on one article; `level` is that of their headings."""

    def __init__(self, evidence: Evidence, level: int, coders: bool) -> None:
        self.evidence = evidence
        self.level = level
        self.coders = coders

    def blocks(self) -> Iterator[Block]:
        """The blocks of all sections."""
        yield Heading(self.level, ("Quotations",))
        yield from self._quotations()
        yield Heading(self.level, ("Codes",))
        yield from self._codes()
        yield Heading(self.level, ("Memos",))
        yield from self._memos()

    def _quotations(self) -> Iterator[Block]:
        if not self.evidence.spoken:
            yield Paragraph(("No quotation has a speaker yet.",))
        for group in by_first(self.evidence.spoken, lambda finding: finding.of):
            speaker = group[0].of
            assert isinstance(speaker, Speaker)
            yield Heading(self.level + 1, (of_speaker(speaker),))
            about = ", ".join(field(part) for part in (speaker.role, speaker.affiliation) if part)
            if about:
                yield Paragraph((guarded(about),))
            for finding in group:
                yield from spoken(self.evidence, finding, self.coders)

    def _codes(self) -> Iterator[Block]:
        if not self.evidence.coded:
            yield Paragraph(("No passage has a code yet.",))
        codes = sorted(self.evidence.coded, key=_code_order)
        for group in by_first(codes, lambda finding: finding.of):
            code = group[0].of
            assert isinstance(code, Code)
            yield Heading(self.level + 1, (of_code(code),))
            if code.definition.strip():
                yield Paragraph(("\n".join(block(code.definition)),))
            for finding in group:
                yield from coded(self.evidence, finding, self.coders)

    def _memos(self) -> Iterator[Block]:
        if not self.evidence.memos:
            yield Paragraph(("There are no memos yet.",))
        for finding in self.evidence.memos:
            parts = [
                place(self.evidence.reading, finding.segments),
                first_words(self.evidence.reading, finding.segments),
                _who(finding),
                field(finding.of.name) if isinstance(finding.of, Code) else "",
            ]
            about = ", ".join(filter(None, parts)) + _coded_by(finding, self.coders)
            yield Memo(about, finding.memo)
            if finding.of is None:
                yield _keep(self.evidence, finding)


def spoken(one: Evidence, finding: Finding, coders: bool) -> Iterator[Block]:
    """A quotation with its citation, and the place for notes on it."""
    speaker = finding.of
    assert isinstance(speaker, Speaker)
    cited = cite(one.reading, finding.segments, speaker.name) + _coded_by(finding, coders)
    facts: tuple[tuple[str, Inline], ...] = (("speaker", (of_speaker(speaker),)),)
    yield _passage(one, finding, cited, facts)
    yield _keep(one, finding)


def coded(
    one: Evidence, finding: Finding, coders: bool, *, sourced: bool = False
) -> Iterator[Block]:
    """A passage with a code, and the place for notes on it; `sourced` cites the article as well."""
    code = finding.of
    assert isinstance(code, Code)
    after = _coded_by(finding, coders)
    if sourced:
        cited = cite(one.reading, finding.segments, _names(finding)) + after
    else:
        cited = quotation(one.reading, finding.segments, [_who(finding)], after)
    facts: tuple[tuple[str, Inline], ...] = (("code", (of_code(code),)),)
    if finding.who.speakers:
        refs = (of_speaker(speaker) for speaker in finding.who.speakers)
        facts += (("speaker", joined(refs)),)
    yield _passage(one, finding, cited, facts)
    yield _keep(one, finding)


def joined(refs: Iterator[Ref]) -> Inline:
    """References with commas between them."""
    parts: list[str | Ref] = []
    for ref in refs:
        parts += [", ", ref] if parts else [ref]
    return tuple(parts)


def _passage(
    one: Evidence, finding: Finding, cited: str, facts: tuple[tuple[str, Inline], ...]
) -> Passage:
    facts += (
        ("article", (of_article(one.article),)),
        ("paragraph", (place(one.reading, finding.segments),)),
    )
    return Passage(finding_key(one.reading, finding), cited, facts)


def _keep(one: Evidence, finding: Finding) -> Keep:
    return Keep(finding_key(one.reading, finding), finding_label(one.reading, finding), inner=True)


def _coded_by(finding: Finding, coders: bool) -> str:
    return f" (coded by {', '.join(map(field, finding.coders))})" if coders else ""


def _names(finding: Finding) -> str:
    """Who said a passage, as plain text, where all of it is theirs."""
    return series(list(finding.who.names), "or") if finding.who.wholly else ""


def _who(finding: Finding) -> str:
    """Who said a passage; never a name for words that are not theirs."""
    names = [field(name) or "Somebody" for name in finding.who.names]
    if finding.who.wholly:
        return series(names, "or")
    return series([f"partly {name}" for name in names]) or "no speaker marked"


def _code_order(finding: Finding) -> tuple[int, str, str]:
    assert isinstance(finding.of, Code)
    return finding.of.order, finding.of.name.casefold(), finding.of.name
