"""Names: every proper name of an article, and where it stands.

A name is a run of words with a capital, without the title before it and without words that have
their capital from the beginning of a sentence. "Garbett" and "Ms. Garbett" go by "Zoë Garbett"
where the article has that (see `register`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from fr_reader.model import Paragraph, ParagraphKind
from fr_reader.text.forms import BODIES, FOR_OTHERS, Form, Name
from fr_reader.text.grammar import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    PERSONAL,
    PREPOSITIONS,
    RELATIVE,
    SENTENCE_STARTERS,
    SUBORDINATORS,
    TIME_WORDS,
    word_set,
)
from fr_reader.text.kinds import credit_in
from fr_reader.text.lexicon import first_names
from fr_reader.text.offices import (
    is_honour,
    is_office,
    is_title,
    is_unnamed_office,
    title_gender,
)
from fr_reader.text.openers import home_at, name_from
from fr_reader.text.register import Names

_CAPITAL = "A-ZÀ-ÖØ-ÞĀ-ŽΆ-ΫЀ-Я"
_LETTER = r"[\w\u0300-\u036f]"
_WORD = rf"[{_CAPITAL}](?:\.(?:-?[{_CAPITAL}]\.)*|{_LETTER}*(?:[’'‑-]{_LETTER}+)*)"
_SMALL = "de|del|della|der|den|van|von|la|le|da|do|dos|du|el|al|bin|bint|ibn|ter|zu|y|of the|of|&"
_ARABIC = "(?:[adelu][lnrstzh]?h?[-‑’'])?"
_JOINT = rf"(?:[ \u00a0](?:(?:{_SMALL}) ){{0,2}}){_ARABIC}"
_NICKNAME = rf"[ \u00a0][“‘\"'(]{_WORD}(?: (?:the )?{_WORD})?[”’\"')](?=[ \u00a0][{_CAPITAL}])"
_OWNERS = rf"(?<=s)[’'](?=[ \u00a0][{_CAPITAL}])"
NICKNAME = re.compile(_NICKNAME)
"""A nickname between a first name and a surname: “Betty” in: Elizabeth “Betty” Oak."""
_OPENS_NICKNAME = frozenset("“‘\"'(")
_NAME = re.compile(
    rf"{_WORD}(?:(?<=\b[SMF]t)\. {_WORD})?(?:{_JOINT}{_WORD}|{_OWNERS}|{_NICKNAME}){{0,7}}"
    r"(?: plc\b|(?<= [JS]r)\.)?"
)
_NOT_FIRST = (
    ADVERBS
    | AUXILIARIES
    | COORDINATORS
    | DETERMINERS
    | PERSONAL
    | PREPOSITIONS
    | RELATIVE
    | SENTENCE_STARTERS
    | SUBORDINATORS
    | TIME_WORDS
)
_PLACE = tuple(
    f"{a}{b} " for a in (" ", "(", "\n") for b in ["in", "at", "near", "across", "outside"]
)
PLURAL_OWNERS = frozenset(
    f"{plural}{mark}s"
    for plural in ("men", "women", "children", "people", "fishermen", "king", "queen")
    for mark in "’'"
)
"""Possessives that stand inside names: "the Children’s Trust"."""
_MONTHS_TOO = word_set("jan june april")
"""First names that are months too."""
_new = tuple.__new__
"""How a name is made without looking up how; articles have hundreds."""
_TELLING = frozenset(("he ", "He ", *(place[-3:] for place in _PLACE)))
"""What stands right before a name that may be that of a group or of a place."""
_JOINING = frozenset((" for ", " for the ", " and "))
"""What stands between names that may be read together."""
_LONGEST_PLACE = max(map(len, _PLACE))
_JOINTS = max(map(len, _JOINING))
_SILENT = frozenset((ParagraphKind.TITLE, ParagraphKind.HEADING, ParagraphKind.BYLINE))
_CAPTION = ParagraphKind.CAPTION
_MOST_RUNS = 20_000
_NAMED_AFTER = word_set("hospital college church school university hospice academy infirmary")
"""What may be called after somebody: "St Ann's Hospital", "King's College"."""


def bare(word: str) -> str:
    """A word without its possessive."""
    return word[:-2] if word.endswith(("’s", "'s")) else word.rstrip("’'")


def is_owner(word: str, after: Sequence[str]) -> bool:
    """Whether a possessive owns the words `after` it, instead of being part of a name with them.

    It is part of one in "the Children’s Trust", "the Drivers’ Union", "the Oak County Sheriff's
    Office" and "St Ann's Hospital".
    """
    if not word.endswith(("’s", "'s", "’", "'")):
        return False
    low = word.casefold()
    if low in PLURAL_OWNERS:
        return False
    following = [each.casefold() for each in after[:3]]
    if low[-1] in "’'":
        return BODIES.isdisjoint(following)
    first = following[0] if following else ""
    return first not in _NAMED_AFTER and not (first in BODIES and is_office(bare(word)))


class _Runs(dict[str, tuple[tuple[Name, ...], str]]):
    """What runs met before hold; a title carried over to a run stands in a line before it."""

    def __missing__(self, run: str) -> tuple[tuple[Name, ...], str]:
        if len(self) >= _MOST_RUNS:
            self.clear()
        title, _, words = run.rpartition("\n")
        told = self[run] = _names_in(words, title)
        return told


_RUNS = _Runs()


def _names_in(run: str, title: str) -> tuple[tuple[Name, ...], str]:
    """The names a run of capitalised words holds, counted from its start, and the title left for
    the run after it."""
    found: list[Name] = []
    row: list[tuple[str, int]] = []
    position = 0
    left = title
    nickname = inside = ""
    words = run.replace("\xa0", " ").split(" ")
    for index, raw in enumerate(words):
        if inside or raw[0] in _OPENS_NICKNAME:
            inside = f"{inside} {raw}".lstrip()
            if raw[-1] in "”’\"')":
                nickname, inside = inside[1:-1], ""
        elif is_owner(raw, words[index + 1 :]):
            row.append((bare(raw), position))
            _close(row, left, found, nickname, owner=True)
            row, left, nickname = [], "", ""
        else:
            row.append((raw, position))
        position += len(raw) + 1
    left = _close(row, left, found, nickname, owner=False) if row else ""
    return tuple(found), left


def _close(
    row: list[tuple[str, int]], title: str, found: list[Name], nickname: str, *, owner: bool
) -> str:
    """Enter the name a row of words with their places ends in; the title that nothing follows."""
    while row and _begins_sentence(row[0][0], title) and not _is_june(row):
        row, title = row[1:], ""
    words = [word for word, _ in row]
    at = name_from(words)
    if at:
        title = words[at - 1].casefold().rstrip(".")
        gender = next((g for g in map(_gender_of, reversed(words[:at])) if g), title_gender(title))
    elif len(words) == 1 and is_title(words[0]) and not owner:
        return words[0].casefold().rstrip(".")
    else:
        gender = title_gender(title)
    stop = at + home_at(words[at:])
    home = row[stop + 1 :]
    home = home[1:] if home and home[0][0] == "the" else home
    while stop - at > 1 and is_honour(words[stop - 1]):
        stop -= 1
    row, words = row[at:stop], words[at:stop]
    lone = len(words) == 1 and len(words[0].rstrip(".")) < 2
    if words and not lone and not is_unnamed_office(words):
        last, place = row[-1]
        form = Form(tuple(words), title, bool(title), gender, nickname)
        found.append(Name(row[0][1], place + len(last), form))
    if home:
        last, place = home[-1]
        form = Form(tuple(word for word, _ in home), "", False, "")
        found += [Name(home[0][1], place + len(last), form)] if form.institutional else []
    return ""


def _gender_of(word: str) -> str:
    return title_gender(word.casefold().rstrip("."))


def _is_june(row: list[tuple[str, int]]) -> bool:
    """Whether what could be a month is a first name: "June Hollis", "Jan de Wit"."""
    return row[0][0].casefold() in _MONTHS_TOO and len(row) > 1


def _begins_sentence(word: str, title: str) -> bool:
    """Whether a word has its capital from the beginning of a sentence."""
    low = word.casefold()
    return low in _NOT_FIRST and not (title and low in TIME_WORDS)


def _enter(result: Names, name: Name, text: str) -> Name:
    """Add a name that may have to be read together with the one before it, as the words between
    them join them.

    "Transport for Ham" is one name, which is returned; in "Ann and Bo Oak" the first has the
    surname of the second.
    """
    before = result.all[-1]
    joint = text[before.end : name.start]
    if joint == " and ":
        if _goes_on_with(before.form, name.form):
            words = (*before.words, "and", *name.words)
            name = Name(before.start, name.end, Form(words, before.form.title, False, ""))
            result.drop_last()
        elif _shares_surname(before.form, name.form):
            words = (*before.words, *name.words[1:])
            form = Form(words, before.form.title, before.form.titled, before.form.gender)
            result.drop_last()
            result.enter(Name(before.start, before.end, form))
    elif name.form.first not in first_names() and before.words[-1].casefold() in FOR_OTHERS:
        words = (*before.words, *joint.split(), *name.words)
        name = Name(before.start, name.end, Form(words, before.form.title, False, ""))
        result.drop_last()
    result.enter(name)
    return name


def _goes_on_with(one: Form, other: Form) -> bool:
    """Whether “and” stands inside the name of a body: "Bureau of Lakes and Dams"."""
    body = one.is_body and "of" in one.words
    return body and len(other.words) == 1 and not other.titled and other.first not in first_names()


def _shares_surname(one: Form, other: Form) -> bool:
    """Whether a first name stands before “and” and a whole name: "Ann and Bo Oak"."""
    given = one.first in first_names() and other.first in first_names()
    return given and len(one.words) == 1 and len(other.words) > 1 and not other.institutional


def _is_group(form: Form, before: str) -> bool:
    """Whether a name in the plural behind an article is that of several: "the Copper Larks".

    A single word is only where the two open a sentence: "The Larks", but not "the Americans".
    """
    if not form.plural or before.casefold()[-4:] != "the ":
        return False
    opens = before[-4:] == "The " and before[:-4] in ("", " ", "\n")
    return opens or len(form.words) > 1


def names(text: str, paragraphs: Sequence[Paragraph]) -> Names:
    """The names in the body of an article; titles, bylines and picture credits are left out."""
    result = Names()
    for paragraph in paragraphs:
        if paragraph.kind in _SILENT:
            continue
        start, end = paragraph.span.start, paragraph.span.end
        if paragraph.kind is _CAPTION:
            end = start + credit_in(paragraph.span.of(text))
        title, ended = "", -9
        last = result.all[-1].end if result.all else -_JOINTS
        for match in _NAME.finditer(text, start, end):
            if title and text[ended : match.start()] not in (". ", ".\xa0"):
                title = ""
            found, title = _RUNS[f"{title}\n{match.group()}" if title else match.group()]
            if title:
                ended = match.end()
            if not found:
                continue
            first = match.start()
            for begun, after, form in found:
                at, to = first + begun, first + after
                name = _new(Name, (at, to, form))
                if at - last <= _JOINTS and text[last:at] in _JOINING:
                    at = _enter(result, name, text).start
                else:
                    result.enter(name)
                last = to
                if text[at - 3 : at] in _TELLING:
                    _look_before(result, form, text[max(start, at - _LONGEST_PLACE) : at])
    result.sort()
    return result


def _look_before(result: Names, form: Form, before: str) -> None:
    """Keep a name that is told to be a group’s or a place’s by what stands before it."""
    if before.endswith("e ") and _is_group(form, before[-5:]):
        result.groups.add(form.text)
    if before.endswith(_PLACE):
        result.places.add(form.low)
