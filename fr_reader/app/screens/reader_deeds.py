"""What the reader screen does to the project, and what the user takes away from it."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.events import Paste

from fr_reader import export
from fr_reader.app import screens
from fr_reader.app.elsewhere import SITTINGS, Elsewhere
from fr_reader.app.manner import LONGEST_LINE
from fr_reader.app.reader_state import ReaderState
from fr_reader.app.screens.reader_links import ReaderLinks
from fr_reader.app.take_away import TakeAway
from fr_reader.app.tell import tell
from fr_reader.app.triage import Rest
from fr_reader.app.triaging import NOTHING_LEFT
from fr_reader.model import Annotation, Metadata, Span, StoreError
from fr_reader.store import data_folder

if TYPE_CHECKING:
    from fr_reader.app.citing import StyleChoice
    from fr_reader.app.screens import Picked
    from fr_reader.app.taking_in import TakenIn

_UNNAMED = " It names no speaker: none is accepted yet, {reader.speaker} does it."


class ReaderDeeds(ReaderLinks):
    """The deeds of the reader: each gathers what it needs, does it and shows what became of it."""

    def __init__(
        self, state: ReaderState, take_away: TakeAway, longest_line: int = LONGEST_LINE
    ) -> None:
        """`longest_line`: cells of text in a row at the most."""
        super().__init__(state)
        self.take_away = take_away
        self.longest_line = longest_line

    async def action_tag_key(self, key: str) -> None:
        code = self.state.desk.codebook.by_key(key)
        if code is None:
            makes = self.state.keymap.face("reader.code")
            self.said = f"no code has the key {key} yet: {makes} makes one"
            self.show_all()
        else:
            await self.act(lambda: self.state.tag(code))

    async def action_remove(self) -> None:
        await self.act(self.state.remove_chosen)

    async def action_stance(self) -> None:
        await self.act(self.state.turn_stance)

    async def action_undo(self) -> None:
        await self.act(self.state.undo)

    async def action_redo(self) -> None:
        await self.act(self.state.redo)

    async def action_repeat(self) -> None:
        await self.act(self.state.repeat)

    async def action_nudge_forward(self) -> None:
        await self.act(lambda: self.state.nudge(1))

    async def action_nudge_back(self) -> None:
        await self.act(lambda: self.state.nudge(-1))

    async def action_other_edge(self) -> None:
        self.said = self.state.turn_edge()
        self.show_all(reveal=False)

    # going through suggestions

    async def action_accept(self) -> None:
        await self.act(self.state.accept)

    async def action_reject(self) -> None:
        await self.act(self.state.reject)

    async def action_skip(self) -> None:
        await self.act(self.state.skip)

    def action_accept_rest(self) -> None:
        """Accept all suggestions left, after asking."""
        left = self.state.pending
        if not left:
            self.said = self.state.keymap.say(NOTHING_LEFT)
            self.show_all()
            return

        async def confirmed(yes: bool | None) -> None:
            if yes:
                await self.act(self.state.accept_rest)

        question = f"Accept all {len(left)} suggestions left in this article?"
        self.app.push_screen(screens.Confirm(question, str(Rest.of(left))), confirmed)

    def action_reason(self) -> None:
        """Say why the suggestion under the cursor was made."""
        tell(self.app, self.state.why(), "Why", timeout=15)

    async def action_review(self) -> None:
        """Go through the annotations the new text has put astray."""

        def closed(said: str | None) -> None:
            self.said = said or ""
            self.show_all(reveal=False)

        async with self.state.turn:  # a deed under way is waited for
            from fr_reader.app.review import Review  # noqa: PLC0415 - after the first paint

            review = Review(self.state)
        if review.items:
            self.app.push_screen(screens.ReviewScreen(review), closed)
        else:
            self.said = "every annotation is in its place"
            self.show_all()

    # asking first

    def look_elsewhere(self) -> None:
        """Learn beside the screen what pickers say of the project: used last, and how often."""
        self.run_worker(self._look_elsewhere, thread=True, exclusive=True, group="elsewhere")

    def _look_elsewhere(self) -> None:
        state, store = self.state, self.state.desk.store
        with suppress(StoreError):  # then pickers say nothing of it
            if state.recent.before is None:
                state.recent.before = store.latest(SITTINGS)
            state.elsewhere = Elsewhere.of(store, state.reading.article.id)
        self.look_up_links()

    def action_speaker(self) -> None:
        """Ask who says this; the first choice is the speaker the text gives away."""
        here = self.state.here()
        if here is not None:
            from fr_reader.app.options import speaker_options  # noqa: PLC0415 - as above

            options = speaker_options(self.state, here)
            self.app.push_screen(
                screens.Picker("Who says this?", options, "New speaker"), self._assign
            )

    async def _assign(self, picked: Picked | None) -> None:
        name = picked and (picked.id or picked.created)
        if name:
            await self.act(lambda: self.state.assign(name))

    def action_code(self) -> None:
        """Ask for a code; a name that is not in the codebook yet makes one."""
        if self.state.passage is not None:
            from fr_reader.app.options import code_options  # noqa: PLC0415 - as above

            options = code_options(self.state)
            self.app.push_screen(screens.Picker("Tag with", options, "New code"), self._tag)

    async def _tag(self, picked: Picked | None) -> None:
        if picked is None:
            return
        desk = self.state.desk
        code = desk.codebook.get(picked.id) if picked.id else None
        if code is None and picked.created:
            code = desk.codebook.named(picked.created) or desk.new_code(picked.created)
        if code is not None:
            await self.act(lambda: self.state.tag(code))

    def action_memo(self) -> None:
        """Open the memo of the chosen tag, or a new one on the passage."""
        here = self.state.here()
        if here is None:
            return
        self._edit_memo(here.chosen, here.chosen.memo if here.chosen else "")

    def _edit_memo(self, annotation: Annotation | None, words: str) -> None:
        """Edit a memo, beginning with `words`; one that cannot be saved is not thrown away."""

        async def keep(memo: str | None) -> None:
            if memo is None:
                return
            if not await self.act(lambda: self.state.write_memo(annotation, memo)):
                self._edit_memo(annotation, memo)

        editor = screens.MemoEditor(
            words,
            title=f"Memo on {self.state.name_of(annotation)}",
            excerpt=self.state.words_of(annotation),
        )
        self.app.push_screen(editor, keep)

    def action_codebook(self) -> None:
        """Show the codes of the project."""
        screens.open_codebook(self.app, self.state.desk.store, self._back)

    def action_speakers(self) -> None:
        """Show the speakers of the project."""
        screens.open_speakers(self.app, self.state.desk.store, self._back)

    def on_paste(self, event: Paste) -> None:
        """Add the files that were dropped on the terminal, which pastes their paths."""

        async def done(taken: TakenIn) -> None:  # noqa: ARG001 - they are told already
            await self.look_for_news()

        if screens.dropped(self, self.state.desk.store, event.text, done):
            event.stop()

    def action_describe(self) -> None:
        """Show what is known about the article, and let it be put right."""

        async def saved(known: Metadata) -> None:
            self.state.know(known)
            self.said = "what is known · saved"
            self.show_all(reveal=False)

        screens.describe(self.app, self.state.desk.store, self.state.reading.article.id, saved)

    async def _back(self, closed: None) -> None:  # noqa: ARG002 - Textual gives it
        """Show the article with what was changed of codes and speakers."""
        await self.look_for_news()
        self.look_elsewhere()

    # taking away

    async def action_copy(self) -> None:
        """Copy the quotation or selection with its citation."""
        segments = self.state.copied_segments()
        if segments:
            await self._copy_cited(segments, self._style().current)

    def action_citation_style(self) -> None:
        """Show the citation in one style after the other, and copy in the one chosen."""
        segments = self.state.copied_segments()
        if not segments:
            return
        from fr_reader.app.citing import Citing  # noqa: PLC0415 - after the first paint

        async def chosen(style: str | None) -> None:
            if style is not None:
                self._style().choose(style)
                await self._copy_cited(segments, style)

        bound = self.state.keymap.by_key("reader").items()
        again = [key for key, command in bound if command.id == "reader.citation-style"]
        preview = Citing(self.state, segments).preview
        self.app.push_screen(screens.CitationDialog(preview, self._style().current, again), chosen)

    def _style(self) -> StyleChoice:
        from fr_reader.app.citing import StyleChoice  # noqa: PLC0415 - after the first paint

        return StyleChoice(data_folder(), self.take_away.style)

    async def _copy_cited(self, segments: tuple[Span, ...], style: str) -> None:
        from fr_reader.app.citing import Citing  # noqa: PLC0415 - after the first paint
        from fr_reader.verify import check_outgoing  # noqa: PLC0415 - as above

        unnamed = not self.state.speaker_of(segments) and self.state.quotation_here()
        note = self.state.keymap.say(_UNNAMED) if unnamed else ""
        cited = Citing(self.state, segments).cited(style)
        faults = check_outgoing(cited, [self.state.reading.article])
        if faults:
            tell(self.app, faults[0], "Not copied", "error")
        else:
            await self._copy(cited, note)

    async def action_copy_words(self) -> None:
        """Copy the words alone."""
        segments = self.state.copied_segments()
        if segments:
            await self._copy(export.bare(self.state.reading, segments))

    async def _copy(self, text: str, note: str = "") -> None:
        receipt = await asyncio.to_thread(self.take_away.copy, text)
        title = "Not copied" if receipt.route == "none" else "Copied"
        tell(self.app, receipt.message + note, title)

    def action_export(self) -> None:
        """Write the notes of this article to a file."""
        store, article = self.state.desk.store, self.state.reading.article
        path = self.take_away.notes_path(article.id)
        profile = self.take_away.profile
        screens.ask_and_export(self, path, profile, lambda: export.collect(store, [article.id]))
