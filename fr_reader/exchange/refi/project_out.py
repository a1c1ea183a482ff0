"""A project as a `.qdpx`: one archive with an XML file and the texts beside it.

Coders are Users, codes the CodeBook, speakers Cases with their selections, what is known about
articles and speakers Variables, and memos Notes. Each segment of an annotation is a
PlainTextSelection whose `name` is its exact words; segments of one annotation are tied by Links.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from fr_reader.exchange.losses import Losses
from fr_reader.exchange.refi import variables
from fr_reader.exchange.refi.codebook_out import put_codes, tell_lost
from fr_reader.exchange.refi.guids import guid_of, note_guid, segment_guid
from fr_reader.exchange.refi.sources_out import CONTINUES, selections, text_of
from fr_reader.exchange.refi.xml_out import ORIGIN, PROJECT, Writer, document
from fr_reader.model import Annotation, Article, Bundle, Loss, Speaker, Status

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def qdpx(bundle: Bundle) -> tuple[bytes, tuple[Loss, ...]]:
    """The bundle as the bytes of a `.qdpx`, and what it cannot say; always the same bytes.

    Only accepted annotations are in it: other programs have nothing like a suggestion.
    """
    losses = Losses()
    project = _Project(bundle, losses)
    files = [("project.qde", document(project.root()))]
    files += [
        (f"sources/{guid_of('article', article.id)}.txt", text_of(article, losses))
        for article in sorted(bundle.articles, key=lambda one: one.id)
    ]
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, data in files:
            info = zipfile.ZipInfo(name, _FIRST_DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, data)
    return held.getvalue(), losses.all()


class _Project:
    """The XML of one project."""

    def __init__(self, bundle: Bundle, losses: Losses) -> None:
        self._bundle, self._losses = bundle, losses
        self._writer = Writer(losses)
        self._annotations = tuple(self._carried())
        self._pairs = [
            *(pair for article in bundle.articles for pair in variables.of_article(article)),
            *(pair for speaker in bundle.speakers for pair in variables.of_speaker(speaker)),
        ]

    def root(self) -> Element:
        """The project, its parts in the order the standard asks for."""
        writer, bundle = self._writer, self._bundle
        root = writer.root("Project", PROJECT, name=bundle.name or "project", origin=ORIGIN)
        coders = sorted({annotation.coder for annotation in self._annotations})
        if coders:
            users = writer.put(root, "Users")
            for coder in coders:
                writer.put(users, "User", guid=guid_of("user", coder), name=coder)
        if len(bundle.codebook):
            put_codes(writer, writer.put(root, "CodeBook"), bundle.codebook)
        tell_lost(bundle.codebook, self._losses)
        variables.put_definitions(writer, root, self._pairs)
        self._cases(root)
        self._sources(root)
        self._notes(root)
        self._links(root)
        return root

    def _carried(self) -> Iterable[Annotation]:
        """The annotations that go, in the order of their articles."""
        order = {article.id: at for at, article in enumerate(self._bundle.articles)}
        known = sorted(self._bundle.annotations, key=lambda one: order.get(one.article, len(order)))
        for one in known:
            if one.status is not Status.ACCEPTED:
                why = "left out: only what is accepted goes to other programs"
                self._losses.add(f"annotations that are {one.status.value}", why)
            elif one.code and self._bundle.codebook.get(one.code) is None:
                self._losses.add("annotations of codes that are gone", "left out", one.code)
            elif one.speaker and self._bundle.speakers.get(one.speaker) is None:
                self._losses.add("annotations of speakers that are gone", "left out", one.speaker)
            else:
                yield one

    def _cases(self, root: Element) -> None:
        speakers = list(self._bundle.speakers)
        for speaker_id in self._bundle.speakers.merges():
            name = self._bundle.speakers.by_id[speaker_id].name
            why = "left out; their names are aliases of whom they became"
            self._losses.add("speakers merged into others", why, name)
        if not speakers:
            return
        said: dict[str, list[Annotation]] = {}
        for annotation in self._annotations:
            if annotation.speaker:
                owner = self._bundle.speakers.end(annotation.speaker)
                said.setdefault(owner, []).append(annotation)
        parent = self._writer.put(root, "Cases")
        for speaker in speakers:
            self._case(parent, speaker, said.get(speaker.id, ()))

    def _case(self, parent: Element, speaker: Speaker, said: Sequence[Annotation]) -> None:
        writer = self._writer
        case = writer.put(parent, "Case", guid=guid_of("speaker", speaker.id), name=speaker.name)
        if speaker.about:
            writer.put(case, "Description", speaker.about)
        variables.put_values(writer, case, variables.of_speaker(speaker), self._pairs)
        for annotation in said:
            for part in range(len(annotation.anchors)):
                guid = segment_guid(annotation, part)
                writer.put(case, "SelectionRef", targetGUID=guid)

    def _sources(self, root: Element) -> None:
        if not self._bundle.articles:
            return
        parent = self._writer.put(root, "Sources")
        by_article: dict[str, list[Annotation]] = {}
        for annotation in self._annotations:
            by_article.setdefault(annotation.article, []).append(annotation)
        for article in self._bundle.articles:
            self._source(parent, article, by_article.get(article.id, ()))

    def _source(self, parent: Element, article: Article, own: Sequence[Annotation]) -> None:
        writer = self._writer
        guid = guid_of("article", article.id)
        source = writer.put(
            parent,
            "TextSource",
            guid=guid,
            name=article.name,
            plainTextPath=f"internal://{guid}.txt",
        )
        selections(writer, source, own, self._bundle.codebook.end)
        variables.put_values(writer, source, variables.of_article(article), self._pairs)
        why = "left out: REFI-QDA has no place for them"
        self._losses.add(
            "places where metadata was found", why, count=len(article.metadata.origins)
        )

    def _notes(self, root: Element) -> None:
        with_memo = [annotation for annotation in self._annotations if annotation.memo]
        if not with_memo:
            return
        parent = self._writer.put(root, "Notes")
        for one in with_memo:
            note = self._writer.put(
                parent,
                "Note",
                guid=note_guid(one),
                name="memo",
                creatingUser=guid_of("user", one.coder),
            )
            self._writer.put(note, "PlainTextContent", one.memo)

    def _links(self, root: Element) -> None:
        """From segment to segment of an annotation, then from one annotation to another."""
        found = [
            *((one, *way) for one in self._annotations for way in _continued(one)),
            *self._relations(),
        ]
        parent = self._writer.put(root, "Links") if found else root
        for one, part, name, origin, target in found:
            self._writer.put(
                parent,
                "Link",
                guid=guid_of("link", one.id, part, of=True),
                name=name,
                direction="OneWay",
                originGUID=origin,
                targetGUID=target,
            )

    def _relations(self) -> Iterator[tuple[Annotation, int, str, str, str]]:
        """What annotations are to others: the first segment of each, the relation as the name."""
        known = {(one.article, one.id): one for one in self._annotations}
        for one in self._annotations:
            if one.stance:
                why = "left out: REFI-QDA has no place for them"
                self._losses.add("stances to claims and concerns", why, one.stance)
            for number, link in enumerate(one.links):
                to = known.get((link.article, link.to))
                if to is None:
                    why = "left out: what they lead to is not in the file"
                    self._losses.add("links between annotations", why, link.relation.value)
                    continue
                ends = segment_guid(one, 0), segment_guid(to, 0)
                yield one, len(one.anchors) + number, link.relation.value, *ends


def _continued(one: Annotation) -> Iterator[tuple[int, str, str, str]]:
    for part in range(1, len(one.anchors)):
        yield part, CONTINUES, segment_guid(one, part - 1), segment_guid(one, part)
