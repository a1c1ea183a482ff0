"""What has been learned of one code, and the suggestions that come of it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from fr_reader.learning.calibration import Curve
from fr_reader.learning.estimate import Estimate, Held, estimate, held_out
from fr_reader.learning.examples import Sentence, Tags, Training
from fr_reader.learning.features import Features
from fr_reader.learning.separating import Separator, separated
from fr_reader.model import Suggestion

RULE = "learned"
"""The rule of suggestions that come of what was learned."""
LEAST_ACCEPTED = 8
"""So many accepted tags, and so many sentences without the code, are needed to learn one."""
LEAST = 0.5
"""The probability from which on a sentence is suggested, unless another one is chosen."""
_TOLD = 3


@dataclass(frozen=True, slots=True)
class Learned:
    """One code as one coder gives it: the weights, the curve that makes probabilities of scores,
    and what became of the examples held out."""

    training: Training
    separator: Separator
    held: Held
    curve: Curve

    @property
    def coder(self) -> str:
        """Who its suggestions come from: the same name where the same was learned."""
        return f"machine:learned@{self.training.hash}"

    def estimate(self, least: float = LEAST) -> Estimate:
        """How far suggestions from this probability on can be trusted."""
        return estimate(self.held, least)

    def probability(self, features: Features) -> float:
        """How likely a sentence with these features has the code."""
        return self.curve.probability(self.separator.score(features))

    def speaking(self, features: Features) -> list[str]:
        """What of a sentence speaks for the code most, the strongest first; words before the
        pairs they are in."""
        weights = self.separator.weights
        ranked = sorted(
            (name for name in features if weights.get(name, 0.0) > 0),
            key=lambda name: (name.startswith("pair "), -weights[name], name),
        )
        return [features[name] for name in ranked[:_TOLD]]

    def suggestions(
        self, found: Iterable[Sentence], tags: Tags, least: float = LEAST
    ) -> Iterator[Suggestion]:
        """The sentences that likely have the code and of which the coder has not said so, in text
        order. Nothing is suggested where no word speaks for it."""
        for sentence in found:
            likely = self.probability(sentence.features)
            if likely < least or tags.settles(sentence.span):
                continue
            speaking = self.speaking(sentence.features)
            if speaking:
                yield Suggestion(
                    (sentence.span,), "", self.training.code, self._reason(speaking), RULE,
                    likely, self.coder,
                )  # fmt: skip

    def _reason(self, speaking: Sequence[str]) -> str:
        told = speaking[0]
        if len(speaking) > 1:
            told = f"{', '.join(speaking[:-1])} and {speaking[-1]}"
        verb = "speaks" if len(speaking) == 1 else "speak"
        tagged = f"learned from {self.training.accepted} passages you tagged"
        return f"{told[:1].upper()}{told[1:]} {verb} for it, {tagged}."


def learn(training: Training, copies: Callable[[str], Hashable] = str) -> Learned:
    """Learn a code from examples. Raises ValueError, saying what is missing, from too few."""
    lacking = missing(training)
    if lacking:
        raise ValueError(lacking)
    held = held_out(training.examples, copies)
    separator = separated([example.labelled for example in training.examples])
    return Learned(training, separator, held, held.curve)


def missing(training: Training) -> str:
    """What is missing to learn a code, as part of a sentence; empty where nothing is."""
    having = sum(example.belongs for example in training.examples)
    if training.accepted < LEAST_ACCEPTED or having < LEAST_ACCEPTED:
        there = min(training.accepted, having)
        more = LEAST_ACCEPTED - there
        noun = "passage" if there == 1 else "passages"
        return f"{there} accepted {noun}, {more} more needed"
    without = len(training.examples) - having
    if without < LEAST_ACCEPTED:
        noun = "sentence" if without == 1 else "sentences"
        more = LEAST_ACCEPTED - without
        return f"{without} {noun} read without it, {more} more needed"
    return ""
