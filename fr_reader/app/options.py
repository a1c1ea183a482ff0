"""What the pickers offer, the likeliest first."""

from __future__ import annotations

from fr_reader.app.elsewhere import Uses
from fr_reader.app.here import Here
from fr_reader.app.marks import role_of_code
from fr_reader.app.reader_state import ReaderState
from fr_reader.app.screens.picker import PickerOption
from fr_reader.model import Annotations, Code, Speaker


def speaker_options(state: ReaderState, here: Here) -> list[PickerOption]:
    """The speaker found for this quotation, then those given last, the article's, the project's.

    Ids are names: a speaker that is only found has no other id yet.
    """
    options: dict[str, PickerOption] = {}
    speakers = state.desk.speakers
    elsewhere = state.elsewhere.speakers if state.elsewhere else None
    uses = Uses.of((a.speaker for a in _accepted(state).spoken()), elsewhere, speakers.end)

    def offer(name: str, detail: str, short: str = "") -> None:
        known = speakers.named(name)
        about = _about(known) if known else "Found in the text; not among the speakers yet."
        keywords = known.aliases if known else ()
        key = known.name if known else name
        options.setdefault(key, PickerOption(key, key, detail, keywords, about, brief=short))

    def offer_known(speaker: Speaker) -> None:
        offer(speaker.name, uses.told(speaker.id), uses.brief(speaker.id))

    if here.speaker is not None:
        current = speakers.get(here.speaker.speaker)
        if current is not None:
            offer(current.name, "says this")
    if here.quotation is not None and here.quotation.who:
        offer(here.quotation.who, "found here")
    for name in state.recent.last_speakers(_own(state).spoken(), speakers):
        if (recent := speakers.named(name)) is not None:
            offer_known(recent)
    for voice in state.voices():
        known = speakers.named(voice.name)
        if known is not None and known.id in uses.here:
            offer_known(known)
        else:
            offer(voice.name, f"{voice.quotations} suggested")
    for speaker in speakers:
        offer_known(speaker)
    return list(options.values())


def code_options(state: ReaderState) -> list[PickerOption]:
    """The codes of the codebook: those given last, then in its order, those below another after it.

    Each has its key, how often this article and the project have it, and its definition.
    """
    book = state.desk.codebook
    elsewhere = state.elsewhere.codes if state.elsewhere else None
    uses = Uses.of((a.code for a in _accepted(state).coded()), elsewhere, book.end)

    def option(code: Code) -> PickerOption:
        key = f"  {code.key or ' '}"
        above = book.parent(code)
        below = f"\nBelow {above.name}." if above is not None else ""
        words = (code.definition,) if code.definition else ()
        merged = tuple(one.name for one in book.merged_into(code.id))
        return PickerOption(
            code.id,
            code.name,
            uses.told(code.id) + key,
            (*merged, *words),
            (code.definition or "No definition yet.") + below,
            f"$fr-{role_of_code(code)}",
            uses.brief(code.id) + key,
        )

    last = state.recent.last_codes(_own(state).coded(), book)
    order = dict.fromkeys([*last, *(code.id for code, _ in book.tree())])
    return [option(book.by_id[code_id]) for code_id in order]


def _about(speaker: Speaker) -> str:
    """Who a speaker is, in a line or two."""
    also = f"Also called {', '.join(speaker.aliases)}" if speaker.aliases else ""
    return "\n".join(filter(None, (speaker.about, also))) or "No role known."


def _own(state: ReaderState) -> Annotations:
    coder = state.desk.coder
    return _accepted(state).where(lambda annotation: annotation.coder == coder)


def _accepted(state: ReaderState) -> Annotations:
    return state.desk.annotations.accepted()
