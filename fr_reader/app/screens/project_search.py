"""Searching the whole project, with results as one types; Enter opens the place."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from fr_reader.app.layout import line_face
from fr_reader.app.screens.hints import Hint
from fr_reader.app.screens.inputs import LineInput
from fr_reader.app.screens.list_dialog import ListDialog
from fr_reader.app.screens.rows import Rows
from fr_reader.model import FrReaderError, visible
from fr_reader.store.search import Hit, Where, search

if TYPE_CHECKING:
    from fr_reader.store import Store

MOST = 500
"""Places shown at the most; whoever finds more types on."""
_FEW = 20
_KIND = 9


class ProjectSearch(ListDialog[Hit]):
    """Type to find, Enter opens the place under the cursor; None when backed out."""

    HINTS: ClassVar[tuple[Hint, ...]] = (
        ("up down", "move"),
        ("enter", "open"),
        ("escape", "back"),
    )

    class Found(Message):
        """Some more places have been found for what was typed; `done` when these are all."""

        def __init__(self, wanted: str, hits: list[Hit], done: bool, problem: str = "") -> None:
            super().__init__()
            self.wanted, self.hits, self.done, self.problem = wanted, hits, done, problem

    def __init__(self, store: Store, wanted: str = "") -> None:
        """`wanted` is what the field begins with."""
        super().__init__("Search the project")
        self._store = store
        self._titles = {entry.id: entry.metadata.title or entry.id for entry in store.entries()}
        self._wanted = wanted
        self._hits: list[Hit] = []

    def body(self) -> ComposeResult:
        """The field, the list, and what stands there when it is empty."""
        yield LineInput(
            self._wanted, placeholder="words in texts, speakers, codes, memos", id="filter"
        )
        yield Rows(self._row, most=0.6, id="options")
        yield Static(id="nothing")

    def on_mount(self) -> None:
        """Look for what the field begins with."""
        self._begin(self._wanted)

    @on(Input.Changed, "#filter")
    def _on_typed(self, event: Input.Changed) -> None:
        if event.value.strip() != self._wanted:
            self._begin(event.value.strip())

    def _begin(self, wanted: str) -> None:
        self._wanted, self._hits = wanted, []
        self.workers.cancel_group(self, "search")
        self._show(done=not wanted)
        if wanted:
            self._search(wanted)

    @work(thread=True, group="search", exclusive=True)
    def _search(self, wanted: str) -> None:
        worker, hits = get_current_worker(), search(self._store, wanted)
        told, done, problem = 0, False, ""
        while told < MOST and not done and not worker.is_cancelled:
            try:
                some = list(islice(hits, min(_FEW, MOST - told)))
            except FrReaderError as error:
                some, problem = [], str(error)
            told, done = told + len(some), len(some) < _FEW
            self.post_message(self.Found(wanted, some, done or told >= MOST, problem))

    @on(Found)
    def _on_found(self, message: Found) -> None:
        if message.wanted != self._wanted:
            return
        self._hits += message.hits
        self._show(message.done, message.problem)

    def _show(self, done: bool, problem: str = "") -> None:
        rows, nothing = self.rows, self.query_one("#nothing", Static)
        rows.show(len(self._hits), max(0, rows.cursor))
        rows.display = bool(self._hits)
        nothing.display = not rows.display
        waits = "Nothing found." if self._wanted else "Type what to look for."
        nothing.update(Content(visible(problem) or (waits if done else "Looking …")))
        many = len(self._hits)
        more = "+" if many >= MOST else ("" if done else " …")
        self.say(f"{many:,}{more}" if self._wanted else "")

    @on(Input.Submitted, "#filter")
    @on(Rows.Chosen)
    def _on_taken(self) -> None:
        row = self.rows.cursor
        if 0 <= row < len(self._hits):
            self.dismiss(self._hits[row])

    def _row(self, row: int, width: int) -> Content:
        hit = self._hits[row]
        kind = Content.styled(f"{hit.where:<{_KIND}} ", "$fr-muted")
        words = Content(line_face(hit.words))
        if len(hit.place):
            words = words.stylize("underline bold", hit.place.start, hit.place.end)
        label = hit.label if hit.where is not Where.TEXT else ""
        parts = [kind, Content.styled(f"{visible(label)}  ", "$fr-speaker") if label else "", words]
        found = Content.assemble(*parts)
        if hit.where is Where.TITLE or width < 60:
            return found
        title = Content.styled(visible(self._titles.get(hit.article, hit.article)), "$fr-muted")
        title = title.truncate(width // 4, ellipsis=True)
        room = width - title.cell_length - 2
        return Content.assemble(found.truncate(room, ellipsis=True, pad=True), "  ", title)
