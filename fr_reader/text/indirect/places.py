"""Rules that read a cue by where it stands: after what it reports, before it, or around."""

from __future__ import annotations

from fr_reader.text.appositions import phrase_starting
from fr_reader.text.grammar import word_set
from fr_reader.text.indirect.choice import source_of
from fr_reader.text.indirect.contents import content_after
from fr_reader.text.indirect.context import (
    AUXILIARY,
    CLAUSE,
    TELLING,
    clause_follows,
    ends_sentence,
)
from fr_reader.text.indirect.extents import cue_extent, raises_thought
from fr_reader.text.indirect.frames import Frame, Sentence
from fr_reader.text.indirect.likely import likelihood
from fr_reader.text.indirect.nouns import before_main_verb, comes_from, is_noun
from fr_reader.text.indirect.weights import cue_words, strong_cues
from fr_reader.text.phrases import Range
from fr_reader.text.stream import Stream
from fr_reader.text.subjects import subject_before

_CLOSES = frozenset((".", ",", "time", "Time", "-", ";", ")", "in", "on", "from", "when", ">"))
_SEEMS = word_set("seem seems seemed appear appears appeared")
_JOINS = frozenset((",", "and", "but", "or"))
_OPEN_ENDED = frozenset(("source-cue-content", "passive"))
_ENOUGH = -4
"""A frame needs more for it than this, in tenths of log-odds."""
_WEAK, _STRONG = 6, 10
"""A frame below the one gives way to one above the other that it reports."""
_FAR = 8
_SURE = 10
"""A cue with more for it than this is read although another reports it, if more than
`_FAR` tokens of that stand before it."""
_PLACE = frozenset(("Cap", ",", "(", ")"))
_OPENS_SAID = frozenset(("that", "wh", "if"))
_PASSIVE_AFTER = word_set("to as by of for with")
_FEELS = word_set(
    "concerned worried interested focused committed determined prepared pleased"
    " disappointed"
    " alarmed startled excited surprised opposed inclined convinced persuaded dedicated involved"
    " troubled angered frustrated based scheduled devoted impressed"
)
_MARKS = frozenset((",", "-", "Q"))
_TRAILING_FORMS = word_set(
    "said says say told added wrote writes noted explained reported argued"
    " suggested tweeted"
    " announced acknowledged continued insisted believes believe thinks think claimed claims"
    " concluded predicted warned recalled recalls estimated notes argues reports shows showed"
    " found adds explains according admitted confirmed stated declared indicated revealed"
    " contends contended maintained joked quipped replied asked asks complained observed"
)


def read_sentence(stream: Stream, classes: list[str], sentence: Sentence) -> list[Frame]:
    """The frames of one sentence, what is nested in another left out."""
    found: list[Frame] = []
    heads = sorted(sentence.scores)
    for at in heads:
        frame = according(stream, classes, sentence, at) or trailing(stream, classes, sentence, at)
        if frame is not None and _likely(stream, classes, sentence, frame):
            found.append(frame)
    taken = {frame.head for frame in found}
    for at in heads:
        if at in taken or (found and any(_names(frame, at) for frame in found)):
            continue
        edge = _free(classes, sentence, found, at, sentence.scores[at]) if found else at
        weak = _weak(found, at, sentence.scores[at]) if edge < 0 else []
        if edge < 0 and not weak:
            continue
        frame = leading(stream, classes, sentence, at, _earlier(found, at))
        if frame is None or not _likely(stream, classes, sentence, frame):
            continue
        if edge >= 0:
            _cut(found, at, edge)
        elif all(frame.score > each.score for each in weak):
            found = [each for each in found if each not in weak]
        else:
            continue
        found.append(frame)
    if len(found) == 1:
        return found if not _named(found[0], found[0].head) else []
    return [frame for frame in found if not any(_named(other, frame.head) for other in found)]


def _likely(stream: Stream, classes: list[str], sentence: Sentence, frame: Frame) -> bool:
    """Whether enough speaks for a frame; its score is set."""
    frame.score = sentence.scores[frame.head]
    frame.score = likelihood(stream, classes, sentence, frame)
    if frame.source is not None and frame.rule == "source-cue-content" and frame.score < CLAUSE:
        word = cue_words()[stream.low[frame.head]]
        tells = word.sense in TELLING and clause_follows(stream, classes, frame.head, sentence.last)
        tells = tells or (word.sense in TELLING and comes_from(stream, frame.head, sentence.last))
        if tells or raises_thought(stream.low, frame.head):
            frame.score = CLAUSE
    return frame.score > _ENOUGH


