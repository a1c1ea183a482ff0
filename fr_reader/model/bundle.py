"""Bundles: a project, or a part of one, on its way between fr-reader and other programs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fr_reader.model.annotation import Annotation
from fr_reader.model.article import Article
from fr_reader.model.codebook import Codebook
from fr_reader.model.speaker import Speakers


@dataclass(frozen=True, slots=True)
class Bundle:
    """Everything that is known of some articles, held at once.

    `annotations` are those of all coders, each of an article in `articles`; the codes and speakers
    they name are in `codebook` and `speakers`.
    """

    name: str
    articles: tuple[Article, ...]
    codebook: Codebook
    speakers: Speakers
    annotations: tuple[Annotation, ...]

    def of(self, article_id: str) -> tuple[Annotation, ...]:
        """The annotations of one article, in the order they have here."""
        return tuple(each for each in self.annotations if each.article == article_id)


@dataclass(frozen=True, slots=True)
class Loss:
    """What could not be carried over: how many things of one kind, and what became of them.

    `what` names the things, as in "pictures"; `why` says in a sentence what became of them and
    why; `examples` are a few of their names.
    """

    what: str
    count: int
    why: str
    examples: tuple[str, ...] = ()


def lost(losses: Iterable[Loss]) -> list[str]:
    """A line for each loss, for people; nothing where there was none.

    The number stands behind the kind, which is in the plural: "texts (1: a.txt): left out".
    """
    return [f"{loss.what} ({_number(loss)}): {loss.why}" for loss in losses]


def _number(loss: Loss) -> str:
    """How many were lost, and those of them whose names are known."""
    if not loss.examples:
        return f"{loss.count:,}"
    all_named = len(loss.examples) == loss.count
    return f"{loss.count:,}{':' if all_named else ', such as'} {', '.join(loss.examples)}"
