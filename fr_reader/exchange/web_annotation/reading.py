"""Web Annotations to a bundle: ours as they were, those of other programs as far as they fit.

The texts are those a document of ours carries, or those the reader is told of. A document may be
a collection, a page, a list or a single annotation, or what the API of Hypothesis returns. Whether
positions count code points or UTF-16 code units is decided text by text: as the most of them fit
the words they are said to hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from fr_reader.exchange.foreign import Named
from fr_reader.exchange.losses import Losses
from fr_reader.exchange.measuring import Claim, Counted, best
from fr_reader.exchange.texts import Known, Texts
from fr_reader.exchange.web_annotation.bodies import Said, coder_of, times_of, what_is_said
from fr_reader.exchange.web_annotation.own import own
from fr_reader.exchange.web_annotation.selecting import Selected, listed, place, selected
from fr_reader.exchange.web_annotation.terms import ARTICLE, PROJECT, VERSION, names_in
from fr_reader.model import (
    Anchor,
    Annotation,
    Article,
    Bundle,
    Code,
    Codebook,
    InputError,
    Loss,
    Speaker,
    Speakers,
    visible,
)
from fr_reader.model.json_value import decode
from fr_reader.model.plain import article_of, code_of, speaker_of

R = TypeVar("R", Article, Code, Speaker)

_KINDS = ("Annotation", "AnnotationCollection", "AnnotationPage")


def is_web_annotation(value: Any) -> bool:
    """Whether a JSON value looks like one of the documents that are read here."""
    if isinstance(value, list):
        return bool(value) and is_web_annotation(value[0])
    if not isinstance(value, dict):
        return False
    kinds = [each for each in listed(value.get("type", value.get("@type"))) if each in _KINDS]
    return bool(kinds) or _of_hypothesis(value)


def _of_hypothesis(value: dict[str, Any]) -> bool:
    rows = value.get("rows")
    return isinstance(rows, list) and all(isinstance(r, dict) and "target" in r for r in rows)


def read(data: bytes, name: str, known: Sequence[Known] = ()) -> tuple[Bundle, tuple[Loss, ...]]:
    """The bundle in the document `data`, from a file called `name`, and what did not fit.

    `known` are texts the annotations may be about besides those the document carries. Of `known`
    only the articles that something is said of are in the bundle. Raises InputError.
    """
    try:
        value = decode(data.removeprefix(b"\xef\xbb\xbf"))
    except ValueError:
        raise InputError(f"{visible(name)} is no JSON: it was not read") from None
    if not is_web_annotation(value):
        raise InputError(f"{visible(name)} has no Web Annotations: it was not read")
    reader = _Reader(value if isinstance(value, dict) else {}, name, known)
    for item in _items(value):
        reader.take(item)
    return reader.bundle()


def _items(value: Any) -> Iterator[dict[str, Any]]:
    """The annotations of a document, page after page."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, list):
            waiting += reversed(one)
        elif isinstance(one, dict):
            if "target" in one or "Annotation" in listed(one.get("type")):
                yield one
            else:
                inner = [one.get(key) for key in ("first", "items", "rows", "next")]
                waiting += reversed(inner)