def _named(frame: Frame, at: int) -> bool:
    return frame.source is not None and frame.source[0] <= at < frame.source[1]


def _names(frame: Frame, at: int) -> bool:
    return frame.cue[0] <= at < frame.cue[1] or _named(frame, at)


def _weak(found: list[Frame], at: int, score: int) -> list[Frame]:
    """The frames that report a far surer cue at `at`, where all that do are weak."""
    if score <= _STRONG:
        return []
    inside = [f for f in found if any(first <= at < last for first, last in f.contents)]
    return inside if all(f.score < _WEAK for f in inside) else []


def _free(classes: list[str], sentence: Sentence, found: list[Frame], at: int, score: int) -> int:
    """Whether a cue is not part of what another reports: where that must end, -1 if it is part.

    A cue joined to the one before it by a comma or a conjunction ends what that one reports.
    """
    inside = [f for f in found if any(first <= at < last for first, last in f.contents)]
    if not inside:
        return at
    back = at - 1
    while back > sentence.first and classes[back] in AUXILIARY:
        back -= 1
    passive = any(classes[i] in ("be", "been") for i in range(back + 1, at))
    joined = classes[back] in _JOINS and score > 0 and not passive
    if joined and all(f.rule in _OPEN_ENDED for f in inside):
        edge = back - 1 if classes[back - 1] == "," else back
        return -1 if any(f.contents[-1][0] >= edge for f in inside) else edge
    begun = max(f.contents[-1][0] for f in inside)
    return at if score > _SURE and at - begun > _FAR else -1


def _cut(found: list[Frame], at: int, edge: int) -> None:
    """End at `edge` what is reported around the cue at `at`, which is joined to its own."""
    if edge < at:
        for frame in found:
            first, last = frame.contents[-1] if frame.contents else (at, at)
            if first <= at < last:
                frame.contents[-1] = (first, edge)


def _rest(stream: Stream, classes: list[str], sentence: Sentence, end: int) -> list[Range]:
    """What goes on behind an attribution that interrupts: ", he said, and S"."""
    if end + 1 >= sentence.last or stream.text[end] != ",":
        return []
    last = end + 1
    while last < sentence.last and classes[last] not in ("D", ";"):
        last += 1
    opens = (
        classes[end + 1] in ("ing", "when", "who", "which") or stream.low[end + 1] in strong_cues()
    )
    return [(end + 1, last)] if last > end + 1 and not opens else []


def _earlier(found: list[Frame], at: int) -> list[Range]:
    """The sources of the attributions before token `at`, the nearest last."""
    known = sorted((f.cue[0], f.source) for f in found if f.cue[0] < at and f.source is not None)
    return list(dict.fromkeys(source for _, source in known))


def _left(classes: list[str], sentence: Sentence, before: int) -> list[Range]:
    """What stands before an attribution, back to a quotation that is another's, dateline off."""
    first = before
    while first > sentence.first and classes[first - 1] not in ("D", ";"):
        first -= 1
    for at in range(first + 1, min(before, first + 6)):
        if classes[at] == "-" and all(classes[i] in _PLACE for i in range(first, at)):
            first = at
    while first < before and classes[first] in (",", ":", "-", "and", "but", ".", "adv"):
        first += 1
    return [(first, before)] if first < before else []


def according(stream: Stream, classes: list[str], sentence: Sentence, at: int) -> Frame | None:
    """`According to X, S` and `S, according to X`."""
    if stream.low[at] != "according" or at + 2 >= sentence.last or stream.low[at + 1] != "to":
        return None
    named = phrase_starting(stream, at + 2, sentence.last)
    if named is None:
        return None
    end = named[1]
    if at <= sentence.first + 1:
        comma = next((i for i in range(named[0], end) if classes[i] == ","), end)
        named, end = (named[0], comma), comma
        start = end + 1 if end < sentence.last and stream.text[end] == "," else end
        contents = [(start, sentence.last)] if start < sentence.last else []
    else:
        before = at - 1 if stream.text[at - 1] in (",", "—", "–", "(") else at
        contents = _left(classes, sentence, before)
    return Frame("according-to", at, (at, at + 2), named, contents)


