"""What the pickers offer, the likeliest first."""

from __future__ import annotations

from fr_reader.app.here import Here
from fr_reader.app.reader_state import ReaderState
from fr_reader.app.screens.picker import PickerOption
from fr_reader.store.desk import Desk


def speaker_options(state: ReaderState, here: Here) -> list[PickerOption]:
    """The speaker found for this quotation, then the article's, then the project's.

    Ids are names: a speaker that is only found has no other id yet.
    """
    options: dict[str, PickerOption] = {}

    def offer(name: str, detail: str, *keywords: str) -> None:
        known = state.desk.speakers.named(name)
        options.setdefault(
            known.name if known else name, PickerOption(name, name, detail, keywords)
        )

    if here.speaker is not None:
        current = state.desk.speakers.get(here.speaker.speaker)
        if current is not None:
            offer(current.name, "says this", *current.aliases)
    if here.quotation is not None and here.quotation.who:
        offer(here.quotation.who, "found here")
    for voice in state.voices():
        many = f"{voice.quotations} quotation{'s' if voice.quotations != 1 else ''}"
        offer(voice.name, many if voice.accepted else f"{many}, suggested")
    for speaker in state.desk.speakers:
        offer(speaker.name, speaker.role or "in this project", *speaker.aliases)
    return list(options.values())


def code_options(desk: Desk) -> list[PickerOption]:
    """The codes of the codebook, with their keys and how often this article has them."""
    counts: dict[str, int] = {}
    for annotation in desk.annotations.accepted().coded():
        counts[annotation.code] = counts.get(annotation.code, 0) + 1
    return [
        PickerOption(
            code.id,
            code.name,
            "  ".join(filter(None, (str(counts.get(code.id, "")), code.key))),
            (code.definition,) if code.definition else (),
        )
        for code in desk.codebook
    ]
