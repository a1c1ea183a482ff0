"""Attributions after or inside what they report: "S, X said", "S, said X", "S, according to X"."""

from __future__ import annotations

from fr_reader.text.appositions import phrase_starting
from fr_reader.text.grammar import VERBS, word_set
from fr_reader.text.indirect.context import AUXILIARY, COURTS, HEARS, TELLING, ends_sentence
from fr_reader.text.indirect.extents import cue_extent
from fr_reader.text.indirect.frames import Frame, Sentence
from fr_reader.text.indirect.weights import strong_cues
from fr_reader.text.lexicon import cue_forms
from fr_reader.text.offices import is_person_noun
from fr_reader.text.phrases import Range
from fr_reader.text.stream import Stream
from fr_reader.text.subjects import subject_before

_CLOSES = frozenset((".", ",", "time", "Time", "-", ";", ")", "in", "on", "from", "when", ">"))
_PLACE = frozenset(("Cap", ",", "(", ")"))
_DATELINE = _PLACE | {"num", "Time", "time", ".", "-"}
_LONGEST_DATELINE = 12
_FAR = 12
"""Up to so many tokens, what tells more of a source reaches to its comma."""
_EXPLAINS = frozenset(("ed", "ing", "that", "by", "in", "on", "from", "at", "with", "w"))
_GOES_ON = frozenset(("that", "wh", "if"))
_TOLD = word_set("told tells tell telling")
_MARKS = frozenset((",", "-", "Q"))
_ASIDE_MARKS = frozenset((",", "—", "–", "("))
VIEWS = word_set("words opinion view judgment judgement estimation eyes telling reckoning phrase")
"""Whose they are said to be has them: “in the eyes of X”."""
SAYS_WHOSE = VIEWS | {"according"}
_OWNS = ("’s", "'s", "s’", "s'")
_OWN = word_set("his her their")
_LONGEST_OWNER = 8
_LONGEST_COURT = 8
"""“a tribunal in Leeds has heard” has so many words before its verb at most."""
_TRAILING_FORMS = word_set(
    "said says say told added wrote writes noted explained reported argued"
    " suggested tweeted"
    " announced acknowledged continued insisted believes believe thinks think claimed claims"
    " concluded predicted warned recalled recalls estimated notes argues reports shows showed"
    " found adds explains according admitted confirmed stated declared indicated revealed"
    " contends contended maintained joked quipped replied asked asks complained observed"
)


def according(stream: Stream, classes: list[str], sentence: Sentence, at: int) -> Frame | None:
    """`According to X, S` and `S, according to X`; `In the view of X, S`; `In X’s view, S`."""
    owner = _owner_of_view(stream, at, sentence.last)
    if owner is not None:
        return _in_view(classes, sentence, at, owner)
    rule, begin = "according-to", at
    if stream.low[at] != "according" or at + 2 >= sentence.last or stream.low[at + 1] != "to":
        if not _is_view_of(stream, at, sentence.last):
            return None
        rule, begin = "words-of", at - 2
    named = phrase_starting(stream, at + 2, sentence.last)
    if named is None:
        return None
    end = named[1]
    if begin <= sentence.first + 1:
        if end < sentence.last and classes[end] in _EXPLAINS:
            stop = min(sentence.last, end + _FAR)
            end = next((i for i in range(end, stop) if classes[i] == ","), end)
            named = named[0], end
        comma = _closing_comma(stream, classes, sentence, named[0], end)
        named, end = (named[0], comma), comma
        start = end + 1 if end < sentence.last and stream.text[end] == "," else end
        contents = [(start, sentence.last)] if start < sentence.last else []
    else:
        before = begin - 1 if stream.text[begin - 1] in (",", "—", "–", "(") else begin
        contents = _left(classes, sentence, before)
        if contents and _is_cut_short(stream, classes, contents[0]):
            named = _going_on(stream, sentence, named, contents)
    cue = (at, at + 2) if rule == "according-to" else (at, at + 1)
    return Frame(rule, at, cue, named, contents)