def trailing(stream: Stream, classes: list[str], sentence: Sentence, at: int) -> Frame | None:
    """`S, X said` and `S, said X`: what is reported comes first."""
    if not _may_trail(stream, classes, sentence, at):
        return None
    after = classes[at + 1] if at + 1 < sentence.last else ">"
    if classes[at - 1] in _MARKS and after in ("Cap", "the", "a", "he", "his", "w"):
        named = phrase_starting(stream, at + 1, sentence.last)
        if named is not None and (named[1] >= sentence.last or classes[named[1]] in _CLOSES):
            begin = at - 1 if classes[at - 1] != "Q" else at
            return Frame(
                "content-cue-source", at, (at, at + 1), named, _left(classes, sentence, begin)
            )
    if after not in _CLOSES:
        return None
    subject = subject_before(stream, at, sentence.first)
    if subject is None or subject[0] - sentence.first < 3:
        return None
    before = subject[0] - 1
    if classes[before] not in _MARKS:
        return None
    begin = before if classes[before] != "Q" else before + 1
    cue = cue_extent(stream, classes, sentence, at)
    contents = _left(classes, sentence, begin)
    if after == ",":
        contents += _rest(stream, classes, sentence, at + 1)
    return Frame("content-source-cue", at, cue, subject, contents)


def _may_trail(stream: Stream, classes: list[str], sentence: Sentence, at: int) -> bool:
    """Whether a verb may stand behind what it reports."""
    low = stream.low[at]
    if at - sentence.first < 3:
        return False
    if low in _TRAILING_FORMS:
        return True
    return ends_sentence(stream, classes, at, sentence.last)


def leading(
    stream: Stream, classes: list[str], sentence: Sentence, at: int, earlier: list[Range]
) -> Frame | None:
    """`X said that S`, `X's claim that S`: what is reported follows."""
    cue = cue_extent(stream, classes, sentence, at)
    frame = passive(stream, classes, sentence, at, cue)
    if frame is not None:
        return frame
    if not _says_more(stream, cue[1], sentence.last):
        return None
    source = source_of(stream, classes, sentence, at, cue, earlier)
    end = cue[1]
    if source is not None and source[0] >= end and source[0] <= end + 2:
        end = source[1]
    content = content_after(stream, classes, sentence, at, end)
    if content is None:
        return None
    if is_noun(stream, classes, sentence.first, at):
        content = before_main_verb(stream, classes, content)
    return Frame("source-cue-content", at, cue, source, [content])


def _said_behind(
    stream: Stream, classes: list[str], sentence: Sentence, at: int, agent: Range | None
) -> Range | None:
    """The S of "it was claimed by X that S", "they were told by X that S"."""
    if agent is None or agent[1] >= sentence.last or classes[agent[1]] not in _OPENS_SAID:
        return None
    return content_after(stream, classes, sentence, at, agent[1])


def _says_more(stream: Stream, first: int, last: int) -> bool:
    """Whether a word or a quotation is among the tokens `[first, last)`."""
    while last > first and not (stream.text[last - 1][0].isalnum() or last - 1 in stream.quoted):
        last -= 1
    return last > first


def passive(
    stream: Stream, classes: list[str], sentence: Sentence, at: int, cue: Range
) -> Frame | None:
    """`S is expected to S`, `S was criticised by X`, `S seems S`: the subject is reported too."""
    low = stream.low
    after = classes[at + 1] if at + 1 < sentence.last else ">"
    seems = low[at] in _SEEMS
    be = any(classes[i] in ("be", "been") for i in range(cue[0], at))
    if not seems and not (
        be
        and after in _PASSIVE_AFTER
        and low[at].endswith(("ed", "n", "ld", "d", "likely", "certain", "t"))
    ):
        return None
    if low[at] in _FEELS:
        return None
    subject = subject_before(stream, cue[0], sentence.first)
    contents = [subject] if subject else []
    if after == "by":
        agent = phrase_starting(stream, at + 2, sentence.last)
        said = _said_behind(stream, classes, sentence, at, agent)
        contents = [said] if said is not None else contents
        return Frame("passive", at, (cue[0], at + 2), agent, contents) if contents else None
    content = content_after(stream, classes, sentence, at, cue[1])
    if content is None:
        return None
    return Frame("passive", at, cue, None, [*contents, content])
