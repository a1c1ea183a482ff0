"""A project as it stands where somebody has settled what its coders differ on.

What an adjudicator rejected of others counts for nothing there, so that a settled passage counts
once, as it was settled. What coders agree on, and what nobody has settled yet, counts as before.
Nothing is changed: who asks for a coder by name gets what that coder said.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, cast

from fr_reader.agreement.cases import Saying, ruled, saying
from fr_reader.export.project import Project
from fr_reader.model import ADJUDICATED, Annotations, is_adjudicator


def standing(project: Project) -> Project:
    """`project` without what adjudicators rejected of what others said."""
    return cast(Project, _Standing(project))


class _Standing:
    """A project that leaves out; for everything else the one it is made of is asked."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def __getattr__(self, name: str) -> Any:
        return getattr(self._project, name)

    @cached_property
    def _said(self) -> Saying:
        return saying(self._project.codebook(), self._project.speakers())

    def annotations(self, article_id: str) -> Annotations:
        """The annotations of an article that stand."""
        return those_standing(self._project.annotations(article_id), lambda: self._said)


def those_standing(found: Annotations, said: Callable[[], Saying]) -> Annotations:
    """Those of an article's annotations that no adjudicator overruled; `said` gives a `Saying`."""
    if not any(is_adjudicator(each.coder) for each in found):
        return found
    _, rejected = ruled(found, said())
    if not rejected:
        return found
    return found.where(lambda each: is_adjudicator(each.coder) or said()(each) not in rejected)


def people(coders: Sequence[str]) -> tuple[str, ...]:
    """Those of the coders who are no adjudicators: whom to compare where nobody is named."""
    return tuple(coder for coder in coders if not is_adjudicator(coder))


def named_so(name: str, there: Sequence[str]) -> tuple[str, ...]:
    """The coders a name asks for: `adjudicated` all adjudicators, where nobody is called so."""
    judges = tuple(coder for coder in there if is_adjudicator(coder))
    return judges if name == ADJUDICATED and name not in there and judges else (name,)
