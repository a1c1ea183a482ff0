"""The codebook of the project: codes below codes, what they stand for, how often they are used."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.types import CSSPathType

from fr_reader.app import code_rows
from fr_reader.app.code_tree import CodeTree
from fr_reader.app.commands import keymap_of
from fr_reader.app.commands.binding import bindings
from fr_reader.app.screens.code_choices import NONE, colour_options, key_options, other_option
from fr_reader.app.screens.confirm import Confirm
from fr_reader.app.screens.matching import fold
from fr_reader.app.screens.memo import MemoEditor
from fr_reader.app.screens.picker import Picked, Picker, PickerOption
from fr_reader.app.screens.prompt import Prompt
from fr_reader.app.screens.shared import SharedScreen
from fr_reader.model import SHIPPED, Code
from fr_reader.store.codebook_desk import CodebookDesk


class CodebookScreen(SharedScreen[CodebookDesk]):
    """The codes as a tree; a code merged into another stands below that one."""

    PLACE: ClassVar[str] = "codebook"
    HEADING: ClassVar[str] = "Codebook"
    EMPTY: ClassVar[str] = "No codes."
    CSS_PATH: ClassVar[CSSPathType | None] = "shared.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("codebook")]

    def __init__(self, desk: CodebookDesk) -> None:
        super().__init__(desk)
        self._tree = CodeTree()
        self._counted = False

    # the list

    def list_all(self) -> list[str]:
        return self._tree.list_all(self.desk.codebook, whole=bool(self._typed))

    def words_of(self, key: str) -> tuple[str, ...]:
        code = self.desk.codebook.by_id[key]
        return fold(code.name), fold(code.definition)

    def columns(self, width: int) -> Content:
        return code_rows.heading(width)

    def row(self, key: str, width: int) -> Content:
        book, depth = self.desk.codebook, self._tree.depth(key)
        code = book.by_id.get(key)
        if code is None:
            return Content("")
        if book.end(key) != key:
            return code_rows.merged_row(code, depth, width)
        folded = None if self._typed else self._tree.folded(key)
        return code_rows.row(code, depth, folded, self._uses(code), width)

    def about(self, key: str, width: int) -> Content:  # noqa: ARG002 - it wraps by itself
        book = self.desk.codebook
        code = book.by_id.get(key)
        if code is None:
            return Content("")
        if book.end(key) != key:
            return code_rows.about_merged(code, book.get(key))
        return code_rows.about(code, book, self._uses(code))

    def measured(self, found: object) -> None:  # noqa: ARG002 - the desk has it
        self._counted = True

    def total(self) -> str:
        many = len(self.desk.codebook)
        return f"{many:,} code{'' if many == 1 else 's'}"

    @property
    def hinted_place(self) -> str:
        merged = self.here and self.desk.codebook.end(self.here) != self.here
        return "codebook-merged" if merged else self.PLACE

    def _uses(self, code: Code) -> tuple[int, int] | None:
        return self.desk.uses(code) if self._counted else None

    def _code(self) -> Code | None:
        """The code under the cursor; None where there is none, or it was merged, which is said."""
        code = self.desk.codebook.by_id.get(self.here)
        if code is not None and self.desk.codebook.end(code.id) != code.id:
            self.said = keymap_of(self.app).say("merged: {codebook.part} parts it again")
            self.show_row()
            return None
        return code

    def action_fold(self) -> None:
        key = self._tree.fold(self.desk.codebook, self.here)
        if key:
            self.show_all(key)

    # deeds

    def action_make(self) -> None:
        code = self.desk.codebook.get(self.here)
        above = self.desk.codebook.parent(code) if code is not None else None
        self._make(above)

    def action_make_below(self) -> None:
        self._make(self._code())

    def _make(self, above: Code | None) -> None:
        async def make(name: str | None) -> None:
            if name:
                made: list[Code] = []
                parent = above.id if above is not None else ""
                done = await self.act(lambda: made.append(self.desk.make(name, parent)))
                if done:
                    self._tree.unfold(parent)
                    self.show_all(made[0].id)

        title = f"New code below {above.name}" if above is not None else "New code"
        self.app.push_screen(Prompt(title, placeholder="its name"), make)

    def action_rename(self) -> None:
        code = self._code()
        if code is None:
            return

        async def rename(name: str | None) -> None:
            if name is not None:
                await self.act(lambda: self.desk.rename(code, name))

        self.app.push_screen(Prompt(f"Rename {code.name}", code.name), rename)

    def action_define(self) -> None:
        code = self._code()
        if code is not None:
            self._define(code, code.definition)

    def _define(self, code: Code, words: str) -> None:
        """Edit a definition, beginning with `words`; what cannot be saved is not thrown away."""

        async def keep(definition: str | None) -> None:
            if definition is None:
                return
            if not await self.act(lambda: self.desk.define(code, definition)):
                self._define(code, definition)

        editor = MemoEditor(
            words, title=f"Definition of {code.name}", asks="What does it stand for?"
        )
        self.app.push_screen(editor, keep)

    def action_key(self) -> None:
        code = self._code()
        if code is None:
            return

        async def take(picked: Picked | None) -> None:
            if picked is not None and picked.id:
                key = "" if picked.id == NONE else picked.id
                await self.act(lambda: self.desk.set_key(code, key))

        options = key_options(code, self.desk.codebook)
        self.app.push_screen(Picker(f"Key of {code.name}", options, at=code.key or NONE), take)

    def action_colour(self) -> None:
        code = self._code()
        if code is None:
            return
        if code.id in SHIPPED:
            self.said = f"{code.name} has the colour the theme gives it"
            self.show_row()
            return

        async def take(picked: Picked | None) -> None:
            if picked is not None and picked.id:
                colour = "" if picked.id == NONE else picked.id
                await self.act(lambda: self.desk.set_colour(code, colour))

        options = colour_options(code)
        self.app.push_screen(
            Picker(f"Colour of {code.name}", options, at=code.colour or NONE), take
        )

    async def action_move_down(self) -> None:
        await self._move(1)

    async def action_move_up(self) -> None:
        await self._move(-1)

    async def _move(self, by: int) -> None:
        code, where = self._code(), "below" if by > 0 else "above"
        if code is not None:

            def move() -> str:
                moved = self.desk.move(code, by)
                return "moved · saved" if moved else f"nothing beside it further {where}"

            await self.act(move)

    def action_parent(self) -> None:
        code = self._code()
        if code is None:
            return
        book = self.desk.codebook
        out = {code.id, *book.below(code.id)}

        async def take(picked: Picked | None) -> None:
            if picked is not None and picked.id:
                above = "" if picked.id == NONE else picked.id
                if await self.act(lambda: self.desk.put_below(code, above)):
                    self._tree.unfold(above)
                    self.show_all(code.id)

        options = [PickerOption(NONE, "none: on top"), *self._options(out)]
        self.app.push_screen(Picker(f"Put {code.name} below", options), take)

    def action_merge(self) -> None:
        code = self._code()
        if code is None:
            return
        book = self.desk.codebook

        async def take(picked: Picked | None) -> None:
            into = book.get(picked.id) if picked is not None and picked.id else None
            if into is not None:
                undo = keymap_of(self.app).say("{codebook.undo} takes it back")
                said = f"merged into {into.name} · {undo}"
                await self.act(lambda: self.desk.merge(code, into), said, into.id)

        options = self._options({code.id, *book.below(code.id)})
        self.app.push_screen(Picker(f"Merge {code.name} into", options), take)

    def _options(self, out: set[str]) -> list[PickerOption]:
        return [
            other_option(code, self._uses(code))
            for code in self.desk.codebook
            if code.id not in out
        ]

    async def action_part(self) -> None:
        book = self.desk.codebook
        code = book.by_id.get(self.here)
        if code is None:
            return
        if book.end(code.id) == code.id:
            merged = book.merged_into(code.id)
            if len(merged) != 1:
                self.said = "go to the merged code to part it" if merged else "nothing was merged"
                self.show_row()
                return
            code = merged[0]
        parted = code
        await self.act(lambda: self.desk.part(parted), f"{parted.name} is its own again", parted.id)

    def _recount(self) -> str:
        self.desk.count()
        return ""

    async def action_remove(self) -> None:
        code = self._code()
        if code is None:
            return
        if not await self.act(self._recount, to=code.id):
            return
        many, articles = self.desk.uses(code)
        if not many or code.id in SHIPPED:
            undo = keymap_of(self.app).say("removed · {codebook.undo} brings it back")
            await self.act(lambda: self.desk.remove(code), undo)
            return

        def merge(yes: bool | None) -> None:
            if yes:
                self.action_merge()

        question = (
            f"{code.name} stays: {many:,} annotation{'s' if many > 1 else ''} in {articles:,} "
            f"article{'s' if articles > 1 else ''} {'have' if many > 1 else 'has'} it."
        )
        ask = "Merge it into another code instead? Nothing is lost, and undo takes it back."
        confirm = Confirm(question, ask, title="Used", yes="Merge it", no="Leave it")
        self.app.push_screen(confirm, merge)
