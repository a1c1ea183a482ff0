"""Who coded which articles, and what they said there, ready to be compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from fr_reader.agreement.cases import Said, Saying, ruled, saying
from fr_reader.agreement.labels import Coded, Unit
from fr_reader.export.project import Project
from fr_reader.model import (
    MACHINE,
    Anchor,
    Annotation,
    Annotations,
    Codebook,
    Reading,
    Speakers,
    Status,
    is_adjudicator,
)
from fr_reader.text import paragraphs, read, suggestions

Seen = Callable[[str, Annotations], frozenset[str]]
"""Which coders saw an article, by its id and all annotations in it."""


def who_tagged(article_id: str, annotations: Annotations) -> frozenset[str]:  # noqa: ARG001 - a Seen
    """The coders with at least one annotation in an article, whatever became of it."""
    return frozenset(annotation.coder for annotation in annotations)


def who_saw(done: Mapping[str, frozenset[str]]) -> Seen:
    """The coders who tagged something in an article, and those who say that they are `done`."""

    def seen(article_id: str, annotations: Annotations) -> frozenset[str]:
        return who_tagged(article_id, annotations) | done.get(article_id, frozenset())

    return seen


def coders_of(project: Project, done: Iterable[frozenset[str]] = ()) -> tuple[str, ...]:
    """Everybody who has annotated something in the project, or is among those who are `done` with
    an article, by name; the machine is asked for."""
    found = {a.coder for entry in project.entries() for a in project.annotations(entry.id)}
    return tuple(sorted(found.union(*done)))


def coded_articles(
    project: Project,
    coders: Sequence[str],
    unit: Unit | None,
    articles: Iterable[str] | None = None,
    seen: Seen = who_tagged,
) -> Iterator[Coded]:
    """The articles at least one of `coders` has seen, with what is accepted there.

    The machine has seen every article that anybody has, and says what it proposes. Quotations are
    looked for only where they are the unit, or the machine is asked. An adjudicator, who rules on
    what people differ on alone, says besides what all who saw the article agree on.
    """
    speakers = project.speakers()
    machine, said = MACHINE in coders, saying(project.codebook(), speakers)
    for article_id in articles or [entry.id for entry in project.entries()]:
        annotations = project.annotations(article_id)
        who = seen(article_id, annotations)
        if who.isdisjoint(coders):
            continue
        article = project.article(article_id)
        whole = machine or unit is Unit.QUOTATION
        reading = read(article, speakers) if whole else Reading(article, paragraphs(article.text))
        accepted = tuple(a for a in annotations.accepted() if a.coder in coders)
        accepted = (*accepted, *_agreed(annotations, who, coders, said))
        if machine:
            accepted = (*accepted, *_machine(reading, speakers))
            who |= {MACHINE}
        yield Coded(reading, accepted, who)


def _agreed(
    annotations: Annotations, who: frozenset[str], coders: Sequence[str], said: Saying
) -> Iterator[Annotation]:
    """What all people who saw an article say alike, as each adjudicator's among `coders`."""
    judges = [coder for coder in coders if is_adjudicator(coder) and coder in who]
    people = {coder for coder in who if not is_adjudicator(coder)}
    if not judges or len(people) < 2:
        return
    accepted, rejected = ruled(annotations, said)
    alike: dict[Said, dict[str, Annotation]] = {}
    for each in annotations.accepted():
        if each.coder in people and (each.code or each.speaker):
            alike.setdefault(said(each), {})[each.coder] = each
    for what, by in alike.items():
        if len(by) == len(people) and what not in accepted | rejected:
            one = next(iter(by.values()))
            yield from (replace(one, id=f"{coder} {one.id}", coder=coder) for coder in judges)


def _machine(reading: Reading, speakers: Speakers) -> Iterator[Annotation]:
    """What the machine proposes, as if it stood behind it."""
    article = reading.article
    for number, each in enumerate(suggestions(reading)):
        anchors = tuple(Anchor.at(article, span) for span in each.segments)
        known = speakers.named(each.who) if each.who else None
        who = known.id if known else f"?{each.who}" if each.who else ""
        yield Annotation(
            f"machine-{number}", article.id, anchors, MACHINE, "", "", each.code, who,
            status=Status.ACCEPTED,
        )  # fmt: skip


def code_of(codebook: Codebook) -> Callable[[Annotation], str]:
    """The code an annotation counts for: the one it was merged into where it was."""
    return lambda annotation: codebook.end(annotation.code) if annotation.code else ""


def speaker_of(speakers: Speakers) -> Callable[[Annotation], str]:
    """The speaker an annotation counts for: the one they were merged into where they were."""
    return lambda annotation: speakers.end(annotation.speaker) if annotation.speaker else ""
