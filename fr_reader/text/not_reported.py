"""What only looks reported: names in marks, things done, what introduces the words themselves."""

from __future__ import annotations

from collections.abc import Collection

from fr_reader.text.adjuncts import is_adjunct
from fr_reader.text.deeds import is_deed
from fr_reader.text.grammar import AUXILIARIES, OBJECT_PRONOUNS, word_set
from fr_reader.text.handling import is_done_by, is_handled_by
from fr_reader.text.indirect.frames import Frame
from fr_reader.text.inversions import SO, says_whose
from fr_reader.text.lexicon import cue_forms
from fr_reader.text.phrases import Range, is_word, verb_like
from fr_reader.text.place import is_object, place
from fr_reader.text.speeches import SPEECHES, WRITINGS, before_count
from fr_reader.text.stream import Stream
from fr_reader.text.things import NAMING, is_told_a_name
from fr_reader.text.word_kinds import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    COORDINATOR,
    DETERMINER,
    PAST,
    PERSONAL_PRONOUN,
    PREPOSITION,
    RELATIVE_PRONOUN,
    SUBORDINATOR,
    TIME,
    VERB,
)

_OPENS_CLAUSE = (
    SUBORDINATOR | PERSONAL_PRONOUN | RELATIVE_PRONOUN | PREPOSITION | ADVERB | AUXILIARY
)
_ENDS_NOUN = (
    PREPOSITION
    | SUBORDINATOR
    | COORDINATOR
    | RELATIVE_PRONOUN
    | AUXILIARY
    | TIME
    | PERSONAL_PRONOUN
)
_NAMED = word_set("named identified quoted")
"""Who asks not to be this says nothing of the matter."""
_ASKS = word_set("call calls called ask asks asked answer answers answered tell tells told read")
"""Verbs that need more than an article and a noun to report something."""
_PUNISHES = word_set("sentenced jailed")
_ASKED = word_set("asked told pressed questioned quizzed challenged")
_ADJECTIVES = word_set(
    "new old first last big small large great more latest early late full final fresh late high low"
    " long short good bad best worst top free next local national royal public private historic"
    " controversial giant huge tiny second third"
)
"""What opens a headline and stands before a noun: `New stand at Corby Lane`."""
_COME = word_set("came comes")
_COMMANDS = word_set("command commands commanded commanding")
"""`He commanded the garrison`: only what is to be done, or that it is, is said."""
_LEARNS = word_set("learn learns learned learnt learning")
"""`She learned to weld`: a skill; only that something is so, or how, is told."""
_FAR_AS = 8
_STOPS = word_set("stop stops stopped stopping resume resumes resumed finish finishes finished")
_HOLDS = word_set(
    "illustrate illustrates illustrated direct directs directed directing compose composes composed"
    " show shows showed showing screen screens screened screening stage stages staged staging"
    " include includes included including contain contains contained feature features featured"
)
"""What has a work in it says nothing of it: `The programme includes “Night Ferry” by X`."""
_FEW = 3
_UP = [["it", "up"], ["things", "up"], ["up"], ["it"], ["it", "simply"], ["it", "briefly"]]
"""Behind these and a colon, what somebody summed or put like this only comes now."""
_SAID = SPEECHES | WRITINGS
_LONGEST_SPEECH = 5
"""`issued the following statement:` has so many tokens behind its verb at most."""
_LONGEST_NAMING = 6
"""`known to locals as “S”`: a name in marks with so many tokens at most is no reported clause."""
_DOES = word_set(
    "share shares shared sharing publish publishes published open opens opened launch launched"
    " launches hire hires hired fire fired delivered maintain maintains maintained marks marked"
    " record records recorded run runs ran running invite invites invited press presses pressed"
    " play plays"
    " played fight fights fought began ended cast suspend suspended captured completed serve serves"
    " judge judges judged judging keep keeps kept keeping conclude concludes concluded concluding"
    " choose chooses chose choosing sue sues sued suing elect elects elected electing"
    " measure measures measured measuring"
    " float floats floated floating stand stands stood standing"
    " served sentenced jailed learned drafted performed attended hosted hosts knows"
)
"""Verbs that do a thing as readily as they say one."""
_ACTS = _LEARNS | _COMMANDS | _ASKS | _DOES
_SAID_THINGS = word_set(
    "statement statements message messages concern concerns view views opinion opinions belief"
    " beliefs sentiment sentiments fear fears hope hopes doubt doubts frustration frustrations"
    " anger support criticism apology apologies warning warnings condolences idea ideas thought"
    " thoughts claim claims threat threats promise promises pledge pledges call calls denial"
    " complaint complaints demand demands appeal appeals response reply details plans plan"
    " assessment conclusion position commitment confidence optimism scepticism skepticism outrage"
    " notion notions suggestion suggestions finding findings"
    " dismay rebuke praise endorsement declaration ultimatum advice tweet tweets"
)
"""What is said, and not done, by the verbs above: “shared his concern”."""


