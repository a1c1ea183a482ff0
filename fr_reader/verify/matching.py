"""Comparing one quotation with the articles: found as it is, found with changes, or not found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from fr_reader.model import Span
from fr_reader.verify.finding import Cited
from fr_reader.verify.index import Words
from fr_reader.verify.pattern import Piece, is_edit, literal, pieces
from fr_reader.verify.tokens import QUOTE, Token, tokens
from fr_reader.verify.verdict import Change, Finding, Verdict

_FINAL = (",", ".")
_MEANS = ("?", "!")
_LONGEST_COMPARED = 2_000
_MARGIN = 80
_ALIKE = 0.5


def matched(cited: Cited, texts: Sequence[Words]) -> Verdict:
    """The verdict on the words of a quotation, leaving out who said them.

    `texts` come with those of today first. Words that stand there as they are win over those of an
    earlier revision, and those over words with changes.
    """
    for words in texts:
        found = _exact(cited, words)
        if found:
            finding = Finding.STALE if words.stale else Finding.EXACT
            return Verdict(cited, finding, words.article.id, _spans(words, found))
    return _altered(cited, [words for words in texts if not words.stale])


def _spans(words: Words, found: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    ends = [(words.tokens[a].start, words.tokens[b - 1].end) for a, b in found if b > a]
    return tuple(Span(start, end) for start, end in ends)


def _exact(cited: Cited, words: Words) -> list[tuple[int, int]]:
    run = literal(cited.text)
    if not run:
        return []
    found = words.match([Piece(run)])
    edited = pieces(cited.text, cited.escaped)
    if not found and (len(edited) > 1 or (edited and edited[0] != Piece(run))):
        found = words.match(edited)
    if not found and not cited.block and edited:
        found = _but_for_final(edited, words)
    return found


def _but_for_final(edited: list[Piece], words: Words) -> list[tuple[int, int]]:
    """The match without a comma or full stop of the quoting sentence before the closing mark."""
    last = edited[-1]
    if len(last.forms) < 2 or last.forms[-1] not in _FINAL:
        return []
    found = words.match([*edited[:-1], Piece(last.forms[:-1], last.gap, last.slack)])
    if not found:
        return []
    end = found[-1][1]
    means = end < len(words.forms) and words.forms[end] in _MEANS
    return [] if means else found


def _altered(cited: Cited, texts: Iterable[Words]) -> Verdict:
    """The best place with changes, or unknown."""
    run = [form for piece in pieces(cited.text, cited.escaped) for form in piece.forms]
    best: tuple[float, int, Words] | None = None
    for words in texts:
        at, weight = words.likely(run)
        if weight and (best is None or weight > best[0]):
            best = weight, at, words
    if best is None:
        return Verdict(cited, Finding.UNKNOWN)
    _, at, words = best
    return _compared(cited, words, at)


def _compared(cited: Cited, words: Words, at: int) -> Verdict:
    quoted, final = _without_marks(cited)
    own = [token.form for token in quoted][:_LONGEST_COMPARED]
    first = max(0, at - 8)
    there = words.forms[first : at + len(own) + _MARGIN]
    codes = SequenceMatcher(None, own, there, autojunk=False).get_opcodes()
    same = [code for code in codes if code[0] == "equal"]
    alike = sum(code[2] - code[1] for code in same) / max(1, len(own))
    if alike < _ALIKE:
        return Verdict(cited, Finding.UNKNOWN)
    changes = []
    for number, code in enumerate(codes):
        edge = number == 0 or number == len(codes) - 1
        if code[0] == "equal" or (code[0] == "insert" and edge):
            continue
        a, b, c, d = code[1:] if not edge else _at_edge(code[1:], first=number == 0)
        says = cited.text[quoted[a].start : quoted[b - 1].end] if b > a else ""
        changes.append(Change(" ".join(says.split()), words.between(first + c, first + d)))
    start, end = first + same[0][3], first + same[-1][4]
    if final and end < len(words.forms) and words.forms[end] in _MEANS:
        changes.append(Change(final, words.forms[end]))
    changes = [change for change in changes if not is_edit(change.says)] or changes
    only_left_out = bool(changes) and all(not change.says for change in changes)
    finding = Finding.UNMARKED if only_left_out else Finding.ALTERED
    segments = _spans(words, [(start, end)])
    return Verdict(cited, finding, words.article.id, segments, tuple(changes))


def _without_marks(cited: Cited) -> tuple[list[Token], str]:
    """The tokens between the marks, and apart from them the comma or full stop before the closing
    mark, which may be the quoting sentence's."""
    quoted = tokens(cited.text)
    start, end = 0, len(quoted)
    while start < end and quoted[start].form == QUOTE:
        start += 1
    while end > start and quoted[end - 1].form == QUOTE:
        end -= 1
    final = "" if cited.block or end - start < 2 else quoted[end - 1].form
    if final not in _FINAL:
        return quoted[start:end], ""
    return quoted[start : end - 1], final


def _at_edge(places: tuple[int, int, int, int], *, first: bool) -> tuple[int, int, int, int]:
    """A change at the beginning or the end: the article's words beyond it are not in its place."""
    a, b, c, d = places
    return (a, b, max(c, d - (b - a)), d) if first else (a, b, c, min(d, c + b - a))
