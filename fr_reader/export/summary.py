"""The summary of notes: who spoke how often and how much, which codes were given how often."""

from __future__ import annotations

from collections.abc import Sequence

from fr_reader.export.evidence import Evidence, Finding, by_first
from fr_reader.export.markdown import cell
from fr_reader.model import Code, Codebook, Speaker

Said = tuple[Evidence, Finding]


def summary(evidence: Sequence[Evidence], codebook: Codebook) -> list[str]:
    """The markdown of the tables, without a heading."""
    said = [(one, finding) for one in evidence for finding in one.spoken]
    lines = [_progress(evidence), ""] if evidence else []
    lines += _articles(evidence) if len(evidence) > 1 else []
    lines += _speakers(said) if said else []
    return lines + _codes(evidence, codebook)


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


def _table(heads: Sequence[str], rows: Sequence[tuple[str, *tuple[int, ...]]]) -> list[str]:
    """A table whose first column is text and whose others are numbers, and an empty line."""
    lines = [f"| {' | '.join(heads)} |", f"| --- |{' ---: |' * (len(heads) - 1)}"]
    lines += [f"| {cell(row[0])} | {' | '.join(map(str, row[1:]))} |" for row in rows]
    return [*lines, ""]


def _articles(evidence: Sequence[Evidence]) -> list[str]:
    return _table(
        ("Article", "Quotations", "With a speaker", "Coded passages", "Memos"),
        [
            (one.article.name, one.found, one.attributed, len(one.coded), len(one.memos))
            for one in evidence
        ],
    )


def _speakers(said: Sequence[Said]) -> list[str]:
    rows = []
    for group in by_first(said, lambda pair: pair[1].of):
        speaker = group[0][1].of
        assert isinstance(speaker, Speaker)
        rows.append((speaker.name, len(group), sum(one.words(finding) for one, finding in group)))
    return _table(("Speaker", "Passages", "Words"), rows)


def _codes(evidence: Sequence[Evidence], codebook: Codebook) -> list[str]:
    given = [finding.of for one in evidence for finding in one.coded]
    removed = {code for code in given if isinstance(code, Code) and not codebook.get(code.id)}
    codes = [*codebook, *removed]
    if not codes:
        return ["The codebook is empty.", ""]
    return _table(("Code", "Passages"), [(code.name, given.count(code)) for code in codes])