def names_a_thing(text: str, stream: Stream, frame: Frame) -> bool:
    """Whether what looks reported is a name in marks, or ends in one and says so."""
    contents = frame.contents
    if contents[0][0] in stream.names:
        return True
    if not stream.names:
        return False
    low = stream.low
    naming = low[frame.head] in NAMING and low[frame.head + 1 : frame.head + 2] != ["for"]
    if naming and frame.head + 1 in stream.names:
        return is_told_a_name(place(text, stream, frame.head + 1))
    first, last = contents[-1]
    near = range(first, min(last, first + _LONGEST_NAMING))
    named = next((at for at in near if at in stream.names), None)
    holds = low[frame.head] in _HOLDS
    if named is None or not (naming or holds or named == last - 1):
        return False
    if any(verb_like(stream, at) and low[at] not in AUXILIARIES for at in range(first, named)):
        return False
    return holds or is_told_a_name(place(text, stream, named))


def reports_nothing(
    stream: Stream, frame: Frame, content: Range, speakers: Collection[int], fixed: Collection[int]
) -> bool:
    """Whether a frame only looks like one: `charge a “recovery fee”`; `said X, who wrote it`.

    `speakers` are the tokens of what names the speakers of quotations.
    """
    if frame.rule == "passive":
        return is_done_by(stream, frame) or (
            frame.source is None and is_adjunct(stream, frame, *content)
        )
    if frame.rule == "content-cue-source":
        return is_handled_by(stream, frame)
    if frame.rule != "source-cue-content":
        return False
    first, last = content
    low = stream.low
    whose = frame.head and low[frame.head - 1] in SO and says_whose(stream, frame.head)
    if whose or _is_subject(stream, frame, first) or is_adjunct(stream, frame, first, last):
        return True
    if first in speakers and not _COME.isdisjoint(stream.low[slice(*frame.cue)]):
        return True
    if last < len(low) and low[last] == ":" and _introduces(stream, frame, content):
        return True
    if frame.source is None and _asks_who_speaks(stream, frame, content, fixed):
        return True
    if low[first] == "not" and low[first + 1 : first + 3] == ["to", "be"]:
        return first + 3 < last and low[first + 3] in _NAMED
    if _is_done(stream, frame, first, last):
        return True
    if last == first + 1 and frame.head in speakers and low[first] in OBJECT_PRONOUNS:
        return True
    if not stream.where:
        return False
    near = range(first, min(last, first + 4))
    at = next((at for at in near if at in stream.quoted), last)
    if at == last or not is_object(stream, frame.head, at):
        return False
    return not any(verb_like(stream, after) for after in range(at + 1, last))


def _is_done(stream: Stream, frame: Frame, first: int, last: int) -> bool:
    """Whether the verb and what follows it tell a deed, not words."""
    verb = stream.low[frame.head]
    if stream.low[first] == "that" and _is_date(stream, first + 1, last):
        return True
    if verb in _STOPS and stream.low[first].endswith("ing"):
        return True
    if verb in ("known", "sworn"):
        return _goes_by(stream, frame.head, last)
    if verb not in _ACTS:
        return is_deed(stream, frame, first, last)
    if verb in _LEARNS and stream.low[first : first + 1] == ["to"]:
        return True
    if verb in _COMMANDS and not {"to", "that"} & set(stream.low[first:last]):
        return True
    if last <= first + 2 and verb in _ASKS and _is_short(stream, first, last):
        return True
    if verb in _DOES and _is_thing_done(stream, frame, first, last):
        return True
    return is_deed(stream, frame, first, last)


