"""Notes on one speaker or one code over all articles, and the indexes of notes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from fr_reader.export.amounts import passages
from fr_reader.export.article_notes import OWN, coded, several_coders, spoken
from fr_reader.export.document import (
    Block,
    Bullets,
    Heading,
    Keep,
    Note,
    Paragraph,
    Ref,
    Value,
    of_article,
    of_code,
    of_speaker,
    once,
)
from fr_reader.export.evidence import Evidence, Finding
from fr_reader.export.keys import note_key
from fr_reader.export.markdown import block, field, guarded
from fr_reader.export.naming import INDEXES
from fr_reader.model import Code, Speaker

Show = Callable[[Evidence, Finding], Iterator[Block]]


def speaker_note(speaker: Speaker, evidence: Sequence[Evidence]) -> Note:
    """Everything one speaker says, article by article."""
    known: list[tuple[str, Value]] = [
        (key, value)
        for key, value in (
            ("role", speaker.role),
            ("affiliation", speaker.affiliation),
            ("also", speaker.aliases),
        )
        if value
    ]
    about = ", ".join(field(part) for part in (speaker.role, speaker.affiliation) if part)
    head = [Paragraph((guarded(about),))] if about else []
    coders = several_coders(evidence)

    def show(one: Evidence, finding: Finding) -> Iterator[Block]:
        return spoken(one, finding, coders)

    found = _found(evidence, lambda one: one.spoken, speaker)
    return _note(of_speaker(speaker), known, head, found, show)


def code_note(code: Code, evidence: Sequence[Evidence]) -> Note:
    """Every passage with one code, article by article."""
    text = "\n".join(block(code.definition))
    head = [Paragraph((text,))] if text else []
    coders = several_coders(evidence)

    def show(one: Evidence, finding: Finding) -> Iterator[Block]:
        return coded(one, finding, coders, sourced=True)

    return _note(of_code(code), [], head, _found(evidence, lambda one: one.coded, code), show)


def index_note(kind: str, refs: Sequence[Ref]) -> Note:
    """The list of the notes of one kind, in the order given."""
    title = INDEXES[kind].capitalize()
    key = note_key("index", kind)
    items = Bullets(tuple((ref,) for ref in refs)) if refs else Paragraph(("There are none yet.",))
    blocks = (Heading(1, (title,)), Keep(key, OWN), items)
    return Note("index", key, title, (("title", title), ("notes", len(refs))), blocks)


def _found(
    evidence: Sequence[Evidence],
    findings: Callable[[Evidence], tuple[Finding, ...]],
    of: Speaker | Code,
) -> list[tuple[Evidence, list[Finding]]]:
    pairs = ((one, [f for f in findings(one) if f.of and f.of.id == of.id]) for one in evidence)
    return [(one, found) for one, found in pairs if found]


def _note(
    ref: Ref,
    known: Sequence[tuple[str, Value]],
    head: Sequence[Block],
    found: Sequence[tuple[Evidence, list[Finding]]],
    show: Show,
) -> Note:
    key = note_key(ref.kind, ref.id)
    blocks: list[Block] = [Heading(1, (field(ref.name),)), Keep(key, OWN), *head]
    for one, findings in found:
        blocks.append(Heading(2, (of_article(one.article),)))
        for finding in findings:
            blocks += show(one, finding)
    if not found:
        blocks.append(Paragraph(("There is no passage yet.",)))
    properties: tuple[tuple[str, Value], ...] = (
        ("title", ref.name),
        *known,
        ("articles", tuple(of_article(one.article) for one, _ in found)),
        ("passages", passages((one, finding) for one, found_in in found for finding in found_in)),
    )
    return Note(ref.kind, key, ref.name, properties, once(blocks), ref)
