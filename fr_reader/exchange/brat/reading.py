"""A folder of brat to a bundle: ours as it was, with what was changed in brat; others' as it fits.

In a foreign folder entity types become codes, notes become memos, and the folder's files articles.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from fr_reader.exchange.brat.sidecar import Document, Sidecar, read_sidecar
from fr_reader.exchange.brat.standoff import Bound, bounds
from fr_reader.exchange.brat.types import (
    ATTRIBUTES,
    CODER,
    CONF,
    MEMO,
    QUOTATION,
    SPEAKER,
    STATUS,
    entity_types,
    type_name,
)
from fr_reader.exchange.brat.writing import SIDECAR, lines, plain_text
from fr_reader.exchange.foreign import Named, coder_name, stable_id, time_of
from fr_reader.exchange.losses import Losses
from fr_reader.exchange.measuring import Counted, best
from fr_reader.exchange.texts import Known
from fr_reader.model import (
    Anchor,
    Annotation,
    Article,
    Bundle,
    Codebook,
    InputError,
    Loss,
    Speakers,
    Status,
    visible,
)

_NOBODY = "brat"
_SYMBOLS = {0x2400 + code: code for code in (0x09, 0x0A)}


def read(files: Mapping[str, bytes], name: str) -> tuple[Bundle, tuple[Loss, ...]]:
    """The bundle in the files of a folder called `name`, by their paths in it.

    Files that belong to no `.ann` are passed over, but for our own. Raises InputError for what is
    no UTF-8 and for a sidecar that is damaged.
    """
    return _Reader(files, name).bundle()


@dataclass(frozen=True, slots=True)
class _Text:
    """An article whose annotations are read: its text as it was written, and how they count."""

    article: Article
    plain: str
    way: Counted
    stem: str


class _Reader:
    def __init__(self, files: Mapping[str, bytes], name: str) -> None:
        self.files, self.folder = files, name
        sidecar = read_sidecar(files[SIDECAR], name) if SIDECAR in files else None
        self.sidecar = sidecar or Sidecar(name)
        self.named = Named(self.sidecar.codes, self.sidecar.speakers)
        if sidecar is None and CONF in files:
            self.named.order(entity_types(self._text(CONF)))
        self.losses = Losses()
        self.articles: dict[str, Article] = {}
        self.found: list[tuple[int, Annotation]] = []

    def bundle(self) -> tuple[Bundle, tuple[Loss, ...]]:
        stems = [path.removesuffix(".ann") for path in sorted(self.files) if path.endswith(".ann")]
        known = [stem for stem in self.sidecar.documents if f"{stem}.ann" in self.files]
        for stem in [*known, *(stem for stem in stems if stem not in known)]:
            if f"{stem}.txt" in self.files:
                self._take(stem)
            else:
                self.losses.add("files", "left out, since their text is missing", f"{stem}.ann")
        self.found.sort(key=lambda pair: pair[0])
        bundle = Bundle(
            self.sidecar.name,
            tuple(self.articles.values()),
            Codebook.of(self.named.codes.values()),
            Speakers.of(self.named.speakers.values()),
            tuple(annotation for _, annotation in self.found),
        )
        return bundle, self.losses.all()

    def _take(self, stem: str) -> None:
        """Take one text with its annotations."""
        raw = self._text(f"{stem}.txt")
        document = self.sidecar.documents.get(stem, Document())
        article = document.article_with(raw)
        if article is None:
            if document.annotations:
                self.losses.add(
                    "texts", "no longer the exported ones, so they are new articles", stem
                )
            taken = {*self.articles, *self.sidecar.article_ids}
            article = Known.of_file(f"{stem}.txt", raw, taken).article
            document = Document()
            if not article.text.strip():
                self.losses.add("texts", "left out, since they are empty", f"{stem}.txt")
                return
        self.articles[article.id] = article
        marked = bounds(self._text(f"{stem}.ann"), self.losses, f"{stem}.ann")
        way = best(article.text, [(b.spans, b.words) for b in marked if b.words], raw)
        text = _Text(article, plain_text(article), way, stem)
        written = {name: (place, each) for name, place, each in document.annotations if name}
        for bound in marked:
            place, before = written.get(bound.name, (self.sidecar.beyond, None))
            made = self._made(bound, text, before)
            if made is not None:
                self.found.append((place, made))
        self.found += [(place, each) for name, place, each in document.annotations if not name]

    def _made(self, bound: Bound, text: _Text, before: Annotation | None) -> Annotation | None:
        """The annotation: as it was `before` unless it was changed since."""
        written = self._written(bound, text, before) if before is not None else None
        if written == bound:
            return before
        spans = sorted(filter(None, (text.way.span(*pair) for pair in bound.spans)))
        if len(spans) < len(bound.spans):
            self.losses.add("annotations", "left out, since they reach beyond the text", text.stem)
            return None
        anchors = tuple(Anchor.at(text.article, span) for span in spans)
        if before is not None and written is not None and written.spans == bound.spans:
            anchors = before.anchors
        now = time_of(None)
        code, speaker = self._body(bound)
        status = self._told(bound, STATUS)
        self._tell_attributes(bound)
        return Annotation(
            before.id if before else stable_id(text.article.sha256, bound.name, bound.kind),
            text.article.id,
            anchors,
            before.coder if before else self._coder(bound),
            before.created if before else now,
            now,
            code=code,
            speaker=speaker,
            memo=self._memo(bound),
            status=Status(status) if status in set(Status) else Status.ACCEPTED,
        )

    def _written(self, bound: Bound, text: _Text, before: Annotation) -> Bound | None:
        """What was written of `before`, under the name `bound` has."""
        types = self.sidecar.types
        if not types.knows(before):
            return None
        lines_of = "".join(lines(bound.name, before, text.plain, types))
        return next(iter(bounds(lines_of, Losses(), "")), None)

    def _body(self, bound: Bound) -> tuple[str, str]:
        """The code and the speaker."""
        code = {name: key for key, name in self.sidecar.types.codes.items()}.get(bound.kind, "")
        if code in self.named.codes:
            return code, ""
        if self.sidecar.ours and bound.kind == MEMO:
            return "", ""
        value = self._told(bound, SPEAKER)
        if bound.kind == QUOTATION and value:
            speakers = {name: key for key, name in self.sidecar.types.speakers.items()}
            known = speakers.get(value, "")
            return "", known if known in self.named.speakers else self.named.speaker(value)
        return self.named.code(type_name(bound.kind)), ""

    def _coder(self, bound: Bound) -> str:
        value = self._told(bound, CODER)
        names = {name: key for key, name in self.sidecar.types.coders.items()}
        return names.get(value) or coder_name(value, _NOBODY)

    def _told(self, bound: Bound, name: str) -> str:
        """The value of one of our attributes, which mean something else in others' folders."""
        return bound.attributes.get(name, "") if self.sidecar.ours else ""

    def _memo(self, bound: Bound) -> str:
        return "\n\n".join(note.translate(_SYMBOLS) for note in bound.notes)

    def _tell_attributes(self, bound: Bound) -> None:
        for name in bound.attributes:
            if not (self.sidecar.ours and name in ATTRIBUTES):
                self.losses.add("attributes", "left out, since codes have none", name)

    def _text(self, path: str) -> str:
        try:
            return self.files[path].decode("utf-8")
        except UnicodeDecodeError:
            file = visible(str(PurePosixPath(self.folder) / path))
            raise InputError(f"{file} is not UTF-8, as brat has it: it was not read") from None
