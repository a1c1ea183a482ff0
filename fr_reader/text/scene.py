"""The scene: what one article says of its people and bodies; each part is read when asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from fr_reader.model import Paragraph, Span
from fr_reader.model.span import setters
from fr_reader.text.ages import ages
from fr_reader.text.couples import Couples
from fr_reader.text.forms import Name
from fr_reader.text.genders import genders
from fr_reader.text.grammar import VERBS, word_set
from fr_reader.text.lexicon import first_names
from fr_reader.text.names import names
from fr_reader.text.offices import is_person_noun
from fr_reader.text.people import People
from fr_reader.text.roles import Roles, head_words, named_as, roles
from fr_reader.text.short_forms import known_as, short_forms

ARTICLE = re.compile(r"^(?:the|a|an|one|this|that)\s+", re.IGNORECASE)
_FAR = 600
"""How far back, in code points, “it” and “the company” look for a name."""
SITES = word_set("page website site webpage homepage blog")
_SITE = re.compile(
    r"\b((?:[A-Z][\w’'‑-]{0,40} ){1,6})(website|web site|site|webpage|page|homepage|blog)\b"
)
_NEXT = re.compile(r" ([a-z]{2,20}) (the |an? |its |their |more |\d|[A-Z])?")
"""The word after a single word that opens a sentence, and the beginning of an object."""


@dataclass(frozen=True, slots=True)
class Who:
    """Who a mention is, how sure that is (a factor), and why, in words; empty where plain."""

    name: str | None
    sure: float = 1.0
    why: str = ""

    def __init__(self, name: str | None, sure: float = 1.0, why: str = "") -> None:
        _set_name(self, name)
        _set_sure(self, sure)
        _set_why(self, why)


_set_name, _set_sure, _set_why = setters(Who)


class Scene:
    """The names of an article; `quoted` is what stands in marks, in text order.

    `bodies` keeps what a kind of body, "council", was found to name.
    """

    def __init__(self, text: str, paragraphs: Sequence[Paragraph], quoted: Sequence[Span]) -> None:
        self.text = text
        self.quoted = quoted
        self.names = names(text, paragraphs)
        self.bodies: dict[str, list[str]] = {}

    @cached_property
    def people(self) -> People:
        """The people named outside quotations."""
        return People(self.names, self.quoted)

    @cached_property
    def couples(self) -> Couples:
        """The people named together outside quotations."""
        return Couples(self.text, self.names, self.quoted)

    @cached_property
    def roles(self) -> Roles:
        """Names by the head noun of a role the article ties to them."""
        return roles(self.text, self.names)

    @cached_property
    def called(self) -> frozenset[str]:
        """The people of whom the article tells a role."""
        return frozenset(name for tied in self.roles.values() for name in tied)

    @cached_property
    def ages(self) -> dict[str, list[str]]:
        """People by their age."""
        return ages(self.text, self.names)

    @cached_property
    def firms(self) -> list[str]:
        """The companies, each once by its fullest name."""
        full = (
            self.names.fullest(each.words) for each in self.names.firsts() if each.form.is_company
        )
        return list(dict.fromkeys(full))

    def gender(self, name: str) -> str:
        """`m`, `f` or empty: what the name or its title says, or “she” or “his” right behind it."""
        return self.names.gender(name) or self.genders.get(name, "")

    def may_be(self, name: str | None, gender: str) -> bool:
        """Whether nothing the article says of the person speaks against the gender."""
        known = self.gender(name) if name else ""
        return bool(name) and (not gender or not known or known == gender)

    @cached_property
    def genders(self) -> dict[str, str]:
        """By person, the gender a pronoun tells in the sentence their name opens."""
        return genders(self.text, self.names)

    def named_as(self, noun: str) -> list[str]:
        """The names the article calls by a noun that names no person: a charity."""
        return [] if is_person_noun(noun) else named_as(self.text, self.names, noun)

    @cached_property
    def bodies_by_start(self) -> dict[str, list[Name]]:
        """The names of bodies by the first three letters of each of their words, each once."""
        found: dict[str, list[Name]] = {}
        for name in self.names.firsts():
            if name.form.institutional:
                for start in {word[:3].casefold() for word in name.form.words}:
                    found.setdefault(start, []).append(name)
        return found

    def thing_before(
        self, offset: int, among: Sequence[str] = (), *, firm: bool = True
    ) -> str | None:
        """The name no person is known by that last opened a sentence or is `among` some names.

        It is looked for in the paragraph of `offset` and the one or two before it. What is no
        `firm`, which may have any name, is not called by two words as somebody may be.
        """
        wanted = frozenset(among)
        for name in reversed(self.names.between(max(0, offset - _FAR), offset)):
            if wanted and name.text not in wanted:
                continue
            if name.form.titled or name.form.first in first_names():
                continue
            if name.text.casefold() in self.names.places:
                continue
            if len(name.words) == 1 and not wanted and not self._acts(name.end):
                continue
            if not (wanted or firm or len(name.words) == 1 or name.form.institutional):
                continue
            full = self.names.fullest(name.words)
            if wanted or (self._opens(name.start) and full not in self.called):
                return full
        return None

    def _acts(self, end: int) -> bool:
        """Whether a verb or an apposition follows, so that a single word is a name: "Oakly has"."""
        if self.text.startswith(", ", end):
            return True
        match = _NEXT.match(self.text, end)
        if match is None:
            return False
        word = match.group(1)
        return word in VERBS or (bool(match.group(2)) and word.endswith(("s", "ed")))

    def _opens(self, start: int) -> bool:
        """Whether a name opens its sentence, an article before it left out."""
        before = self.text[max(0, start - 12) : start].rstrip(" ")
        before = before.removesuffix("The").removesuffix("the").rstrip(" ")
        return before[-1:] in ("", "\n", ".", "!", "?")

    @cached_property
    def known_as(self) -> dict[str, str]:
        """By what somebody or something goes by in the article, in lower case, their name."""
        return known_as(self.text, self.names)

    @cached_property
    def short_forms(self) -> dict[str, str]:
        """The names of bodies by their abbreviations."""
        return short_forms(self.text, self.names)

    @cached_property
    def site(self) -> str:
        """The fullest name of a website in the article, or empty."""
        found = (ARTICLE.sub("", match.group(0)) for match in _SITE.finditer(self.text))
        return max(found, key=len, default="")

    def paragraph_start(self, offset: int, nearest: int) -> int:
        """Where the paragraph that holds `offset` begins, but not before `nearest`."""
        return max(self.text.rfind("\n", nearest, offset) + 1, nearest)


@lru_cache(maxsize=5_000)
def role_noun(who: str | None) -> str:
    """“spokeswoman” of “spokeswoman for X”: what a nameless single person is; empty for others.

    The same speakers are asked for again and again, so answers are kept.
    """
    heads = head_words(who) if who else ()
    if not who or not heads or not is_person_noun(heads[-1]):
        return ""
    return heads[-1] if who.split()[len(heads) - 1].islower() else ""