def _goes_by(stream: Stream, at: int, last: int) -> bool:
    """Whether "known" tells what somebody goes by: `known | to all as Digger`; “was sworn in”."""
    low = stream.low
    if low[at] == "sworn":
        return low[at + 1 : at + 2] == ["in"]
    return low[at + 1 : at + 2] == ["for"] or "as" in low[at + 1 : min(last, at + _FAR_AS)]


def _is_subject(stream: Stream, frame: Frame, first: int) -> bool:
    """Whether the cue is a noun with its own verb behind it: `The morning show | ran late`."""
    low, kinds, head, source = stream.low, stream.kinds, frame.head, frame.source
    if first != head + 1 or source is None or source[1] != head:
        return False
    form = cue_forms().get(low[head])
    if form is None or form.form != "base" or not kinds[source[0]] & DETERMINER:
        return False
    verb = kinds[first] & (AUXILIARY | VERB | PAST) and not kinds[first] & CAPITAL
    plain = not any(
        kinds[at] & (PREPOSITION | COORDINATOR | CAPITAL) for at in range(source[0] + 1, source[1])
    )
    return bool(verb) and plain and not low[head - 1].endswith("s")


def _is_date(stream: Stream, at: int, last: int) -> bool:
    """Whether a time and no clause follows a "that": `ended | that afternoon at the quay`."""
    if at >= last or not stream.kinds[at] & TIME or stream.kinds[at] & CAPITAL:
        return False
    after = at + 1
    return after >= last or bool(
        stream.kinds[after] & (PREPOSITION | SUBORDINATOR) or not is_word(stream, after)
    )


def _introduces(stream: Stream, frame: Frame, content: Range) -> bool:
    """Whether the colon after the content says that what was said only comes now."""
    first, last = content
    if before_count(stream, first - 1, last) <= first:
        return True
    if stream.low[first:last] in _UP:
        return True
    if last - first <= _LONGEST_SPEECH and stream.low[last - 1] in _SAID:
        return last + 1 >= stream.size or last + 1 in stream.quoted
    return not SPEECHES.isdisjoint(stream.low[slice(*frame.cue)])


def _asks_who_speaks(stream: Stream, frame: Frame, content: Range, fixed: Collection[int]) -> bool:
    """`Asked about the vote, X said: “S”`: nothing is said of the question but its subject."""
    if content[1] - content[0] > _FEW:
        return False
    head = frame.head
    first = stream.first_of[head]
    opens = head == first or (head == first + 1 and stream.low[first] == "when")
    if not opens or stream.low[head] not in _ASKED:
        return False
    introduces = stream.text[stream.last_of(head) - 1] == ":"
    return introduces or any(stream.first_of[at] == first for at in fixed)


def is_headline_noun(stream: Stream, frame: Frame, content: Range) -> bool:
    """Whether what looks like a cue in a headline is a noun: `Boiler blast ‘like thunder’`."""
    head = frame.head
    if head == 1 and stream.low[0] in _ADJECTIVES:
        return not stream.low[1].endswith(("s", "ed"))
    if content[0] != head + 1 or content[0] not in stream.quoted:
        return False
    form = cue_forms().get(stream.low[head])
    if form is None or form.form != "base":
        return False
    before = stream.low[head - 1] if head else ""
    return not before.endswith("s") or before.endswith(("us", "ss", "is"))


def _is_thing_done(stream: Stream, frame: Frame, first: int, last: int) -> bool:
    """Whether what follows the verb is a thing done, not said: `published | three novels`."""
    low = stream.low
    if low[first] == "to" and low[frame.head] in _PUNISHES:
        return True
    if first != frame.cue[1] or stream.kinds[first] & _OPENS_CLAUSE:
        return False
    if any(kind & RELATIVE_PRONOUN for kind in stream.kinds[first:last]):
        return False
    head = first
    for at in range(first, last):
        if stream.kinds[at] & _ENDS_NOUN or not is_word(stream, at):
            break
        if verb_like(stream, at) or low[at] in _SAID_THINGS or at in stream.quoted:
            return False
        head = at
    after = head + 1
    return after >= last or not (stream.kinds[after] & AUXILIARY or verb_like(stream, after))


def _is_short(stream: Stream, first: int, last: int) -> bool:
    """Whether what follows the verb is an article and a noun alone: `called his mother`."""
    noun = last - 1
    article = stream.kinds[first] & (DETERMINER | SUBORDINATOR) == DETERMINER and noun == first + 1
    return article and noun not in stream.quoted and stream.low[noun] not in _SAID_THINGS
