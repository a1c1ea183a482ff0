"""A whole project as JSON Lines: one object a line, nothing left out, easy to take apart.

The first line is the project's, with the version of this format; then come its articles, codes,
speakers and annotations, each with its `type` and the fields of the record:

    {"type": "project", "format": "fr-reader project", "version": 1, "name": "…"}
    {"type": "article", "id": "…", "text": "…", "metadata": {…}, "source": "…", "sha256": "…"}
    {"type": "code", …}  {"type": "speaker", …}
    {"type": "annotation", "id": "…", "article": "…", "anchors": [{"span": [0, 5], …}], …}

Spans are half-open and count code points. A line is ASCII, so no tool on the way can spoil it.
Reading is strict: a line that is not understood is an error with its number, never passed over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from fr_reader.model import (
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
from fr_reader.model.json_value import decode, encode
from fr_reader.model.plain import annotation_of, article_of, code_of, fields_of, speaker_of

FORMAT = "fr-reader project"
VERSION = 1
"""The newest version of the format that is read, and the one that is written."""

R = TypeVar("R", Article, Code, Speaker)


def write(bundle: Bundle) -> bytes:
    """The lines of `bundle`, with a newline after each; the same bundle gives the same bytes."""
    return b"".join(encode(line) + b"\n" for line in _lines(bundle))


def _lines(bundle: Bundle) -> Iterator[dict[str, Any]]:
    yield {"type": "project", "format": FORMAT, "version": VERSION, "name": bundle.name}
    for article in bundle.articles:
        yield {"type": "article", **fields_of(article)}
    for code in bundle.codebook.by_id.values():
        yield {"type": "code", **fields_of(code)}
    for speaker in bundle.speakers.by_id.values():
        yield {"type": "speaker", **fields_of(speaker)}
    for annotation in bundle.annotations:
        yield {"type": "annotation", **fields_of(annotation)}


def read(data: bytes, name: str) -> tuple[Bundle, tuple[Loss, ...]]:
    """The bundle in `data`, from a file called `name`; nothing is ever lost.

    A byte order mark, carriage returns at line ends and empty lines do not disturb. Raises
    InputError with the number of the line for what is not understood.
    """
    lines = data.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    numbered = [(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    if not numbered:
        raise InputError(f"{visible(name)} is empty: it is no project of fr-reader")
    reader = _Reader(name)
    reader.head(*numbered[0])
    for number, line in numbered[1:]:
        reader.take(number, line)
    return reader.bundle(), ()


class _Reader:
    """The records of one file, gathered line by line."""

    def __init__(self, name: str) -> None:
        self._file = visible(name)
        self._name = ""
        self._articles: dict[str, Article] = {}
        self._codes: dict[str, Code] = {}
        self._speakers: dict[str, Speaker] = {}
        self._annotations: dict[tuple[str, str], Annotation] = {}

    def head(self, number: int, line: bytes) -> None:
        """Take the line of the project."""
        fields = self._fields(number, line)
        version = fields.get("version")
        if fields.get("type") != "project" or fields.get("format") != FORMAT:
            raise self._wrong(number, f"this is no project of fr-reader, which begins {FORMAT!r}")
        if type(version) is not int or version < 1:
            raise self._wrong(number, "it does not say its version")
        if version > VERSION:
            raise InputError(
                f"{self._file} was made by a newer fr-reader (format {version}; this one reads up "
                f"to {VERSION}): update fr-reader"
            )
        if not isinstance(fields.get("name"), str) or len(fields) > 4:
            raise self._wrong(number, "a project has a format, a version and a name, nothing else")
        self._name = fields["name"]

    def take(self, number: int, line: bytes) -> None:
        """Take the line of a record."""
        fields = self._fields(number, line)
        kind = fields.pop("type", None)
        try:
            match kind:
                case "article":
                    self._put(self._articles, article_of(fields))
                case "code":
                    self._put(self._codes, code_of(fields))
                case "speaker":
                    self._put(self._speakers, speaker_of(fields))
                case "annotation":
                    self._annotate(annotation_of(fields))
                case _:
                    raise ValueError(f"there is no type {visible(str(kind))[:40]!r}")
        except ValueError as error:
            raise self._wrong(number, str(error)) from None

    def bundle(self) -> Bundle:
        """All that was taken."""
        return Bundle(
            self._name,
            tuple(self._articles.values()),
            Codebook(self._codes),
            Speakers.of(self._speakers.values()),
            tuple(self._annotations.values()),
        )

    def _annotate(self, annotation: Annotation) -> None:
        if annotation.article not in self._articles:
            raise ValueError(f"there is no article {annotation.article!r} above it")
        if (annotation.coder, annotation.id) in self._annotations:
            raise ValueError(f"{annotation.id!r} is there already")
        self._annotations[annotation.coder, annotation.id] = annotation

    @staticmethod
    def _put(there: dict[str, R], record: R) -> None:
        if record.id in there:
            raise ValueError(f"{record.id!r} is there already")
        there[record.id] = record

    def _fields(self, number: int, line: bytes) -> dict[str, Any]:
        fields = self._tried(number, lambda: decode(line))
        if not isinstance(fields, dict):
            raise self._wrong(number, "it is no JSON object")
        return fields

    def _tried(self, number: int, what: Callable[[], Any]) -> Any:
        try:
            return what()
        except ValueError:
            raise self._wrong(number, "it is no JSON") from None

    def _wrong(self, number: int, why: str) -> InputError:
        return InputError(f"line {number} of {self._file} cannot be read: {visible(why)}")
