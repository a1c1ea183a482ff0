"""The summary of notes: who spoke how often and how much, which codes were given how often."""

from __future__ import annotations

from collections.abc import Sequence

from fr_reader.export.amounts import passages, words
from fr_reader.export.document import (
    Block,
    Paragraph,
    Table,
    of_article,
    of_code,
    of_speaker,
)
from fr_reader.export.evidence import Evidence, Finding, by_first
from fr_reader.model import Code, Codebook, Speaker

Said = tuple[Evidence, Finding]


def summary(evidence: Sequence[Evidence], codebook: Codebook) -> list[Block]:
    """The sentence and the tables, without a heading."""
    said = [(one, finding) for one in evidence for finding in one.spoken]
    blocks: list[Block] = [Paragraph((_progress(evidence),))] if evidence else []
    blocks += [_articles(evidence)] if len(evidence) > 1 else []
    blocks += [_speakers(said)] if said else []
    return [*blocks, _codes(evidence, codebook)]


def _progress(evidence: Sequence[Evidence]) -> str:
    """How many of the quotations found have a speaker, as a sentence."""
    found = sum(one.found for one in evidence)
    attributed = sum(one.attributed for one in evidence)
    further = sum(one.further for one in evidence)
    if found:
        noun = "quotation has" if found == 1 else "quotations have"
        sentence = f"{attributed} of {found} {noun} a speaker."
    else:
        sentence = "No quotation was found."
    if further:
        noun = "passage has" if further == 1 else "passages have"
        sentence += f" {further} further {noun} one."
    return sentence


def _articles(evidence: Sequence[Evidence]) -> Table:
    heads = ("Article", "Quotations", "With a speaker", "Coded passages", "Memos")
    return Table(
        heads,
        tuple(
            (
                of_article(one.article),
                one.found,
                one.attributed,
                one.coded_passages,
                len(one.memos),
            )
            for one in evidence
        ),
    )


def _speakers(said: Sequence[Said]) -> Table:
    rows = []
    for group in by_first(said, lambda pair: pair[1].of):
        speaker = group[0][1].of
        assert isinstance(speaker, Speaker)
        rows.append((of_speaker(speaker), passages(group), words(group)))
    return Table(("Speaker", "Passages", "Words"), tuple(rows))


def _codes(evidence: Sequence[Evidence], codebook: Codebook) -> Block:
    given = [of for one in evidence for of, _ in {(f.of, f.segments) for f in one.coded}]
    removed = {code for code in given if isinstance(code, Code) and not codebook.get(code.id)}
    codes = [*codebook, *removed]
    if not codes:
        return Paragraph(("The codebook is empty.",))
    return Table(("Code", "Passages"), tuple((of_code(code), given.count(code)) for code in codes))
