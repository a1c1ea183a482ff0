"""How the cursor of the reader moves, and what leads out of the article again."""

from __future__ import annotations

from textual import on

from fr_reader.app.cursor import Unit
from fr_reader.app.screens.reader_deeds import ReaderDeeds
from fr_reader.app.widgets.article_view import ArticleView
from fr_reader.app.widgets.minimap import Minimap


class ReaderMoves(ReaderDeeds):
    """The moving keys and the mouse."""

    @property
    def view(self) -> ArticleView:
        """The widget that draws the text."""
        return self.query_one(ArticleView)

    def leave_mode(self) -> bool:
        """End what waits for another key; False where nothing does."""
        raise NotImplementedError

    def forget_found(self) -> bool:
        """Take the marks of what was found off; False where there were none."""
        raise NotImplementedError

    def show_cursor(self, reveal: bool = True, end: bool = False) -> None:
        """Show where the cursor is and what is said of it; `reveal` scrolls to it, `end` to the
        end of a passage higher than the screen."""
        raise NotImplementedError

    def _step(self, unit: Unit, by: int) -> None:
        self.said = ""
        if unit is Unit.PARAGRAPH and self._read_on(by):
            return
        moved = self.state.step(unit, by)
        if not moved and unit is Unit.QUOTATION:
            self.said = "no further quotation" if by > 0 else "no quotation before"
            if not self.state.reading.quotations:
                self.said = self.state.keymap.say("no quotations: {reader.select} selects words")
            if self.state.searching:
                self.said = "still looking for quotations"
        self.show_cursor(reveal=moved, end=unit is Unit.PARAGRAPH and by < 0)

    def _read_on(self, by: int) -> bool:
        """Scroll inside a passage taller than the screen, before leaving it; False at its edge."""
        passage = self.state.passage
        return (
            passage is not None
            and self.state.selection is None
            and self.view.scroll_within(passage.span, by)
        )

    def action_next_paragraph(self) -> None:
        self._step(Unit.PARAGRAPH, 1)

    def action_previous_paragraph(self) -> None:
        self._step(Unit.PARAGRAPH, -1)

    def action_next_quotation(self) -> None:
        self._step(Unit.QUOTATION, 1)

    def action_previous_quotation(self) -> None:
        self._step(Unit.QUOTATION, -1)

    def action_next_sentence(self) -> None:
        self._step(Unit.SENTENCE, 1)

    def action_previous_sentence(self) -> None:
        self._step(Unit.SENTENCE, -1)

    def action_next_word(self) -> None:
        self._step(Unit.WORD, 1)

    def action_previous_word(self) -> None:
        self._step(Unit.WORD, -1)

    def action_first(self) -> None:
        self._go_to(0)

    def action_last(self) -> None:
        self._go_to(len(self.state.reading.paragraphs) - 1)
        self.view.show_end()

    def _go_to(self, paragraph: int, reveal: bool = True) -> None:
        self.said = ""
        self.state.go_to(paragraph)
        self.show_cursor(reveal)

    def action_page_down(self) -> None:
        self._page(1)

    def action_page_up(self) -> None:
        self._page(-1)

    def _page(self, by: int) -> None:
        """Scroll by a screen less two rows; the cursor goes along with what is shown."""
        scrolled = self.view.page(by)
        first, last = self.view.paragraphs_shown()
        if self.state.focus is not None:
            down = by > 0
            self._go_to(first if scrolled == down else last, reveal=False)

    def action_next_clause(self) -> None:
        self._step(Unit.CLAUSE, 1)

    def action_previous_clause(self) -> None:
        self._step(Unit.CLAUSE, -1)

    def action_next_character(self) -> None:
        self._step(Unit.CHARACTER, 1)

    def action_previous_character(self) -> None:
        self._step(Unit.CHARACTER, -1)

    def action_select(self) -> None:
        self.said = ""
        self.state.select()
        self.show_cursor()

    def action_next_tag(self) -> None:
        self.said = "" if self.state.choose_next() else "no tag here"
        self.show_cursor()

    def action_back(self) -> None:
        self.said = ""
        self.app.clear_notifications()
        if self.leave_mode():
            return
        if self.state.back_out() or self.forget_found():
            self.show_cursor()
        else:
            self.dismiss()

    def action_close(self) -> None:
        self.dismiss()

    @on(ArticleView.Pointed)
    def _on_pointed(self, message: ArticleView.Pointed) -> None:
        self.said = ""
        self.state.point(message.offset)
        self.show_cursor(reveal=False)

    @on(Minimap.Pointed)
    def _on_map_pointed(self, message: Minimap.Pointed) -> None:
        self.said = ""
        self.state.point(message.offset)
        self.show_cursor()

    @on(ArticleView.Dragged)
    def _on_dragged(self, message: ArticleView.Dragged) -> None:
        self.state.drag(message.start, message.end)
        self.show_cursor(reveal=False)
