"""Speakers: from the words that name the speaker next to a quotation to who that is.

A name goes by its fullest form in the article; a pronoun by the person last spoken of; "the
senator" by the person the article ties that role to, else by the person last named; a page or
website by the fullest name of one; "a spokesman for X" stays apart from X.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from fr_reader.model import Paragraph, Span
from fr_reader.text.grammar import PARTICLES_OF_NAMES, PREPOSITIONS, TITLES, word_set
from fr_reader.text.names import bare, names, title_gender
from fr_reader.text.people import FAR, People
from fr_reader.text.roles import head_words, is_person_noun, roles

_ARTICLE = re.compile(r"^(?:the|a|an|one|this|that)\s+", re.IGNORECASE)
_SITES = word_set("page website site webpage homepage blog")
_SITE = re.compile(
    r"\b((?:[A-Z][\w’'‑-]{0,40} ){1,6})(website|web site|site|webpage|page|homepage|blog)\b"
)
_TITLE = re.compile(r"(?<=[a-z])\s+[“‘\"«].*")
_MARKED = re.compile('[“‘"«]')
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]{0,80}[)\]]")
_SMALL = PARTICLES_OF_NAMES | {"of"}
_NOBODY = word_set("i we you one some many others few most both that which it they")


@dataclass(frozen=True, slots=True)
class Who:
    """Who a mention is, how sure that is (a factor), and why, in words; empty where plain."""

    name: str | None
    sure: float = 1.0
    why: str = ""


class Cast:
    """What one article says of its people; asked while its quotations are read in order."""

    def __init__(self, text: str, paragraphs: Sequence[Paragraph], quoted: Sequence[Span]) -> None:
        self.text = text
        self.quoted = quoted
        self.names = names(text, paragraphs)

    @cached_property
    def people(self) -> People:
        """The people named outside quotations."""
        return People(self.names, self.quoted)

    @cached_property
    def roles(self) -> dict[str, set[str]]:
        """Names by the head noun of a role the article ties to them."""
        return roles(self.text, self.names)

    @cached_property
    def site(self) -> str:
        """The fullest name of a website in the article, or empty."""
        found = (_ARTICLE.sub("", match.group(0)) for match in _SITE.finditer(self.text))
        return max(found, key=len, default="")

    def who(self, mention: Span, last: str | None) -> Who:
        """Who the words at `mention` name; `last` is who spoke before."""
        words = " ".join(mention.of(self.text).split())
        low = words.casefold()
        if low in ("he", "she"):
            return self._pronoun(low, mention, last)
        if low == "who":
            return self._antecedent(mention)
        if low in ("it", "they"):
            return Who(last, 0.6, f"“{low}” is taken for who spoke before" if last else "")
        return Who(None) if low in _NOBODY else self._phrase(words, mention)

    def _phrase(self, words: str, mention: Span) -> Who:
        plain = _BRACKETS.sub("", words) if "(" in words or "[" in words else words
        plain = _TITLE.sub("", plain) if _MARKED.search(plain) else plain
        parts = [part.strip() for part in plain.split(",") if part.strip()]
        if not parts:
            return Who(words)
        head = parts[0]
        named = name_at_end(head)
        if named is None and len(parts) > 1:
            apposed = name_at_end(parts[1])
            named = apposed if apposed and len(apposed) > 1 and " of " not in parts[1] else None
        if named:
            return self._named(named, head)
        stripped = _ARTICLE.sub("", head)
        if head.casefold().startswith(("the ", "this ")):
            return self._definite(stripped, mention)
        return Who(stripped)

    def _named(self, named: list[str], head: str) -> Who:
        short = " ".join(named)
        full = self.names.fullest(
            named, title_gender(head.split(maxsplit=1)[0].casefold().rstrip("."))
        )
        if full == short and len(named) == 1 and head.casefold().startswith("the "):
            full = self._institution(short) or short
        if full == short:
            return Who(full)
        return Who(full, 0.97, f"“{short}” is {full}, the fullest form of the name in the article")

    def _institution(self, short: str) -> str | None:
        """“the Met” by the fullest name that begins with it."""
        low = short.casefold()
        begun = [
            name
            for name in self.names.by_start.get(low[:3], ())
            if name.institutional and name.words[0].casefold().startswith(low)
        ]
        fullest = max(begun, key=lambda name: (len(name.text), -name.start), default=None)
        return fullest.text if fullest else None

    def _definite(self, stripped: str, mention: Span) -> Who:
        """“the senator”, “the council”, “the page”."""
        heads = head_words(stripped)
        if not heads:
            return Who(stripped)
        noun = heads[-1]
        if noun in _SITES and self.site:
            return Who(self.site, 0.85, f"the {noun} is taken for a part of the {self.site}")
        tied = self.roles.get(noun, set())
        if not is_person_noun(noun) or (len(heads) < len(stripped.split()) and len(tied) != 1):
            return self._body(stripped, noun)
        if len(tied) == 1:
            name = next(iter(tied))
            return Who(name, 0.93, f"“the {stripped}” is {name}, whom the article calls {noun}")
        people = self.people.recent(mention.start)
        wanted = [name for name in people if name in tied] or people
        if not wanted:
            return Who(stripped, 0.9)
        why = f"“the {stripped}” is taken for {wanted[0]}, the person last spoken of"
        return Who(wanted[0], 0.8, why)

    def _body(self, stripped: str, noun: str) -> Who:
        """“the council” by the only institution of that kind the article names."""
        kinds = {name.text for name in self.names.by_last.get(noun, ())}
        if len(kinds) != 1 or stripped.casefold() != noun:
            return Who(stripped)
        name = next(iter(kinds))
        return Who(name, 0.9, f"“the {noun}” is {name}, the only one the article names")

    def _pronoun(self, low: str, mention: Span, last: str | None) -> Who:
        gender = "m" if low == "he" else "f"
        nearest = max(0, mention.start - FAR)
        start = max(self.text.rfind("\n", nearest, mention.start) + 1, nearest)
        here = self.people.between(start, mention.start)
        before = self.people.recent(mention.start)
        order = [*here, *([last] if last in before or not before else []), *before]
        name = next((each for each in order if self.people.may_be(each, gender)), last)
        if name is None:
            return Who(None)
        return Who(name, 0.85, f"“{low}” is taken for {name}, the person last spoken of")

    def _antecedent(self, mention: Span) -> Who:
        before = self.names.between(max(0, mention.start - 200), mention.start)
        if not before:
            return Who(None)
        name = self.names.fullest(before[-1].words, before[-1].gender)
        return Who(name, 0.85, f"“who” stands for {name}, named right before it")


def _head(words: list[str]) -> list[str]:
    """The words up to the first preposition; “of” between capitals is part of a name."""
    for index, word in enumerate(words):
        if index and word in PREPOSITIONS:
            name_goes_on = word == "of" and words[index - 1][0].isupper()
            if not (name_goes_on and index + 1 < len(words) and words[index + 1][0].isupper()):
                return words[:index]
    return words


def _is_office(words: list[str]) -> bool:
    """Whether words name an office and not who holds it: "the Mayor of London"."""
    office = words[1:] if words and words[0].casefold() == "the" else words
    return len(office) > 2 and office[1] == "of" and office[0].casefold() in TITLES


def name_at_end(phrase: str) -> list[str] | None:
    """The proper name a phrase ends in, without titles; None where its head is a common noun."""
    named: list[str] = []
    for word in reversed(_head(phrase.split())):
        small = named and word in _SMALL
        if not small and (not word[0].isupper() or (named and word.endswith(("’s", "'s")))):
            break
        named.insert(0, word if named else bare(word))
    if _is_office(named):
        return None
    while named and (
        named[0].casefold().rstrip(".") in TITLES
        or named[0].casefold() in ("the", "a", "an", "in", "but", "and", "as", "one", "our")
        or not named[0][0].isupper()
    ):
        named.pop(0)
    return named or None