def tells_whose_view(stream: Stream, at: int, last: int) -> bool:
    """Whether the word at `at` is that of “in the view | of X” or of “in X’s | view”, an aside."""
    return _is_view_of(stream, at, last) or _owner_of_view(stream, at, last) is not None


def _in_view(classes: list[str], sentence: Sentence, at: int, owner: Range) -> Frame:
    """`In X’s view, S` and `S, in X’s view, S`."""
    begin = owner[0] - 1
    contents = _left(classes, sentence, begin - 1) if begin > sentence.first + 1 else []
    if at + 2 < sentence.last and classes[at + 1] == ",":
        contents.append((at + 2, sentence.last))
    return Frame("words-of", at, (at, at + 1), owner, contents)


def _owner_of_view(stream: Stream, at: int, last: int) -> Range | None:
    """Whose the view at `at` is in the aside “in X’s | view,”, without the word “in”."""
    low = stream.low
    if low[at] not in VIEWS or (at + 1 < last and stream.text[at + 1] != ","):
        return None
    lowest = max(stream.first_of[at], at - _LONGEST_OWNER)
    begin = next((i for i in range(at - 1, lowest - 1, -1) if low[i] == "in"), at)
    owned = low[at - 1].endswith(_OWNS) or low[at - 1] in _OWN
    if begin + 1 >= at or not owned:
        return None
    aside = begin == stream.first_of[at] or stream.text[begin - 1] in _ASIDE_MARKS
    return (begin + 1, at) if aside else None


def _is_view_of(stream: Stream, at: int, last: int) -> bool:
    """Whether the word at `at` is that of “in the view | of X”, an aside that says whose it is."""
    if at < 2 or at + 2 >= last or stream.low[at] not in VIEWS or stream.low[at + 1] != "of":
        return False
    if stream.low[at - 2 : at] != ["in", "the"]:
        return False
    return at - 2 == stream.first_of[at] or stream.text[at - 3] in _ASIDE_MARKS


def _closing_comma(
    stream: Stream, classes: list[str], sentence: Sentence, first: int, end: int
) -> int:
    """The comma behind "According to X, who was there,": behind all that explains X."""
    comma = next((i for i in range(first, end + 1) if _is_comma(stream, sentence, i)), end)
    if comma + 2 >= sentence.last:
        return comma
    stop = min(sentence.last, comma + 2 * _FAR)
    after = next((i for i in range(comma + 1, stop) if classes[i] == ","), None)
    if after is None:
        return comma
    explained = classes[comma + 1] in ("who", "which") or (
        (classes[comma + 1] in ("a", "the", "his") or is_person_noun(stream.low[comma + 1]))
        and _is_cut_short(stream, classes, (comma + 1, after))
    )
    return after if explained else comma


def _is_comma(stream: Stream, sentence: Sentence, at: int) -> bool:
    return at + 1 < sentence.last and stream.text[at] == ","


def _going_on(stream: Stream, sentence: Sentence, named: Range, contents: list[Range]) -> Range:
    """The source up to its comma; what follows that is added to `contents`."""
    for at in range(named[0], min(named[1] + 1, sentence.last - 1)):
        if stream.text[at] == ",":
            contents.append((at + 1, sentence.last))
            return named[0], at
    return named


def _is_cut_short(stream: Stream, classes: list[str], left: Range) -> bool:
    """Whether the words before an attribution are no clause: "The pilot, …", "It would, …"."""
    first, last = left
    if classes[last - 1] in AUXILIARY:
        return True
    return not any(
        classes[at] in AUXILIARY or classes[at] == "ed" or stream.low[at] in VERBS
        for at in range(first + 1, last)
    )


def _is_explained(stream: Stream, classes: list[str], left: Range) -> bool:
    """Whether the words before "said the roof leaked" are its subject: "The pilot, 40, …"."""
    first, last = left
    comma = next((at for at in range(first, last) if classes[at] == ","), last)
    if comma - first < 1 or comma + 1 >= last or "," in classes[comma + 1 : last]:
        return False
    if not _is_cut_short(stream, classes, (first, comma)):
        return False
    if classes[comma + 1] in ("who", "which"):
        return True
    explains = classes[comma + 1] in ("num", "a", "the", "his")
    return explains and _is_cut_short(stream, classes, (comma + 1, last))


