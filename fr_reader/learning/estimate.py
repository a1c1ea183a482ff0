"""How far what is learned can be trusted, on examples held out from learning.

The examples are dealt into five parts, whole articles to one part where five or more have the
code, otherwise whole paragraphs; articles that are copies of one another stay together. Each part
is then judged by what is learned from the four others, its probabilities included, so that
nothing is judged by what has seen it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from fr_reader.learning.calibration import Curve, Scored, fitted
from fr_reader.learning.examples import Example
from fr_reader.learning.separating import separated

FOLDS = 5
_ARTICLES = 5
"""With so many articles that have the code, whole articles are held out."""


@dataclass(frozen=True, slots=True)
class Held:
    """What became of examples held out: their scores, and the probabilities these stand for.

    `by` is what was held out whole: `article` or `paragraph`.
    """

    by: str
    scored: tuple[Scored, ...]
    probabilities: tuple[float, ...]

    @property
    def curve(self) -> Curve:
        """From a score to its probability."""
        return fitted(self.scored)


@dataclass(frozen=True, slots=True)
class Estimate:
    """What suggestions from a probability of `least` on come to among the examples held out:
    how many there would be (`suggested`), how many of them have the code (`right`), and how many
    examples have it (`having`)."""

    least: float
    by: str
    suggested: int
    right: int
    having: int

    @property
    def precision(self) -> float | None:
        """How often a suggestion is right, as a share; None where there is none."""
        return self.right / self.suggested if self.suggested else None

    @property
    def recall(self) -> float | None:
        """The share of what has the code that is suggested."""
        return self.right / self.having if self.having else None


def held_out(examples: Sequence[Example], copies: Callable[[str], Hashable] = str) -> Held:
    """Judge each example by what is learned without it.

    `copies` says for an article's id which group of copies it is in.
    """
    by, parts = _parts(examples, copies)
    numbers = sorted(set(parts))
    scores = [0.0] * len(examples)
    for number in numbers:
        rest = [e.labelled for e, part in zip(examples, parts, strict=True) if part != number]
        learned = separated(rest)
        for at, example in enumerate(examples):
            if parts[at] == number:
                scores[at] = learned.score(example.sentence.features)
    scored = tuple((score, e.belongs) for score, e in zip(scores, examples, strict=True))
    curves = {
        number: fitted([one for one, part in zip(scored, parts, strict=True) if part != number])
        for number in numbers
    }
    likely = (
        curves[part].probability(score) for part, (score, _) in zip(parts, scored, strict=True)
    )
    return Held(by, scored, tuple(likely))


def estimate(held: Held, least: float) -> Estimate:
    """What suggestions from this probability on come to."""
    told = [
        belongs
        for p, (_, belongs) in zip(held.probabilities, held.scored, strict=True)
        if p >= least
    ]
    having = sum(belongs for _, belongs in held.scored)
    return Estimate(least, held.by, len(told), sum(told), having)


def _parts(examples: Sequence[Example], copies: Callable[[str], Hashable]) -> tuple[str, list[int]]:
    """What is held out whole, and the number of each example's part, from 0."""
    by_article = [copies(example.sentence.article) for example in examples]
    having = {key for key, e in zip(by_article, examples, strict=True) if e.belongs}
    if len(having) >= _ARTICLES:
        return "article", _dealt(by_article, examples)
    places = [(e.sentence.article, e.sentence.paragraph) for e in examples]
    return "paragraph", _dealt(places, examples)


def _dealt(keys: Sequence[Hashable], examples: Sequence[Example]) -> list[int]:
    """Deal groups out like cards, those with most of the code first, in the order they come."""
    order = {key: at for at, key in enumerate(dict.fromkeys(keys))}
    having = Counter(key for key, e in zip(keys, examples, strict=True) if e.belongs)
    ranked = sorted(order, key=lambda key: (-having[key], order[key]))
    part = {key: at % FOLDS for at, key in enumerate(ranked)}
    return [part[key] for key in keys]
