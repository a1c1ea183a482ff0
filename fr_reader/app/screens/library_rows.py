"""What the library says of an article in one line, at any width."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from rich.cells import cell_len
from textual.content import Content

from fr_reader.model import Annotations, Metadata, Span, Status, visible

_GAP = "  "
_BAR = 8
_TITLE = 24


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the work on an article is: its quotations, those reviewed, and codes given."""

    reviewed: int
    quotations: int
    codes: int

    @classmethod
    def of(cls, quotations: Iterable[tuple[Span, ...]], annotations: Annotations) -> Progress:
        """The progress on `quotations`, given by their segments.

        A quotation is reviewed when somebody has accepted or given a speaker on exactly it, or
        has turned it down.
        """
        accepted = annotations.accepted()
        refused = annotations.where(lambda a: a.status is Status.REJECTED and not a.code)
        decided = {annotation.segments for annotation in (*accepted.spoken(), *refused)}
        found = tuple(quotations)
        reviewed = sum(segments in decided for segments in found)
        return cls(reviewed, len(found), len(accepted.coded()))


@dataclass(frozen=True, slots=True)
class Line:
    """One article; `progress` is None until it is known, `problem` why it cannot be.

    `revised` says that it has had another text, `astray` how many of the user's annotations wait
    to be placed in the one of today, `done` that the user is done with it.
    """

    id: str
    sha256: str
    title: str
    publisher: str
    published: str
    progress: Progress | None = None
    problem: str = ""
    revised: bool = False
    astray: int = 0
    done: bool = False

    @classmethod
    def of(
        cls,
        article_id: str,
        sha256: str,
        metadata: Metadata,
        revised: bool = False,
        done: bool = False,
    ) -> Line:
        """The line of an article nothing is known of but its metadata."""
        title, publisher, published = map(
            visible, (metadata.title or article_id, metadata.publisher, metadata.published)
        )
        return cls(article_id, sha256, title, publisher, published, revised=revised, done=done)

    def counted_as(self, other: Line) -> Line:
        """This line with the progress of `other`, or why it cannot be known."""
        return replace(self, progress=other.progress, problem=other.problem, astray=other.astray)

    def known_as(self, known: Line | None) -> Line:
        """This line with the progress it had till now, if `known` is of the same text."""
        if known is None or known.sha256 != self.sha256:
            return self
        return replace(self, progress=known.progress, astray=known.astray)


@dataclass(frozen=True, slots=True)
class Columns:
    """The width of each column in cells; 0 where a column does not fit or says nothing."""

    title: int
    publisher: int
    published: int
    bar: int
    reviewed: int
    codes: int

    @classmethod
    def fit(cls, width: int, lines: Iterable[Line]) -> Columns:
        """Columns for `width` cells: title and progress always, the rest while there is room."""
        lines = tuple(lines)
        wide = width >= 60
        reviewed = max((len(_reviewed(line)) for line in lines), default=0)
        least = len("Quotes") if wide else len("99/99")
        columns = cls(
            title=0,
            publisher=_widest("Publisher", (line.publisher for line in lines), width // 5),
            published=_widest("Date", (line.published for line in lines), 16),
            bar=_BAR if width >= 100 else 0,
            reviewed=max(reviewed, least),
            codes=max((len("Codes"), *(len(_codes(line)) for line in lines))),
        )
        for name in ("bar", "publisher", "published", "codes"):
            if not wide or width - columns._taken() < _TITLE:
                columns = replace(columns, **{name: 0})
        return replace(columns, title=max(1, width - columns._taken()))

    def holds(self, line: Line) -> bool:
        """Whether the progress of `line` fits, now that it is known."""
        return len(_reviewed(line)) <= self.reviewed and len(_codes(line)) <= max(5, self.codes)

    def _taken(self) -> int:
        """What all columns but the title take, gaps included."""
        others = (self.publisher, self.published, self.codes)
        progress = self.reviewed + (self.bar + 1 if self.bar else 0)
        return sum(other + len(_GAP) for other in others if other) + progress + len(_GAP)

    def heading(self) -> Content:
        """The names of the columns."""
        progress = self.reviewed + (self.bar + 1 if self.bar else 0)
        return self._join(
            _left("Title", self.title),
            _left("Publisher", self.publisher),
            _left("Date", self.published),
            _right("Quotes", progress),
            _right("Codes", self.codes),
        )

    def row(self, line: Line) -> Content:
        """One article."""
        progress = Content(_reviewed(line).rjust(self.reviewed))
        if self.bar:
            progress = Content.assemble(_bar(line.progress, self.bar), " ", progress)
        return self._join(
            _title(line, self.title),
            _left(line.publisher, self.publisher).stylize("$fr-muted"),
            _left(line.published, self.published).stylize("$fr-muted"),
            progress,
            _right(_codes(line), self.codes),
        )

    def _join(self, *cells: Content) -> Content:
        return Content(_GAP).join([cell for cell in cells if cell])


def _widest(name: str, values: Iterable[str], most: int) -> int:
    """The width a column wants; 0 when no value says anything."""
    widest = max(map(cell_len, values), default=0)
    return min(max(widest, len(name)), max(most, len(name))) if widest else 0


def _left(words: str, width: int) -> Content:
    return Content(words if width else "").truncate(width, ellipsis=True, pad=True)


def _title(line: Line, width: int) -> Content:
    """The title, and behind it how many annotations wait to be placed, or that it is done."""
    if line.done and not line.astray:
        done = Content.styled(" ✓", "bold $text-success")
        return _left(line.title, max(0, width - done.cell_length)) + done
    if not line.astray:
        return _left(line.title, width)
    words = f"{line.astray} to place" if width >= _TITLE + len("99 to place") else f"≠{line.astray}"
    waits = Content.styled(f" {words}", "bold $text-warning")
    return _left(line.title, max(0, width - waits.cell_length)) + waits


def _right(words: str, width: int) -> Content:
    return Content(words[:width].rjust(width))


def _reviewed(line: Line) -> str:
    if line.problem:
        return "!"
    if line.progress is None:
        return "…"
    if not line.progress.quotations:
        return "–"
    return f"{line.progress.reviewed}/{line.progress.quotations}"


def _codes(line: Line) -> str:
    return str(line.progress.codes) if line.progress else ""


def _bar(progress: Progress | None, width: int) -> Content:
    """The share of quotations reviewed; full only when all are."""
    if progress is None or not progress.quotations:
        return Content(" " * width)
    done = width * progress.reviewed // progress.quotations
    return Content.assemble(("━" * done, "$text-success"), ("─" * (width - done), "$fr-muted"))
