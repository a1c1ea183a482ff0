"""Annotations out of selections: codes, speakers and memos on passages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from typing import TYPE_CHECKING

from fr_reader.exchange.losses import Losses
from fr_reader.exchange.refi.guids import guid_of, id_of, plain_guid
from fr_reader.exchange.refi.notes_in import Notes
from fr_reader.exchange.refi.people_in import NOBODY
from fr_reader.exchange.refi.selections_in import Selection
from fr_reader.exchange.refi.xml_in import child, children, described
from fr_reader.model import Anchor, Annotation, Article, Span

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_SOME_TIME = "1970-01-01T00:00:00.000000+00:00"


@dataclass(frozen=True, slots=True)
class Known:
    """What selections refer to, by GUID: codes and coders, speakers, and speakers by selection,
    memos, and the selection that continues another one."""

    codes: Mapping[str, str]
    coders: Mapping[str, str]
    speakers: Mapping[str, str]
    said: Mapping[str, Sequence[str]]
    notes: Notes
    continued: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Body:
    """What is said of a passage: a code, a speaker or neither, and by which user."""

    kind: str
    id: str
    user: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """A selection that has a body, the element that gives it, and the GUID that element has."""

    selection: Selection
    element: Element
    guid: str


class Reader:
    """Makes the annotations of a project, each with an id of its own.

    `by_selection` has the ids of those made of each selection, by its GUID.
    """

    def __init__(self, known: Known, losses: Losses) -> None:
        self._known, self._losses = known, losses
        self.by_selection: dict[str, list[str]] = {}
        self._ids = dict.fromkeys((*known.codes.values(), *known.speakers.values()), 1)

    def of_text(
        self, article: Article, wholes: Sequence[Element], selections: Sequence[Selection]
    ) -> Iterator[Annotation]:
        """The annotations of one text, from its selections and from what is said of all of it."""
        by_guid = {one.guid: one for one in selections}
        after = {
            one.guid: self._known.continued[one.guid]
            for one in selections
            if self._known.continued.get(one.guid) in by_guid
        }
        later, reached = set(after.values()), set[str]()
        circles = (one for one in selections if one.guid in later and one.guid not in reached)
        for one in chain((one for one in selections if one.guid not in later), circles):
            passage = _passage(one, by_guid, after)
            reached.update(part.guid for part in passage)
            yield from self._of_passage(article, passage)
        yield from self._of_whole(article, wholes)

    def _of_passage(self, article: Article, passage: Sequence[Selection]) -> Iterator[Annotation]:
        bodies: dict[Body, list[Part]] = {}
        for one in passage:
            for body, part in self._bodies(one):
                bodies.setdefault(body, []).append(part)
        memos = {
            one.guid: self._known.notes.of(one.element, described(one.element))
            for one in {one.guid: one for one in passage}.values()
        }
        for body, parts in bodies.items():
            said = [
                text
                for part in parts
                for text in (
                    memos.pop(part.selection.guid, ""),
                    self._known.notes.of(part.element)
                    if part.element is not part.selection.element
                    else "",
                )
                if text
            ]
            spans = _apart([part.selection.span for part in parts])
            if body.kind or said:
                first, memo = parts[0], "\n\n".join(said)
                outer = first.selection.element
                made = self._made(article, spans, first.element, outer, first.guid, body, memo)
                for part in parts:
                    self.by_selection.setdefault(part.selection.guid, []).append(made.id)
                yield made
            elif not any(True for part in parts for _ in children(part.element, "Coding")):
                why = "left out: they have neither code nor memo, and belong to no case"
                self._losses.add("selections that say nothing", why, spans[0].of(article.text))

    def _bodies(self, one: Selection) -> Iterator[tuple[Body, Part]]:
        """What is said of one selection; nothing but itself where that is nothing."""
        met: dict[tuple[str, str, str], int] = {}

        def put(kind: str, own: str, user: str) -> Body:
            number = met[kind, own, user] = met.get((kind, own, user), -1) + 1
            return Body(kind, own, user, number)

        spoken: set[str] = set()
        for coding in children(one.element, "Coding"):
            kind, own = self._meant(coding)
            if kind:
                spoken |= {own} if kind == "speaker" else set()
                body = put(kind, own, _user(coding, one.element))
                yield body, Part(one, coding, coding.get("guid", "") or one.guid)
        speakers = [each for each in self._known.said.get(one.guid, ()) if each not in spoken]
        alone = len(speakers) == 1 and not met
        for speaker in speakers:
            guid = one.guid if alone else guid_of("annotation", f"{one.guid}/{speaker}")
            body = put("speaker", speaker, _user(one.element, one.element))
            yield body, Part(one, one.element, guid)
        if not met:
            yield put("", "", _user(one.element, one.element)), Part(one, one.element, one.guid)

    def _of_whole(self, article: Article, wholes: Sequence[Element]) -> Iterator[Annotation]:
        """What is said of a text as a whole: of all its words."""
        start = len(article.text) - len(article.text.lstrip())
        spans = [Span(start, len(article.text.rstrip()))]
        for source in wholes:
            for coding in children(source, "Coding"):
                kind, own = self._meant(coding)
                if kind:
                    body = Body(kind, own, _user(coding, source))
                    guid, memo = coding.get("guid", ""), self._known.notes.of(coding)
                    self._losses.add("codes of whole texts", "put on all of their words")
                    yield self._made(article, spans, coding, source, guid, body, memo)
            memo = self._known.notes.of(source)
            if memo:
                self._losses.add("memos on whole texts", "put on all of their words")
                guid = guid_of("annotation", f"{source.get('guid', '')}/memo")
                body = Body("", "", _user(source, source))
                yield self._made(article, spans, source, source, guid, body, memo)

    def _meant(self, coding: Element) -> tuple[str, str]:
        """Whether a code or a speaker is meant, and its id; empty where the file has neither.

        NVivo codes with the GUIDs of cases.
        """
        reference = child(coding, "CodeRef")
        guid = plain_guid(reference.get("targetGUID", "") if reference is not None else "")
        for kind, known in (("speaker", self._known.speakers), ("code", self._known.codes)):
            if guid in known:
                return kind, known[guid]
        self._losses.add("codings without their code", "left out: the file has no such code")
        return "", ""

    def _made(
        self,
        article: Article,
        spans: Sequence[Span],
        element: Element,
        outer: Element,
        guid: str,
        body: Body,
        memo: str,
    ) -> Annotation:
        created = _time(_first(element, outer, "creationDateTime", "modifiedDateTime"))
        return Annotation(
            self._id(guid),
            article.id,
            tuple(Anchor.at(article, span) for span in spans),
            self._known.coders.get(body.user, NOBODY),
            created,
            max(created, _time(outer.get("modifiedDateTime"))),
            code=body.id if body.kind == "code" else "",
            speaker=body.id if body.kind == "speaker" else "",
            memo=memo,
        )

    def _id(self, guid: str) -> str:
        """An id for a GUID that nothing in the project has yet."""
        own = id_of(guid)
        while own in self._ids:
            self._ids[id_of(guid)] = number = self._ids[id_of(guid)] + 1
            own = guid_of("annotation", f"{guid}/{number}")
        self._ids[own] = 1
        return own


def _passage(
    first: Selection, by_guid: Mapping[str, Selection], after: Mapping[str, str]
) -> list[Selection]:
    """A selection with those that continue it, in the order of the text."""
    passage, seen = [first], {first.guid}
    while (guid := after.get(passage[-1].guid, "")) and guid not in seen:
        seen.add(guid)
        passage.append(by_guid[guid])
    return sorted(passage, key=lambda one: one.span)


def _user(element: Element, outer: Element) -> str:
    """The GUID of the user who made something, or else of who changed it last."""
    return plain_guid(_first(element, outer, "creatingUser", "modifyingUser"))


def _first(element: Element, outer: Element, *names: str) -> str:
    """The first of these attributes that an element, or the one around it, has."""
    return next(
        (found for name in names for one in (element, outer) if (found := one.get(name, ""))), ""
    )


def _apart(spans: Sequence[Span]) -> list[Span]:
    """Spans in text order; those that overlap made one."""
    found = [spans[0]]
    for span in spans[1:]:
        if span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def _time(written: str | None) -> str:
    """A time as annotations have it; one that is none, or has no zone, is taken for UTC's."""
    try:
        found = datetime.fromisoformat((written or "").strip().replace("Z", "+00:00"))
        found = found if found.tzinfo else found.replace(tzinfo=UTC)
        return found.astimezone(UTC).isoformat(timespec="microseconds")
    except (ValueError, OverflowError):
        return _SOME_TIME
