"""The speakers of the project: who they are, how much they say, and who is one and the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar, cast

from rich.cells import cell_len
from textual.binding import BindingType
from textual.content import Content
from textual.types import CSSPathType

from fr_reader.app import speaker_rows
from fr_reader.app.commands import keymap_of
from fr_reader.app.commands.binding import bindings
from fr_reader.app.sayings import NOTHING, Figures, figures
from fr_reader.app.screens.chooser import Chooser
from fr_reader.app.screens.matching import fold
from fr_reader.app.screens.picker import Picked, Picker, PickerOption
from fr_reader.app.screens.prompt import Prompt
from fr_reader.app.screens.shared import SharedScreen
from fr_reader.model import Annotation, Speaker, visible
from fr_reader.store.speakers_desk import SpeakersDesk


class SpeakersScreen(SharedScreen[SpeakersDesk]):
    """The speakers by name; one merged into another is told of with that one."""

    PLACE: ClassVar[str] = "speakers"
    HEADING: ClassVar[str] = "Speakers"
    EMPTY: ClassVar[str] = (
        "No speakers yet: accept a quotation’s speaker in an article, or say who speaks."
    )
    CSS_PATH: ClassVar[CSSPathType | None] = "shared.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("speakers")]

    def __init__(self, desk: SpeakersDesk) -> None:
        super().__init__(desk)
        self._figures: Mapping[str, Figures] | None = None
        self._longest = 0

    # the list

    def list_all(self) -> list[str]:
        speakers = list(self.desk.speakers)
        self._longest = max((cell_len(visible(speaker.name)) for speaker in speakers), default=0)
        return [speaker.id for speaker in speakers]

    def words_of(self, key: str) -> tuple[str, ...]:
        speaker = self.desk.speakers.get(key)
        return tuple(map(fold, (*speaker.names, speaker.about))) if speaker else ("",)

    def columns(self, width: int) -> Content:
        return speaker_rows.heading(width, self._longest)

    def row(self, key: str, width: int) -> Content:
        speaker = self.desk.speakers.get(key)
        if speaker is None:
            return Content("")
        return speaker_rows.row(speaker, self._said(key), width, self._longest)

    def about(self, key: str, width: int) -> Content:  # noqa: ARG002 - it wraps by itself
        speaker = self.desk.speakers.get(key)
        if speaker is None:
            return Content("")
        return speaker_rows.about(speaker, self.desk.speakers, self._said(key))

    def measure(self) -> object:
        self.desk.count()
        return figures(self.desk.store, self.desk.speakers)

    def measured(self, found: object) -> None:
        self._figures = cast(Mapping[str, Figures], found)

    def total(self) -> str:
        many = len(self.desk.speakers)
        return f"{many:,} speaker{'' if many == 1 else 's'}"

    def _said(self, key: str) -> Figures | None:
        return None if self._figures is None else self._figures.get(key, NOTHING)

    def _speaker(self) -> Speaker | None:
        return self.desk.speakers.get(self.here)

    # deeds

    def _ask(self, title: str, value: str, deed: Callable[[str], object]) -> None:
        """Ask for one line, and do something with it."""

        async def done(words: str | None) -> None:
            if words is not None:
                await self.act(lambda: deed(words))

        self.app.push_screen(Prompt(title, value), done)

    def action_rename(self) -> None:
        if speaker := self._speaker():
            title = f"Rename {speaker.name}"
            self._ask(title, speaker.name, lambda name: self.desk.rename(speaker, name))

    def action_role(self) -> None:
        if speaker := self._speaker():
            self._ask(
                f"Role of {speaker.name}",
                speaker.role,
                lambda role: self.desk.describe(speaker, role, speaker.affiliation),
            )

    def action_affiliation(self) -> None:
        if speaker := self._speaker():
            self._ask(
                f"Affiliation of {speaker.name}",
                speaker.affiliation,
                lambda body: self.desk.describe(speaker, speaker.role, body),
            )

    def action_alias(self) -> None:
        if speaker := self._speaker():
            title = f"Another name of {speaker.name}"
            self._ask(title, "", lambda alias: self.desk.add_alias(speaker, alias))

    def action_remove_alias(self) -> None:
        speaker = self._speaker()
        if speaker is None:
            return
        if not speaker.aliases:
            self._say("no alias to remove")
            return

        async def take(picked: Picked | None) -> None:
            alias = picked.id if picked is not None else None
            if alias:
                await self.act(lambda: self.desk.remove_alias(speaker, alias))

        merged = {own.name for own in self.desk.speakers.merged_into(speaker.id)}
        options = [
            PickerOption(alias, alias, "merged in" if alias in merged else "")
            for alias in speaker.aliases
        ]
        self.app.push_screen(Picker(f"Remove which name of {speaker.name}?", options), take)

    def action_merge(self) -> None:
        speaker = self._speaker()
        if speaker is None:
            return

        async def take(picked: Picked | None) -> None:
            into = self.desk.speakers.get(picked.id) if picked and picked.id else None
            if into is not None:
                undo = keymap_of(self.app).say("{speakers.undo} takes it back")
                said = f"merged into {into.name} · {undo}"
                await self.act(lambda: self.desk.merge(speaker, into), said, into.id)

        options = [self._option(other) for other in self.desk.speakers if other.id != speaker.id]
        self.app.push_screen(Picker(f"{speaker.name} is the same as", options), take)

    def _option(self, speaker: Speaker) -> PickerOption:
        said = self._said(speaker.id)
        detail = f"{said.quotations:,}" if said else ""
        about = " · ".join(filter(None, (speaker.about, ", ".join(speaker.aliases))))
        return PickerOption(speaker.id, speaker.name, detail, speaker.aliases, about)

    async def action_part(self) -> None:
        speaker = self._speaker()
        merged = self.desk.speakers.merged_into(speaker.id) if speaker else ()
        if speaker is None or not merged:
            self._say("nobody was merged into this one")
            return

        async def part(one: Speaker) -> None:
            await self.act(lambda: self.desk.part(one), f"{one.name} is parted again", one.id)

        async def take(picked: Picked | None) -> None:
            one = next((m for m in merged if picked and m.id == picked.id), None)
            if one is not None:
                await part(one)

        if len(merged) == 1:
            await part(merged[0])
            return
        options = [PickerOption(one.id, one.name, one.about) for one in merged]
        self.app.push_screen(Picker(f"Part whom from {speaker.name}?", options), take)

    async def action_split(self) -> None:
        """Choose quotations, then say whose they are."""
        speaker = self._speaker()
        if speaker is None:
            return
        said: list[Annotation] = []

        def read() -> str:
            self.desk.count()
            found = self.desk.quotations(speaker)
            said.extend(each for each in found if each.coder == self.desk.coder)
            return ""

        if not await self.act(read, to=speaker.id):
            return
        if not said:
            self._say("no quotation you accepted")
            return

        def chosen(ids: tuple[str, ...] | None) -> None:
            if ids:
                self._split(speaker, [said[int(index)] for index in ids])

        options = [_quotation(index, annotation) for index, annotation in enumerate(said)]
        self.app.push_screen(Chooser(f"Which are not {speaker.name}’s?", options), chosen)

    def _split(self, speaker: Speaker, quotations: list[Annotation]) -> None:
        async def take(picked: Picked | None) -> None:
            name = (picked.id or picked.created) if picked is not None else None
            if name:
                many = f"{len(quotations)} quotation{'s' if len(quotations) > 1 else ''}"
                said = f"{many} to {name} · saved"
                await self.act(lambda: self.desk.split(speaker, name, quotations), said)

        merged = {own.name for own in self.desk.speakers.merged_into(speaker.id)}
        own = [alias for alias in speaker.aliases if alias not in merged]
        others = [other for other in self.desk.speakers if other.id != speaker.id]
        options = [
            *(PickerOption(alias, alias, "an alias") for alias in own),
            *(PickerOption(one.name, one.name, one.about, one.aliases) for one in others),
        ]
        self.app.push_screen(Picker("Who says them?", options, "New speaker"), take)

    async def action_remove(self) -> None:
        if speaker := self._speaker():
            undo = keymap_of(self.app).say("removed · {speakers.undo} brings them back")
            await self.act(lambda: self.desk.remove(speaker), undo)

    def _say(self, words: str) -> None:
        self.said = words
        self.show_row()


def _quotation(index: int, annotation: Annotation) -> PickerOption:
    words = " … ".join(anchor.exact for anchor in annotation.anchors)
    line = " ".join(words.split())
    return PickerOption(str(index), line[:200], annotation.article, about=line[:600])