def trailing(stream: Stream, classes: list[str], sentence: Sentence, at: int) -> Frame | None:
    """`S, X said` and `S, said X`: what is reported comes first."""
    if not _may_trail(stream, classes, sentence, at):
        return None
    if "according" in stream.low[sentence.first : sentence.first + 2]:
        return None
    after = classes[at + 1] if at + 1 < sentence.last else ">"
    if classes[at - 1] in _MARKS and after in ("Cap", "the", "a", "he", "his", "w"):
        named = phrase_starting(stream, at + 1, sentence.last)
        if named is not None and (named[1] >= sentence.last or classes[named[1]] in _CLOSES):
            return _inverted(stream, classes, sentence, at, named)
    end = at + 1
    if after not in _CLOSES:
        told = _behind_addressee(stream, classes, sentence, at)
        if told is None and after != "adv":
            return None
        end = told or at + 2
        if end < sentence.last and classes[end] not in _CLOSES:
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
    if classes[begin] == "-" and all(_DATELINE.issuperset(classes[a:b]) for a, b in contents):
        return None
    if after == ",":
        contents += _rest(stream, classes, sentence, at + 1)
    elif end < sentence.last and contents and _is_cut_short(stream, classes, contents[0]):
        contents += _rest(stream, classes, sentence, end)
    return Frame("content-source-cue", at, cue, subject, contents)


def _inverted(
    stream: Stream, classes: list[str], sentence: Sentence, at: int, named: Range
) -> Frame | None:
    """`S, said X`, but not `X, 40, said S`."""
    begin = at - 1 if classes[at - 1] != "Q" else at
    contents = _left(classes, sentence, begin)
    if contents:
        if classes[at + 1] != "Cap" and _is_explained(stream, classes, contents[0]):
            return None
        if _is_cut_short(stream, classes, contents[0]):
            named = _going_on(stream, sentence, named, contents)
    return Frame("content-cue-source", at, (at, at + 1), named, contents)


def _behind_addressee(
    stream: Stream, classes: list[str], sentence: Sentence, at: int
) -> int | None:
    """Where the one to whom X told it ends: "S, X told | the court"."""
    if stream.low[at] not in _TOLD:
        return None
    named = phrase_starting(stream, at + 1, sentence.last)
    if named is None:
        return at + 2 if classes[at + 1 : at + 2] == ["him"] else None
    end = named[1]
    goes_on = classes[end : end + 1] != [","]
    goes_on = goes_on and not _GOES_ON.isdisjoint(classes[end : sentence.last])
    return None if goes_on else end


def _may_trail(stream: Stream, classes: list[str], sentence: Sentence, at: int) -> bool:
    """Whether a verb may stand behind what it reports."""
    low = stream.low[at]
    if at - sentence.first < 3 and not (at - sentence.first == 2 and classes[at - 1] == ","):
        return False
    if low in _TRAILING_FORMS:
        return True
    if low in HEARS and at + 1 >= sentence.last:
        return not COURTS.isdisjoint(stream.low[max(sentence.first, at - _LONGEST_COURT) : at])
    form = cue_forms().get(low)
    tells = form is not None and form.form in ("past", "s") and form.sense in TELLING
    if tells and classes[at + 1 : at + 2] == [","] and classes[at - 1] not in _MARKS:
        return True
    return ends_sentence(stream, classes, at, sentence.last)


def _left(classes: list[str], sentence: Sentence, before: int) -> list[Range]:
    """What stands before an attribution, back to a quotation that is another's, dateline off."""
    first = before
    while first > sentence.first and classes[first - 1] not in ("D", ";"):
        first -= 1
    for at in range(first + 1, min(before, first + _LONGEST_DATELINE)):
        if classes[at] in ("-", "?") and _DATELINE.issuperset(classes[first:at]):
            first = at + 1
    while first < before and classes[first] in (",", ":", "-", "and", "but", ".", "adv"):
        first += 1
    return [(first, before)] if first < before else []


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
