"""A comparison: coders, what they are compared on, and in which articles."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from fr_reader.agreement.comparing import ALL, Agreement, agreement, disagreements, unitizing
from fr_reader.agreement.labels import Coded, Labelled, Unit, labelled
from fr_reader.export.project import Project
from fr_reader.model import Annotation
from fr_reader.overview.agreeing import agreement_sheet, disagreement_sheet
from fr_reader.overview.coding import (
    Seen,
    code_of,
    coded_articles,
    speaker_of,
    who_tagged,
)
from fr_reader.overview.sheet import Sheet

PASSAGE = "passage"
"""Stands for alpha for unitizing, where a kind of unit is asked for."""
UNITS = (*(unit.value for unit in Unit), PASSAGE)
SPEAKERS, CODES = "speakers", "codes"


@dataclass(frozen=True)
class Comparison:
    """These coders of a project, compared on `CODES` or `SPEAKERS` in `articles`, or in all.

    Raises ValueError for fewer than two coders, and what the project raises.
    """

    project: Project
    coders: tuple[str, ...]
    what: str = CODES
    articles: tuple[str, ...] = ()
    seen: Seen = who_tagged

    @cached_property
    def names(self) -> dict[str, str]:
        """The names of the codes, or speakers, by id."""
        if self.what == CODES:
            return {code.id: code.name for code in self.project.codebook()}
        return {speaker.id: speaker.name for speaker in self.project.speakers()}

    @cached_property
    def body(self) -> Callable[[Annotation], str]:
        """What an annotation counts for."""
        if self.what == CODES:
            return code_of(self.project.codebook())
        return speaker_of(self.project.speakers())

    @cached_property
    def coded(self) -> tuple[Coded, ...]:
        """The articles compared, with what the coders accepted there."""
        of = (self.project, self.coders, Unit.QUOTATION, self.articles, self.seen)
        return tuple(coded_articles(*of))

    @cached_property
    def used(self) -> tuple[str, ...]:
        """The ids compared, in the order of the codebook or of the speakers' names."""
        used = {self.body(a) for coded in self.coded for a in coded.annotations} - {""}
        known = [one for one in self.names if one in used]
        return (*known, *sorted(used.difference(known)))

    def measured(self, unit: str) -> Agreement:
        """The figures over one kind of unit."""
        if unit == PASSAGE:
            return unitizing(self.coded, self.coders, self.used, self.body)
        return agreement(self.coded, self.coders, self.used, Unit(unit), self.body)

    def figures(self, unit: str) -> Sheet:
        """The figures over one kind of unit as a sheet."""
        return agreement_sheet(self.measured(unit), self.names)

    def differing(self, unit: str, one: str = ALL) -> list[Labelled]:
        """The units coders who saw them differ on, on one code or on any, in text order."""
        kind = Unit.CHARACTER if unit == PASSAGE else Unit(unit)
        found = (labelled(coded, self.coders, kind, self.body) for coded in self.coded)
        return disagreements([each for some in found for each in some], one)

    def differences(self, unit: str, one: str = ALL) -> Sheet:
        """The units coders differ on, on one code or speaker or on any, as a sheet."""
        texts = {coded.reading.article.id: coded.reading.article.text for coded in self.coded}

        def words(each: Labelled) -> str:
            parts = (span.of(texts[each.article]) for span in each.segments)
            return " ".join(" … ".join(parts).split())

        return disagreement_sheet(self.differing(unit, one), self.coders, self.names, words)
