"""Carrying over: where the passages of an old text stand in a new one.

Asked in this order: where the comparison of the two whole texts carries the passage; where else
its very words stand, if nothing shows that they belong to another passage; where words like them
stand. Only what leaves no doubt is placed without asking.
"""

from __future__ import annotations

from functools import cached_property

from fr_reader.anchors.claims import Claims, Range
from fr_reader.anchors.found import ORPHAN, Found, Place, State
from fr_reader.anchors.likeness import likeness
from fr_reader.anchors.searching import Search
from fr_reader.anchors.tokens import Tokens
from fr_reader.model import Span

LEAST_LIKENESS = 0.65
"""How like the lost words must be what is offered instead of them."""

_LEAST_CARRIED = 0.55
"""The same where the comparison of the texts leads there."""

_LEAST_WORDS = 5
"""Words a passage must have to be known again among strangers."""

_MANY = 5
"""So many places are offered for one passage at most."""

_TOO_MANY = 50
"""Words that stand in so many places are not looked at one by one."""

_CLOSE = 0.05
"""A place this much less alike than the best one is offered too."""


class Carrier:
    """An old text and a new one. What both have in common is found once, when first needed."""

    def __init__(self, old: str, new: str) -> None:
        self._old_text, self._new_text = old, new

    @cached_property
    def _claims(self) -> Claims:
        return Claims(self._old_text, self._new_text)

    @cached_property
    def _search(self) -> Search:
        return Search(self._claims.new)

    @property
    def kept(self) -> float:
        """The share of the old text's words that stand in the new one."""
        return 1.0 if self._old_text == self._new_text else self._claims.kept

    def find(self, span: Span) -> Found:
        """What became of `span` of the old text. Raises ValueError beyond the text or if empty."""
        if span.end > len(self._old_text) or not len(span):
            raise ValueError(f"[{span.start}, {span.end}) is not in the text")
        if self._old_text == self._new_text:
            return Found(State.EXACT, (Place(span),))
        passage = self._claims.old.of(span)
        if passage[0] == passage[1]:
            return ORPHAN
        return (
            self._carried(span, passage) or self._same_words(span, passage) or self._like(passage)
        )

    # What the comparison says --------------------------------------------------------------

    def _carried(self, span: Span, passage: Range) -> Found | None:
        claims = self._claims.of(passage)
        if not claims:
            return None
        if len(claims) == 1 and claims[0].sure:
            return self._placed(span, passage, claims[0].new)
        if len(claims) == 1 and self._claims.old.count(*passage) < 2:
            return None
        return Found(State.FUZZY, tuple(Place(self._at(span, passage, c.new)) for c in claims))

    def _placed(self, span: Span, passage: Range, new: Range) -> Found:
        place = self._at(span, passage, new)
        same = place == span and span.of(self._old_text) == span.of(self._new_text)
        return Found(State.EXACT if same else State.MOVED, (Place(place),))

    def _at(self, span: Span, passage: Range, new: Range) -> Span:
        """Where `span`, whose tokens are `passage`, lies where these are the tokens `new`.

        A span that begins or ends inside a token, or with white space, does so there too.
        """
        old, folded = self._claims.old, self._claims.new.folded
        first, last = old.folded.inside(span)
        start = self._claims.new.starts[new[0]] + max(0, first - old.starts[passage[0]])
        end = self._claims.new.ends[new[1] - 1] - max(0, old.ends[passage[1] - 1] - last)
        place = Span(folded.starts[start], folded.ends[end - 1])
        before = len(span.of(self._old_text)) - len(span.of(self._old_text).lstrip())
        shifted = place.start - before
        if self._new_text[max(0, shifted) : shifted + len(span)] == span.of(self._old_text):
            return Span(shifted, shifted + len(span))
        return place

    # The same words elsewhere --------------------------------------------------------------

    def _same_words(self, span: Span, passage: Range) -> Found | None:
        """Where the very words stand and do not belong to another passage."""
        claims, length = self._claims, passage[1] - passage[0]
        ids = claims.old.ids[passage[0] : passage[1]]
        places = [(at, at + length) for at in claims.new.places(ids)]
        if len(places) > _TOO_MANY:
            return None
        free = [place for place in places if not claims.taken(place, passage)]
        known = self._beside(passage, free)
        if not 0 < len(known) <= _MANY:
            return None
        alone = len(places) == len(claims.old.places(ids)) == 1
        enough = alone and claims.old.count(*passage) >= _LEAST_WORDS
        if enough and claims.settled(passage, free[0]):
            return self._placed(span, passage, free[0])
        return Found(State.FUZZY, tuple(Place(self._at(span, passage, new)) for new in known))

    def _beside(self, passage: Range, places: list[Range]) -> list[Range]:
        """Of `places` those where few words may be recognised, by what stands beside them."""
        old, new = self._claims.old, self._claims.new
        if old.count(*passage) >= _LEAST_WORDS:
            return places
        return [at for at in places if _shared(old, passage, new, at) >= 2]

    # Words like them -----------------------------------------------------------------------

    def _like(self, passage: Range) -> Found:
        led = self._led(passage)
        if led is not None:
            return Found(State.FUZZY, (led,))
        near: list[tuple[float, int, int]] = []
        if self._claims.old.count(*passage) >= 3:
            found = self._search.near(self._claims.old, *passage)
            near = [one for one in found if not self._claims.taken(one[1:], passage)]
        best = max((like for like, _, _ in near), default=0.0)
        if best < LEAST_LIKENESS:
            return ORPHAN
        places = {
            self._claims.new.span(first, end): like
            for like, first, end in sorted(near, key=lambda one: (one[0], -one[1]))
            if like >= max(LEAST_LIKENESS, best - _CLOSE)
        }
        likeliest = sorted(places.items(), key=lambda item: (-item[1], item[0]))
        return Found(State.FUZZY, tuple(Place(span, like) for span, like in likeliest[:_MANY]))

    def _led(self, passage: Range) -> Place | None:
        """Where most of the words were carried, with what has taken the place of the others."""
        old, new = self._claims.old, self._claims.new
        carried = {at: to for at in range(*passage) if (to := self._claims.carried(at)) is not None}
        kept = _together(carried, passage[1] - passage[0])
        words = sum(old.count(at, at + 1) for at in kept)
        if not kept or words * 2 < old.count(*passage):
            return None
        first, last = min(kept), max(kept)
        start = self._edge(kept[first], first - passage[0], passage[0] - 1, -1)
        end = self._edge(kept[last], passage[1] - 1 - last, passage[1], 1) + 1
        like = likeness(old.text(*passage), new.text(start, end))
        return Place(new.span(start, end), like) if like >= _LEAST_CARRIED else None

    def _edge(self, at: int, missing: int, beside: int, step: int) -> int:
        """The outermost token: `missing` further out than `at`, but not in what stood beside."""
        if not missing:
            return at
        old, new = self._claims.old, self._claims.new
        stop = -1 if step < 0 else len(new)
        if 0 <= beside < len(old):
            border = self._claims.carried(beside)
            if border is not None and 0 < (border - at) * step <= missing * 2 + 4:
                return border - step
        return max(stop + 1, at - missing) if step < 0 else min(stop - 1, at + missing)


def _together(carried: dict[int, int], length: int) -> dict[int, int]:
    """The most tokens that stay in order and near each other in the new text."""
    best: dict[int, int] = {}
    group: dict[int, int] = {}
    for at, to in carried.items():
        if group:
            last = next(reversed(group))
            gap = to - group[last] - (at - last)
            if not -(at - last) < gap <= length + 8:
                group = {}
        group[at] = to
        if len(group) > len(best):
            best = dict(group)
    return best


def _shared(old: Tokens, passage: Range, new: Tokens, place: Range) -> int:
    """How many words beside the passage, without a break, stand beside that place too."""
    before = after = 0
    while before < min(passage[0], place[0], 8):
        if old.ids[passage[0] - before - 1] != new.ids[place[0] - before - 1]:
            break
        before += 1
    while after < min(len(old) - passage[1], len(new) - place[1], 8):
        if old.ids[passage[1] + after] != new.ids[place[1] + after]:
            break
        after += 1
    return old.count(passage[0] - before, passage[0]) + old.count(passage[1], passage[1] + after)
