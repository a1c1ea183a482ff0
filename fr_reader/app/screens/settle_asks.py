"""What is asked while disagreements are settled: the reason, and what is to stand instead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.screen import Screen

from fr_reader.agreement.cases import Case
from fr_reader.app.describe import excerpt
from fr_reader.app.marks import role_of_code
from fr_reader.app.screens.picker import Picked, Picker, PickerOption
from fr_reader.app.screens.prompt import Prompt
from fr_reader.app.settling_lines import Names
from fr_reader.model import STANCES, Span, kind_of
from fr_reader.overview.settling import Otherwise

_CODE, _SPEAKER, _NO_STANCE = "code ", "speaker ", "-"
Settle = Callable[[Otherwise], Any]


def ask_reason(screen: Screen[Any], reason: str, then: Callable[[str | None], None]) -> None:
    """Ask for the reason of what is decided next."""
    screen.app.push_screen(Prompt("Why?", reason, placeholder="the reason, kept as a memo"), then)


def ask_otherwise(screen: Screen[Any], case: Case, names: Names, then: Settle) -> None:
    """Ask for the code or the speaker that is to stand, for the passage where there are several
    and for the stance where there may be one."""

    def chosen(picked: Picked | None) -> None:
        if picked is not None and picked.id is not None:
            kind, _, own = picked.id.partition(" ")
            other = {"code": own} if kind == _CODE.strip() else {"speaker": own}
            _ask_extent(screen, case, lambda spans: _ask_stance(screen, names, spans, other, then))

    screen.app.push_screen(Picker("What is to stand there?", _bodies(names)), chosen)


def _bodies(names: Names) -> list[PickerOption]:
    codes = [
        PickerOption(_CODE + code.id, code.name, "code", style=f"$fr-{role_of_code(code)}")
        for code in names.codebook
    ]
    known = names.speakers
    speakers = [
        PickerOption(_SPEAKER + one.id, one.name, "speaker", one.aliases, style="$fr-speaker")
        for one in known.by_id.values()
        if known.end(one.id) == one.id
    ]
    return [*codes, *speakers]


def _ask_extent(screen: Screen[Any], case: Case, then: Callable[[tuple[Span, ...]], None]) -> None:
    extents = list(dict.fromkeys(each.segments for each in case.made))
    if len(extents) == 1:
        then(extents[0])
        return
    text = case.reading.article.text
    options = []
    for at, segments in enumerate(extents):
        words = " … ".join(span.of(text) for span in segments)
        options.append(PickerOption(str(at), excerpt(words, 200), about=words))

    def chosen(picked: Picked | None) -> None:
        if picked is not None and picked.id is not None:
            then(extents[int(picked.id)])

    screen.app.push_screen(Picker("On which passage?", options), chosen)


def _ask_stance(
    screen: Screen[Any],
    names: Names,
    segments: tuple[Span, ...],
    other: dict[str, str],
    then: Settle,
) -> None:
    stances = STANCES.get(kind_of(names.codebook, other.get("code", "")), ())
    if not stances:
        then(Otherwise(segments, **other))
        return
    options = [PickerOption(_NO_STANCE, "no stance")]
    options += [PickerOption(stance.value, stance.value) for stance in stances]

    def chosen(picked: Picked | None) -> None:
        if picked is not None and picked.id is not None:
            stance = "" if picked.id == _NO_STANCE else picked.id
            then(Otherwise(segments, **other, stance=stance))

    screen.app.push_screen(Picker("With which stance?", options), chosen)
