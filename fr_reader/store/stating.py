"""Statements at the desk: the stance to a claim or a concern, and what one is to another."""

from __future__ import annotations

from dataclasses import replace

from fr_reader.model import (
    STANCES,
    Act,
    Annotation,
    Change,
    Link,
    Relation,
    Stance,
    kind_of,
)
from fr_reader.store.workplace import Workplace


class Stating(Workplace):
    """What one coder says of the claims and concerns of one article."""

    def take_stance(self, annotation: Annotation, stance: Stance) -> Annotation | None:
        """Say how the speaker stands to what is tagged; None where that is said already.

        Raises ValueError where the tag's code has no such stance: those of a claim are not those
        of a concern, and no other code has any.
        """
        if stance not in STANCES.get(kind_of(self.codebook, annotation.code), ()):
            raise ValueError(f"this tag has no stance {stance.value!r}")
        if stance == annotation.stance:
            return None
        title = f"stance {stance.value}"
        return self._changed(title, annotation, replace(annotation, stance=stance.value))

    def link(self, annotation: Annotation, relation: Relation, to: Annotation) -> Annotation | None:
        """Say that one statement supports, rebuts or repeats another; None where it does already.

        What was said of the two before goes: one statement is one thing to another.
        Raises ValueError where both are the same.
        """
        if to.id == annotation.id:
            raise ValueError("a statement cannot be linked to itself")
        made = Link(relation, to.article, to.id)
        if made in annotation.links:
            return None
        others = (link for link in annotation.links if link.to != to.id)
        links = tuple(sorted((*others, made)))
        return self._changed(relation.value, annotation, replace(annotation, links=links))

    def unlink(self, annotation: Annotation, link: Link) -> Annotation | None:
        """Take a link away again; None where it is not there."""
        if link not in annotation.links:
            return None
        links = tuple(one for one in annotation.links if one != link)
        title = f"remove {link.relation.value}"
        return self._changed(title, annotation, replace(annotation, links=links))

    def _changed(self, title: str, before: Annotation, after: Annotation) -> Annotation:
        after = replace(after, modified=self._clock())
        self._do(Act(title, (Change(before, after),)))
        return after