class _Reader:
    def __init__(self, document: dict[str, Any], name: str, known: Sequence[Known]) -> None:
        self._file = visible(name)
        version = document.get("fr:version")
        if type(version) is int and version > VERSION:
            raise InputError(f"{self._file} was made by a newer fr-reader: update fr-reader")
        self.name = next(iter(names_in(PROJECT, document.get("id"))), name)
        self.carried = {a.id: a for a in self._records(document, "fr:articles", article_of)}
        codes = self._records(document, "fr:codes", code_of)
        speakers = self._records(document, "fr:speakers", speaker_of)
        self.named = Named(codes, speakers)
        self.losses = Losses()
        own_texts = [Known(article) for article in self.carried.values()]
        self._texts = Texts([*own_texts, *known])
        self._used: dict[str, Article] = dict(self.carried)
        self._done: list[Annotation | _Waiting] = []
        self._seen: set[tuple[str, str]] = set()

    def _records(self, document: dict[str, Any], field: str, read_one: Any) -> list[Any]:
        try:
            return [read_one(each) for each in listed(document.get(field))]
        except ValueError as error:
            raise InputError(
                f"{self._file} is damaged ({field}: {visible(str(error))}): it was not read"
            ) from None

    def take(self, item: dict[str, Any]) -> None:
        """Take one annotation: as ours if it is, or else to be placed with all of its text."""
        annotation = own(item, self.carried)
        if annotation is not None and self._first(annotation):
            self._done.append(annotation)
            return
        chosen = [selected(target) for target in listed(item.get("target"))]
        known = self._texts.find(_source(chosen, item))
        if known is None:
            self.losses.add(
                "annotations",
                "left out, since their text is not here: put it beside the file or import it first",
                chosen[0].source if chosen else "",
            )
        elif not any(one.position or one.exact for one in chosen):
            self.losses.add("annotations", "left out, since they name no passage of the text")
        else:
            self._done.append(_Waiting(item, tuple(chosen), known))

    def _first(self, annotation: Annotation) -> bool:
        key = annotation.coder, annotation.id
        new = key not in self._seen
        self._seen.add(key)
        return new

    def bundle(self) -> tuple[Bundle, tuple[Loss, ...]]:
        """All that was taken, placed."""
        ways = self._ways()
        annotations: list[Annotation] = []
        for each in self._done:
            if isinstance(each, Annotation):
                annotations.append(each)
            else:
                annotations += filter(self._first, self._placed(each, ways))
        bundle = Bundle(
            self.name,
            tuple(self._used.values()),
            Codebook.of(self.named.codes.values()),
            Speakers.of(self.named.speakers.values()),
            tuple(annotations),
        )
        return bundle, self.losses.all()

    def _ways(self) -> dict[str, Counted]:
        """For each text the way its positions are counted."""
        claims: dict[str, list[Claim]] = {}
        texts: dict[str, Known] = {}
        for each in self._done:
            if isinstance(each, _Waiting):
                texts[each.known.article.id] = each.known
                found = claims.setdefault(each.known.article.id, [])
                found += [([c.position], c.exact) for c in each.chosen if c.position and c.exact]
        return {key: best(k.article.text, claims[key], k.raw) for key, k in texts.items()}

    def _placed(self, each: _Waiting, ways: dict[str, Counted]) -> list[Annotation]:
        article = each.known.article
        anchors = []
        for one in each.chosen:
            found = place(one, article.text, ways[article.id])
            if isinstance(found, str):
                self.losses.add("passages", found, one.exact)
            else:
                anchors.append(Anchor.at(article, found))
        if not anchors:
            return []
        self._used.setdefault(article.id, article)
        anchors.sort(key=lambda anchor: anchor.span)
        said = what_is_said(each.item, self.named, self.losses)
        return [_annotation(each.item, article, tuple(anchors), one) for one in said]


class _Waiting:
    """An annotation of another program, until the way of counting in its text is known."""

    def __init__(self, item: dict[str, Any], chosen: tuple[Selected, ...], known: Known) -> None:
        self.item, self.chosen, self.known = item, chosen, known


def _source(chosen: Sequence[Selected], item: dict[str, Any]) -> str:
    source = next((one.source for one in chosen if one.source), "")
    uri = item.get("uri")
    return next(iter(names_in(ARTICLE, source)), source) or (uri if isinstance(uri, str) else "")


def _annotation(
    item: dict[str, Any], article: Article, anchors: tuple[Anchor, ...], said: Said
) -> Annotation:
    created, modified = times_of(item)
    return Annotation(
        said.id,
        article.id,
        anchors,
        coder_of(item),
        created,
        modified,
        code=said.code,
        speaker=said.speaker,
        memo=said.memo,
    )
