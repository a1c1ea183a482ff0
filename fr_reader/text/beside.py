"""Beside a name: the words before and after it that may tell who that is.

Every look reaches a bounded number of code points, so an article takes time in proportion to the
number of its names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from fr_reader.text.grammar import ABBREVIATIONS, AUXILIARIES, PERSONAL
from fr_reader.text.offices import is_person_noun
from fr_reader.text.role_words import is_courtesy, is_function, is_role, role_at

_AFTER = 220
_BEFORE = 140
_AGE = re.compile(r",? (?:aged |now )?(?:\(\d{1,3}\)|\d{1,3}(?=[,.;:)\s]|$))")
_WORD = re.compile(r"[^\W_](?:[\w/&‑-]|[’'](?=\w)|\.(?=[\w-]))*(?:(?<=s)’(?= [^\W\d_]))?|&|\S")
_DASHES = (" – ", " — ", " -- ", " - ", "—")
_LEADS = frozenset("(–—-of")
"""What an apposition that no comma opens begins with, or the word that leads to it."""
_MARKS = frozenset(',.;:–—“”"()[]!?…‘')
_ENDS = frozenset(',.;:)”"!?…')
_OPENERS = "“‘\"'(["
_MOST = 12
_LONGEST_WORD = 30
_ASKS_A_VERB = AUXILIARIES | PERSONAL | {"to"}
_OWNERS = frozenset(("the", "its", "their", "his", "her", "our", "my"))


def apposed(text: str, end: int) -> tuple[list[str], str]:
    """The words of an apposition behind a name that ends at `end`, and what led to them: a comma,
    a dash, a bracket, or the preposition of "of the University". Empty where there is none."""
    if text[end] == " " and text[end + 1 : end + 2] not in _LEADS:
        return [], ""
    window = text[end : end + _AFTER].partition("\n")[0]
    age = _AGE.match(window)
    if age:
        window = window[age.end() :]
    if window.startswith(", "):
        return _words(window[2:], ","), ","
    if window.startswith(" ("):
        inside, closed, _ = window[2:].partition(")")
        return (_words(inside, "("), "(") if closed else ([], "")
    for dash in _DASHES:
        if window.startswith(dash):
            return _words(window[len(dash) :], "–"), "–"
    if window.startswith((" of ", " from ")):
        return _words(window[1:], " "), " "
    return [], ""


def _words(passage: str, opened: str) -> list[str]:
    """The words up to the mark that closes an apposition; none where it is no apposition."""
    words: list[str] = []
    for match in _WORD.finditer(passage):
        word = match.group()
        ends = opened != "(" and match.end() == len(passage)
        if word == "." and words and (opened == "(" or _abbreviates(words[-1])) and not ends:
            words[-1] += word
            continue
        if word in _MARKS or word == "--":
            return words if opened != "," or not _goes_on(passage, match.start()) else []
        words.append(word)
    return words if opened == "(" or len(passage) < _AFTER - 60 else []


def _goes_on(passage: str, at: int) -> bool:
    """Whether a name follows the comma: “the mayor, Ann Oak, …” tells of her."""
    after = passage[at + 1 : at + 3]
    return passage[at] == "," and after[:1] == " " and after[1:].isupper()


def _abbreviates(word: str) -> bool:
    return word.casefold() in ABBREVIATIONS or (len(word) == 1 and word.isupper())


def before(text: str, start: int) -> tuple[list[str], list[str]]:
    """The words of a role right before a name: those of the phrase, with "the" where an article
    is before it, and the phrase alone. Empty where there is none."""
    last = text[max(0, start - _LONGEST_WORD) : start - 1].rpartition(" ")[2]
    if not (_may_close(last) or is_courtesy(last.lstrip(_OPENERS))):
        return [], []
    window = text[max(0, start - _BEFORE) : start].rpartition("\n")[2]
    window = window.replace("\xa0", " ")
    if not window.endswith(" "):
        return [], []
    row = window.split(" ")[:-1]
    if len(window) == _BEFORE:
        row = row[1:]
    at = len(row)
    while at and is_courtesy(row[at - 1].lstrip(_OPENERS)):
        at -= 1
    if not at or not _may_close(row[at - 1]):
        return [], []
    phrase, stop = _collected(row[:at])
    phrase = _last_title(phrase)
    if stop in _ASKS_A_VERB and len(phrase) > 1 and phrase[0][:1].islower():
        phrase = phrase[1:]
    return (["the", *phrase] if stop == "the" else phrase), phrase


def _last_title(phrase: list[str]) -> list[str]:
    """The last of two roles in a row: “candidate | Texas Senator”, “rival | former mayor”."""
    while len(phrase) > 1 and phrase[-1].endswith(".") and role_at(phrase[:-1]):
        phrase = phrase[:-1]  # “Chair Rep.”
    for at in range(len(phrase) - 1, 0, -1):
        again = phrase[at][:1].isupper() or phrase[at] in ("former", "then", "ex")
        lower = phrase[at - 1][:1].islower()
        if phrase[at] == "former" or (again and lower and _is_somebody(phrase[at - 1])):
            return phrase[at:]
    return phrase


def _is_somebody(word: str) -> bool:
    return is_role(word) or is_person_noun(word)


def _may_close(word: str) -> bool:
    bare = word.lstrip(_OPENERS)
    return bool(bare) and (bare[-1].isalnum() or _is_short(bare)) and not is_function(bare)


def _is_short(word: str) -> bool:
    return word.endswith(".") and _abbreviates(word[:-1])


def _collected(row: Sequence[str]) -> tuple[list[str], str]:
    """The phrase at the end of a row of words, and the word before it in lower case."""
    phrase: list[str] = []
    for at in range(len(row) - 1, -1, -1):
        word = row[at].lstrip(_OPENERS)
        if not word or not (word[-1].isalnum() or _is_short(word)):
            return phrase, ""
        if word == "of" and at and not role_at(phrase) and is_role(row[at - 1]):
            phrase.insert(0, word)
            continue
        owns = word.endswith(("’s", "'s"))
        if len(phrase) >= _MOST or (is_function(word) and not owns):
            return phrase, row[at].casefold()
        phrase.insert(0, word)
        if word != row[at]:
            return phrase, ""
    return phrase, ""


def led_in(text: str, start: int, end: int) -> list[list[str]]:
    """What may be the phrase in “the bakery’s owner, Tom Reed,”: every one that ends at the comma
    before the name, the longest first."""
    if not text.startswith(", ", start - 2) or not _closes(text, end):
        return []
    window = text[max(0, start - 2 - _BEFORE) : start - 2].rpartition("\n")[2]
    row: list[str] = []
    for word in reversed(window.split(" ")):
        bare = word.lstrip(_OPENERS)
        if not bare or (row and not bare[-1].isalnum() and not _is_short(bare)):
            break
        row.insert(0, bare)
        if bare != word or len(row) > _MOST + 4:
            break
    return [row[at:] for at in range(len(row)) if _may_lead(row, at)]


def _may_lead(row: Sequence[str], at: int) -> bool:
    """Whether a phrase about somebody may begin at `at`: with “the”, or with an owner."""
    if row[at].casefold() in _OWNERS:
        return True
    if not row[at][:1].isupper() or (at and not is_function(row[at - 1])):
        return False
    return any(word.endswith(("’s", "'s")) for word in row[at : at + 5])


def _closes(text: str, end: int) -> bool:
    """Whether an apposition ends behind a name, and no list goes on."""
    after = text[end : end + 6]
    if not after or after[0] == "\n":
        return True
    if after[0] not in _ENDS:
        return False
    return after[0] != "," or not (after[2:3].isupper() or after[2:].startswith(("and ", "or ")))
