"""Links between selections as what one annotation is to another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from fr_reader.exchange.losses import Losses
from fr_reader.model import Annotation, Link, Relation

_NOT_ONE = "left out: they do not lead from one annotation to another one"


def linked(
    annotations: Sequence[Annotation],
    relations: Iterable[tuple[Relation, str, str]],
    by_selection: Mapping[str, Sequence[str]],
    losses: Losses,
) -> list[Annotation]:
    """The annotations with the links that `relations` tell, each from one selection to another.

    Where a selection has several annotations it is not known which is meant, so the link is told
    as lost.
    """
    known = {one.id: one for one in annotations}
    links: dict[str, set[Link]] = {}
    for relation, *ends in relations:
        found = [known[ids[0]] for end in ends if len(ids := by_selection.get(end, ())) == 1]
        if len(found) != len(ends) or found[0] is found[1]:
            losses.add("links between annotations", _NOT_ONE, relation.value)
            continue
        origin, target = found
        links.setdefault(origin.id, set()).add(Link(relation, target.article, target.id))
    return [
        replace(one, links=tuple(sorted(links[one.id]))) if one.id in links else one
        for one in annotations
    ]
