"""`fr-reader.json`, beside the files of brat: what brat has no place for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from fr_reader.exchange.brat.types import Types
from fr_reader.exchange.brat.writing import FORMAT, VERSION, plain_text
from fr_reader.exchange.measuring import frozen
from fr_reader.model import Annotation, Article, Code, InputError, Speaker, digest, visible
from fr_reader.model.json_value import decode
from fr_reader.model.plain import annotation_of, article_of, code_of, speaker_of


@dataclass(slots=True)
class Document:
    """An article as it was exported, and its annotations: the name each has in the file, or none,
    its place among all, and itself."""

    fields: dict[str, Any] = field(default_factory=dict)
    annotations: list[tuple[str, int, Annotation]] = field(default_factory=list)

    def article_with(self, raw: str) -> Article | None:
        """The article, if `raw`, the text in its file, still is its text; else None."""
        if not self.fields:
            return None
        if "text" in self.fields:
            article = article_of(self.fields)
            return article if plain_text(article) == raw else None
        for text in (raw, frozen(raw)):
            if digest(text) == self.fields.get("sha256"):
                return article_of({**self.fields, "text": text})
        return None


@dataclass(slots=True)
class Sidecar:
    """What the sidecar says; without one, nothing but the name of the folder."""

    name: str
    codes: list[Code] = field(default_factory=list)
    speakers: list[Speaker] = field(default_factory=list)
    types: Types = field(default_factory=lambda: Types({}, {}, {}))
    documents: dict[str, Document] = field(default_factory=dict)
    ours: bool = False

    @property
    def beyond(self) -> int:
        """A place after all annotations that were exported."""
        return sum(len(document.annotations) for document in self.documents.values())

    @property
    def article_ids(self) -> set[str]:
        """The ids the articles had."""
        return {str(document.fields.get("id")) for document in self.documents.values()}


def read_sidecar(data: bytes, folder: str) -> Sidecar:
    """The sidecar of `folder`. Raises InputError where it is damaged or of a newer version."""
    named = f"fr-reader.json in {visible(folder)}"
    try:
        value = decode(data)
        if value["format"] != FORMAT or type(value["version"]) is not int:
            raise ValueError("of another format")
        if value["version"] > VERSION:
            raise InputError(f"{named} was made by a newer fr-reader: update fr-reader")
        return _sidecar(value)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        why = visible(str(error))[:120]
        raise InputError(f"{named} is damaged ({why}): nothing was read") from None


def _sidecar(value: dict[str, Any]) -> Sidecar:
    places = iter([int(place) for place in value["order"]])
    documents = {}
    for stem, held in value["documents"].items():
        kept = [(str(n), next(places, 0), annotation_of(f)) for n, f in held["annotations"]]
        document = documents[str(stem)] = Document(dict(held["article"]), kept)
        article_of(
            {"text": "", **document.fields, "sha256": digest(held["article"].get("text", ""))}
        )
        if any(each.article != document.fields["id"] for _, _, each in kept):
            raise ValueError("annotations of another article")
    names = value["types"]
    types = Types(*(_texts(names[key]) for key in ("codes", "speakers", "coders")))
    return Sidecar(
        str(value["name"]),
        [code_of(each) for each in value["codes"]],
        [speaker_of(each) for each in value["speakers"]],
        types,
        documents,
        ours=True,
    )


def _texts(value: Any) -> dict[str, str]:
    return {str(key): str(name) for key, name in value.items()}
