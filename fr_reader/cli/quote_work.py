"""Reading a few sources, in this process or in a worker: sources in, finished output out.

A worker needs nothing but `fr_reader.ingest` and `fr_reader.text` (and `fr_reader.export` for the
forms that cite), so it is ready at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from fr_reader.cli.quote_forms import Row, csv_lines, json_lines, markdown, rows
from fr_reader.cli.quote_record import found
from fr_reader.cli.quote_sources import Source
from fr_reader.cli.standard_input import STDIN
from fr_reader.ingest import from_bytes, load
from fr_reader.model import Article, InputError, Speakers


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one source: its quotations as text or as rows, or a problem in a sentence."""

    text: str = ""
    rows: tuple[Row, ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """What is done with every source: read it (in `encoding`, if given) and write it as `form`."""

    form: str
    encoding: str | None = None
    speakers: Speakers | None = None

    def __call__(self, sources: Sequence[Source]) -> list[Result]:
        """The results, one a source, in their order."""
        return [self._result(source) for source in sources]

    def _result(self, source: Source) -> Result:
        if source.problem:
            return Result(problem=source.problem)
        try:
            return self._written(self._article(source), source.path)
        except InputError as error:
            return Result(problem=str(error))
        except MemoryError:
            return Result(problem=f"there is not enough memory to read {source.path}: split it")

    def _article(self, source: Source) -> Article:
        if source.article is not None:
            return source.article
        if source.path == STDIN:
            return from_bytes(source.data or b"", "standard input", encoding=self.encoding)
        return load(Path(source.path), encoding=self.encoding)

    def _written(self, article: Article, path: str) -> Result:
        quotations = found(article, self.speakers)
        if self.form == "jsonl":
            return Result(json_lines(article, path, quotations))
        if self.form == "csv":
            return Result(csv_lines(article, path, quotations))
        if self.form == "md":
            return Result(markdown(article, quotations))
        return Result(rows=rows(article, quotations))
