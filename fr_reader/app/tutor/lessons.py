"""The lessons of the tutor, a table: what to do, what it is good for, and when it is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fr_reader.app.tutor import glimpse
from fr_reader.app.tutor.glimpse import Trail


@dataclass(frozen=True, slots=True)
class Lesson:
    """One thing to learn; `do` and `why` name keys by the ids of commands in braces.

    `done` looks at what has become of the article, never at keys. `praise` is said afterwards.
    """

    title: str
    do: str
    why: str
    done: Callable[[Trail], bool]
    praise: str


LESSONS: tuple[Lesson, ...] = (
    Lesson(
        "From quotation to quotation",
        "Press {reader.next-quotation} to go to the next quotation.",
        "They are found for you, also where they run over several paragraphs.",
        glimpse.on_another_quotation,
        "There it is.",
    ),
    Lesson(
        "Ask why",
        "Press {reader.reason}: why is this speaker suggested?",
        "What is found is a suggestion with a reason, and counts only once you accept it.",
        glimpse.asked_why,
        "Good to know.",
    ),
    Lesson(
        "Accept a suggestion",
        "Press {reader.skip} for the next suggestion, {reader.accept} to accept it.",
        "The cursor goes on by itself; {reader.reject} turns one down.",
        glimpse.accepted_one,
        "Accepted and saved.",
    ),
    Lesson(
        "Say who speaks",
        "Press {reader.next-quotation}, then {reader.speaker}: choose a name or type one, then ⏎.",
        "The rules may be wrong: what you say holds, in the next article too.",
        glimpse.named_a_speaker,
        "Noted.",
    ),
    Lesson(
        "Tag a claim",
        "Press {reader.next-quotation}, then {reader.claim} to tag it as a claim.",
        "Every tag is on the disk at once. There is no save key.",
        glimpse.tagged_a_claim,
        "Saved.",
    ),
    Lesson(
        "Select words",
        "Press {reader.select}, then {reader.next-word} a few times.",
        "A selection grows and shrinks with all the keys that move.",
        glimpse.selected_more,
        "Well chosen.",
    ),
    Lesson(
        "Tag a concern",
        "Press {reader.concern} to tag what is selected as a concern.",
        "A tag goes to the selection, else to what the cursor is on.",
        glimpse.tagged_a_concern,
        "Saved.",
    ),
    Lesson(
        "Select a whole",
        "Press {reader.inside} {object.sentence} to select the sentence, then {reader.back}.",
        "Quotation, clause, paragraph and word work alike; {reader.back} always backs out.",
        glimpse.selected_a_whole,
        "Right.",
    ),
    Lesson(
        "Jump",
        "Press {reader.hint}, then the two letters where you want to go.",
        "Every quotation and every speaker in sight is two letters away.",
        glimpse.jumped,
        "Quick.",
    ),
    Lesson(
        "Find",
        "Press {reader.find}, type trial, then ⏎, and {reader.next-found} for the next.",
        "{reader.previous-found} goes back; capitals count where you type some.",
        glimpse.found_two,
        "Found.",
    ),
    Lesson(
        "Write a memo",
        "Press {reader.memo}, write what you make of it, then esc.",
        "A memo belongs to the tag under the cursor, else to the passage.",
        glimpse.wrote_a_memo,
        "Kept.",
    ),
    Lesson(
        "Take it back",
        "Press {reader.undo} to undo what you have just done.",
        "Undo goes back as far as you have come, also the next day; {reader.redo} does it again.",
        glimpse.took_back,
        "Undone.",
    ),
    Lesson(
        "Copy with citation",
        "Press {reader.next-quotation}, then {reader.copy} to copy with the citation.",
        "Speaker, title, publisher, date and paragraph go along as far as they are known.",
        glimpse.copied_with_citation,
        "Ready to paste.",
    ),
    Lesson(
        "Help",
        "Press {app.help} to see all keys of this place.",
        "⏎ runs the one you choose, and {app.palette} finds any command by its name.",
        glimpse.saw_help,
        "That is all you need.",
    ),
)

END = "{tutor.restart} begins again, {tutor.leave} takes the lessons away."
NEXT = "fr-reader FILE opens an article of your own; {app.quit} quits."
