"""The table of quotations: a row for each passage with a speaker."""

from __future__ import annotations

from collections.abc import Iterator

from fr_reader.export.evidence import NO_SPEAKER, Evidence, Finding
from fr_reader.export.gathering import Gathered
from fr_reader.export.passage import stretches
from fr_reader.export.tables.annotations import article_cells
from fr_reader.export.tables.cells import Row
from fr_reader.model import Speaker, hull

COLUMNS = (
    "article",
    "title",
    "authors",
    "publisher",
    "published",
    "url",
    "paragraph",
    "to_paragraph",
    "start",
    "end",
    "kind",
    "speaker",
    "role",
    "affiliation",
    "words",
    "text",
    "codes",
    "coders",
)
"""The heads. `kind` is direct, mixed or indirect as the text has it, empty where the passage is
not one that was found; `codes` are those on any of its words; `coders` those who gave it its
speaker."""


def quotation_rows(gathered: Gathered) -> Iterator[Row]:
    """The rows, article by article in the order of the text; what several coders say is one."""
    for source, evidence in zip(gathered.sources, gathered.evidence, strict=True):
        kinds = {
            quotation.segments: quotation.kind.value for quotation in source.reading.quotations
        }
        for finding in evidence.spoken:
            speaker = finding.of if isinstance(finding.of, Speaker) else NO_SPEAKER
            span = hull(finding.segments)
            first, last = source.reading.paragraph_numbers(span)
            yield {
                **article_cells(source),
                "paragraph": first,
                "to_paragraph": last,
                "start": span.start,
                "end": span.end,
                "kind": kinds.get(finding.segments, ""),
                "speaker": speaker.name,
                "role": speaker.role,
                "affiliation": speaker.affiliation,
                "words": evidence.words(finding),
                "text": "\n".join(stretches(source.reading, finding.segments)),
                "codes": "; ".join(codes_on(evidence, finding)),
                "coders": "; ".join(finding.coders),
            }


def codes_on(evidence: Evidence, finding: Finding) -> list[str]:
    """The names of the codes on any words of a passage, each once, in text order."""
    names = (
        coded.of.name
        for coded in evidence.coded
        if coded.of and any(a.overlaps(b) for a in coded.segments for b in finding.segments)
    )
    return list(dict.fromkeys(names))
