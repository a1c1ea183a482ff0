"""Annotations out of selections: codes, speakers and memos on passages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from fr_reader.exchange.refi.guids import guid_of, id_of, plain_guid
from fr_reader.exchange.refi.losses import Losses
from fr_reader.exchange.refi.people_in import NOBODY
from fr_reader.exchange.refi.selections_in import Selection
from fr_reader.exchange.refi.xml_in import child, children, described, references
from fr_reader.model import Anchor, Annotation, Article, Span

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_SOME_TIME = "1970-01-01T00:00:00.000000+00:00"


@dataclass(frozen=True, slots=True)
class Known:
    """What selections refer to, by GUID: codes and coders, speakers by selection, memos, and the
    selection that continues another one."""

    codes: Mapping[str, str]
    coders: Mapping[str, str]
    said: Mapping[str, Sequence[str]]
    notes: Mapping[str, str]
    continued: Mapping[str, str]


class Reader:
    """Makes the annotations of a project, each with an id of its own."""

    def __init__(self, known: Known, losses: Losses) -> None:
        self._known, self._losses = known, losses
        self._ids: set[str] = set()
        self.used: set[str] = set()

    def of_text(
        self, article: Article, source: Element, selections: Sequence[Selection]
    ) -> Iterator[Annotation]:
        """The annotations of one text, from its selections and from the text as a whole."""
        by_guid = {one.guid: one for one in selections}
        follows = {
            self._known.continued[one.guid]
            for one in selections
            if self._known.continued.get(one.guid) in by_guid
        }
        for one in selections:
            if one.guid not in follows:
                yield from self._of_passage(article, list(self._chain(one, by_guid)))
        yield from self._of_whole(article, source)

    def _chain(self, first: Selection, by_guid: Mapping[str, Selection]) -> Iterator[Selection]:
        """A selection with those that continue it, in the order of the text."""
        chain, seen = [first], {first.guid}
        while (after := self._known.continued.get(chain[-1].guid, "")) in by_guid:
            if after in seen:
                break
            seen.add(after)
            chain.append(by_guid[after])
        yield from sorted(chain, key=lambda one: one.span)

    def _of_passage(self, article: Article, chain: Sequence[Selection]) -> Iterator[Annotation]:
        head = chain[0].element
        spans = _apart([one.span for one in chain])
        coded = list(children(head, "Coding"))
        speakers = self._known.said.get(chain[0].guid, ())
        memo = self._memo(head, described(head))
        for coding in coded:
            code = self._code(coding)
            if code:
                own = self._memo(coding, "", memo)
                memo = ""
                guid = coding.get("guid", "") or chain[0].guid
                yield self._made(article, spans, coding, head, guid, code=code, memo=own)
        alone = not coded and len(speakers) == 1
        for speaker in speakers:
            guid = chain[0].guid if alone else guid_of("annotation", f"{chain[0].guid}/{speaker}")
            yield self._made(article, spans, head, head, guid, speaker=speaker, memo=memo)
            memo = ""
        if memo:
            yield self._made(article, spans, head, head, chain[0].guid, memo=memo)
        elif not coded and not speakers:
            why = "left out: they have neither code nor memo, and belong to no case"
            self._losses.add("selections that say nothing", why, spans[0].of(article.text))

    def _of_whole(self, article: Article, source: Element) -> Iterator[Annotation]:
        """What is said of a text as a whole: of all its words."""
        start = len(article.text) - len(article.text.lstrip())
        whole = [Span(start, len(article.text.rstrip()))]
        for coding in children(source, "Coding"):
            code = self._code(coding)
            if code:
                guid, memo = coding.get("guid", ""), self._memo(coding, "")
                self._losses.add("codes of whole texts", "put on all of their words")
                yield self._made(article, whole, coding, source, guid, code=code, memo=memo)
        memo = self._memo(source, "")
        if memo:
            self._losses.add("memos on whole texts", "put on all of their words")
            guid = guid_of("annotation", f"{source.get('guid', '')}/memo")
            yield self._made(article, whole, source, source, guid, memo=memo)

    def _code(self, coding: Element) -> str:
        reference = child(coding, "CodeRef")
        guid = reference.get("targetGUID", "") if reference is not None else ""
        code = self._known.codes.get(plain_guid(guid), "")
        if not code:
            self._losses.add("codings without their code", "left out: the file has no such code")
        return code

    def _memo(self, element: Element, *more: str) -> str:
        guids = [plain_guid(guid) for guid in references(element, "NoteRef")]
        self.used.update(guids)
        notes = (self._known.notes.get(guid, "") for guid in guids)
        return "\n\n".join(part for part in (*more, *notes) if part)

    def _made(
        self,
        article: Article,
        spans: Sequence[Span],
        element: Element,
        outer: Element,
        guid: str,
        **body: str,
    ) -> Annotation:
        user = element.get("creatingUser") or outer.get("creatingUser") or ""
        created = _time(element.get("creationDateTime") or outer.get("creationDateTime"))
        made = Annotation(
            id_of(guid),
            article.id,
            tuple(Anchor.at(article, span) for span in spans),
            self._known.coders.get(plain_guid(user), NOBODY),
            created,
            max(created, _time(outer.get("modifiedDateTime"))),
            code=body.get("code", ""),
            speaker=body.get("speaker", ""),
            memo=body.get("memo", ""),
        )
        number = 1
        while made.id in self._ids:
            number += 1
            made = replace(made, id=guid_of("annotation", f"{guid}/{number}"))
        self._ids.add(made.id)
        return made


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
