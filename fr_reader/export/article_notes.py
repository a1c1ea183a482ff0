"""Whole notes in markdown: what was found in which article, to read, to cite and to keep.

The shape: front matter, a summary, then the quotations speaker by speaker, the passages code by
code, and the memos as they were written, each with the first words of its passage. With several
articles each has a section of its own, in the order they have in the project. The same
annotations always give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fr_reader.export.citation import cite, place, quotation
from fr_reader.export.evidence import Annotated, Evidence, Finding, by_first, gather
from fr_reader.export.front_matter import front_matter
from fr_reader.export.markdown import block, field, guarded, series
from fr_reader.export.memos import first_words, memo_item
from fr_reader.export.summary import summary
from fr_reader.model import Code, Codebook, Speaker, Speakers


def notes(sources: Sequence[Annotated], speakers: Speakers, codebook: Codebook) -> str:
    """The notes on `sources`, in their order. Only accepted annotations are in them."""
    evidence = [gather(source, speakers, codebook) for source in sources]
    voices = {finding.of for one in evidence for finding in one.spoken}
    title = _title(evidence)
    lines = [
        *front_matter(title, evidence, len(voices)),
        "",
        f"# {field(title)}",
        "",
        "## Summary",
        "",
        *summary(evidence, codebook),
        *_sections(evidence),
    ]
    return "\n".join(lines).rstrip("\n") + "\n"


def _title(evidence: Sequence[Evidence]) -> str:
    if len(evidence) == 1:
        return f"Notes on “{evidence[0].article.name}”"
    return f"Notes on {len(evidence)} articles" if evidence else "Notes"


def _sections(evidence: Sequence[Evidence]) -> Iterator[str]:
    if not evidence:
        yield "There is no article in this project yet."
    coders = {coder for one in evidence for coder in _coders(one)}
    if len(evidence) == 1:
        yield from _Chapter(evidence[0], "##", len(coders) > 1).lines()
        return
    for one in evidence:
        if one:
            yield from (f"## {field(one.article.name)}", "")
            yield from _Chapter(one, "###", len(coders) > 1).lines()
    bare = [one for one in evidence if not one]
    if bare:
        yield from ("## Articles without annotations", "")
        yield from (f"- {guarded(field(one.article.name))}" for one in bare)


def _coders(one: Evidence) -> set[str]:
    findings = (*one.spoken, *one.coded, *one.memos)
    return {coder for finding in findings for coder in finding.coders}


class _Chapter:
    """The sections on one article; `level` is the mark of their headings."""

    def __init__(self, evidence: Evidence, level: str, coders: bool) -> None:
        self.evidence = evidence
        self.level = level
        self.coders = coders

    def lines(self) -> Iterator[str]:
        """The lines of all sections."""
        yield from (f"{self.level} Quotations", "")
        yield from self._quotations()
        yield from (f"{self.level} Codes", "")
        yield from self._codes()
        yield from (f"{self.level} Memos", "")
        yield from self._memos()

    def _quotations(self) -> Iterator[str]:
        if not self.evidence.spoken:
            yield from ("No quotation has a speaker yet.", "")
        for group in by_first(self.evidence.spoken, lambda finding: finding.of):
            speaker = group[0].of
            assert isinstance(speaker, Speaker)
            yield from (f"{self.level}# {field(speaker.name) or 'Somebody'}", "")
            about = ", ".join(field(part) for part in (speaker.role, speaker.affiliation) if part)
            yield from (guarded(about), "") if about else ()
            for finding in group:
                cited = cite(self.evidence.reading, finding.segments, speaker.name)
                yield from (cited + self._coded_by(finding), "")

    def _codes(self) -> Iterator[str]:
        if not self.evidence.coded:
            yield from ("No passage has a code yet.", "")
        coded = sorted(self.evidence.coded, key=_code_order)
        for group in by_first(coded, lambda finding: finding.of):
            code = group[0].of
            assert isinstance(code, Code)
            yield from (f"{self.level}# {field(code.name) or 'A code without a name'}", "")
            yield from (*block(code.definition), "") if code.definition.strip() else ()
            for finding in group:
                yield from (self._passage(finding, [_who(finding)]), "")

    def _memos(self) -> Iterator[str]:
        if not self.evidence.memos:
            yield from ("There are no memos yet.", "")
        for finding in self.evidence.memos:
            parts = [
                place(self.evidence.reading, finding.segments),
                first_words(self.evidence.reading, finding.segments),
                _who(finding),
                field(finding.of.name) if isinstance(finding.of, Code) else "",
            ]
            about = ", ".join(filter(None, parts)) + self._coded_by(finding)
            yield from (*memo_item(about, finding.memo), "")

    def _passage(self, finding: Finding, parts: list[str]) -> str:
        after = self._coded_by(finding)
        return quotation(self.evidence.reading, finding.segments, parts, after)

    def _coded_by(self, finding: Finding) -> str:
        return f" (coded by {', '.join(map(field, finding.coders))})" if self.coders else ""


def _who(finding: Finding) -> str:
    """Who said a passage; never a name for words that are not theirs."""
    names = [field(name) or "Somebody" for name in finding.who.names]
    if finding.who.wholly:
        return series(names, "or")
    return series([f"partly {name}" for name in names]) or "no speaker marked"


def _code_order(finding: Finding) -> tuple[int, str, str]:
    assert isinstance(finding.of, Code)
    return finding.of.order, finding.of.name.casefold(), finding.of.name
