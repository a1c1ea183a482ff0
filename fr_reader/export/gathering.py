"""The evidence of a whole project, for everything that counts or lists it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from fr_reader.export.evidence import Annotated, Evidence, gather
from fr_reader.export.project import Project
from fr_reader.model import Annotations, Codebook, Speakers, Status
from fr_reader.text import read


@dataclass(frozen=True, slots=True)
class Gathered:
    """Articles with all that was said of them, and the evidence that counts, article by article."""

    sources: tuple[Annotated, ...]
    evidence: tuple[Evidence, ...]
    speakers: Speakers
    codebook: Codebook


def gathered(
    project: Project, article_ids: Sequence[str] | None = None, *, suggested: bool = False
) -> Gathered:
    """The evidence of these articles of `project`, or of all, in the order added.

    Accepted annotations count, and with `suggested` those that wait for a decision as well;
    rejected ones and conflicts never do. Raises what the project raises.
    """
    ids = [entry.id for entry in project.entries()] if article_ids is None else article_ids
    speakers, codebook = project.speakers(), project.codebook()
    sources = tuple(
        Annotated(read(project.article(article_id), speakers), project.annotations(article_id))
        for article_id in ids
    )
    evidence = (
        gather(Annotated(s.reading, _counting(s.annotations, suggested)), speakers, codebook)
        for s in sources
    )
    return Gathered(sources, tuple(evidence), speakers, codebook)


def _counting(annotations: Annotations, suggested: bool) -> Annotations:
    if not suggested:
        return annotations.accepted()
    counting = (Status.ACCEPTED, Status.SUGGESTED)
    return Annotations(
        tuple(replace(a, status=Status.ACCEPTED) for a in annotations if a.status in counting)
    )
