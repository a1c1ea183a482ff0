"""The learner: the codes of one coder in one project, learned when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from fr_reader.export.project import Project
from fr_reader.learning.examples import (
    Example,
    Sentence,
    Tags,
    Training,
    examples_in,
    own,
    sentences_of,
)
from fr_reader.learning.learned import Learned, learn
from fr_reader.model import Annotations, Article, Suggestion
from fr_reader.text.wire import NearCopies, Signature


@dataclass
class Learner:
    """Learns what `coder` gives codes to in `project`.

    Sentences are kept from one time to the next, since taking an article apart is what takes
    time; tags are looked at anew each time. Raises what the project raises.
    """

    project: Project
    coder: str
    _sentences: dict[tuple[str, str], tuple[Sentence, ...]] = field(default_factory=dict)
    _signatures: dict[str, Signature] = field(default_factory=dict)
    _learned: dict[str, Learned] = field(default_factory=dict)

    def training(self, code: str) -> Training:
        """The examples of a code: whatever was merged with it counts."""
        end = self.project.codebook().end
        examples: list[Example] = []
        accepted = rejected = 0
        for entry in sorted(self.project.entries(), key=lambda each: each.id):
            tags = Tags(own(self.project.annotations(entry.id), self.coder), code, end)
            if tags.last < 0:
                continue
            accepted += len(tags.given)
            rejected += len(tags.refused)
            examples += examples_in(self.sentences(self.project.article(entry.id)), tags)
        return Training(end(code), tuple(examples), accepted, rejected)

    def learned(self, code: str) -> Learned:
        """What there is to learn of a code. Raises ValueError, saying what is missing, where the
        coder has decided too little."""
        training = self.training(code)
        known = self._learned.get(training.hash)
        if known is None:
            known = learn(training, self._group(training))
            self._learned = {k: v for k, v in self._learned.items() if v.training.code != code}
            self._learned[training.hash] = known
        return known

    def trained(self, wanted: Mapping[str, float]) -> list[tuple[Learned, float]]:
        """What there is to learn of these codes, each with the probability it is suggested from.

        A code of which there is too little is left out, and so is one that is no longer there.
        """
        book = self.project.codebook()
        ends = {book.end(code): least for code, least in wanted.items()}
        found = []
        for code, least in ends.items():
            if book.get(code) is not None:
                with suppress(ValueError):
                    found.append((self.learned(code), least))
        return found

    def suggestions(
        self,
        article: Article,
        annotations: Annotations,
        trained: Iterable[tuple[Learned, float]],
    ) -> list[Suggestion]:
        """What is suggested in an article, in text order; `annotations` are all that are in it."""
        found: list[Suggestion] = []
        here = own(annotations, self.coder)
        end = self.project.codebook().end
        for learned, least in trained:
            tags = Tags(here, learned.training.code, end)
            found += learned.suggestions(self.sentences(article), tags, least)
        return sorted(found, key=lambda s: (s.span.start, -s.span.end, s.code))

    def sentences(self, article: Article) -> tuple[Sentence, ...]:
        """The sentences of an article with their features, in text order."""
        key = article.id, article.sha256
        if key not in self._sentences:
            self._sentences[key] = sentences_of(article)
        return self._sentences[key]

    def _group(self, training: Training) -> Callable[[str], str]:
        """For the id of an article the first of the articles it is a copy of, or it itself."""
        near: NearCopies[str] = NearCopies()
        for article_id in dict.fromkeys(e.sentence.article for e in training.examples):
            if article_id not in self._signatures:
                text = self.project.article(article_id).text
                self._signatures[article_id] = Signature.of(text)
            near.put(article_id, self._signatures[article_id])
        first = {own_id: group[0] for group in near.groups() for own_id in group}
        return lambda article_id: first.get(article_id, article_id)
