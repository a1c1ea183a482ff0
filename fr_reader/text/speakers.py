"""Speakers: from the words that name the speaker next to a quotation to who that is.

A name goes by its fullest form in the article, without the titles and offices before it (`naming`,
`register`), an abbreviation by what it is short for (`short_forms`); a pronoun by the person last
spoken of (`antecedents`); "the senator" by the person the article ties that role to, else by the
person last named (`definites`); "a spokesman for X" stays apart from X.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from fr_reader.model import Paragraph, Span
from fr_reader.text.antecedents import OWNERS, pronoun
from fr_reader.text.bodies import begun_with
from fr_reader.text.couples import in_words
from fr_reader.text.definites import definite
from fr_reader.text.grammar import PREPOSITIONS, RELATIVE, word_set
from fr_reader.text.lexicon import first_names
from fr_reader.text.names import NICKNAME, bare
from fr_reader.text.naming import joined_names, name_at_end
from fr_reader.text.offices import (
    BY_GIVEN_NAME,
    is_office,
    is_person_noun,
    is_title,
    title_gender,
)
from fr_reader.text.origins import is_origin
from fr_reader.text.scene import ARTICLE, Scene, Who, role_noun

__all__ = ["Cast", "Who"]

_TITLE = re.compile(r"(?<=[a-z])\s+[“‘\"«].*")
_MARKED = re.compile("[“‘\"'«]")
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]{0,80}[)\]]")
_PARTS = re.compile(r"\s*,\s*|\s+[–—-]{1,2}(?:\s+|$)|\s*—\s*")
_PARTING = re.compile("[,–—-]")
"""What stands between parts at least; quickly looked for."""
_PARTNERS = re.compile(r"([^,]{2,60}(?:, [^,]{2,60})?),? and ((?:his|her|their|its) .{2,120})$")
_WHO_CLAUSE = re.compile(r"(?<=\w) (?:who|whose) .*")
_SELF_NAMED = re.compile(
    r" who (?:\w+ ){0,3}?(?:(?:his|her|their) (?:first |full |last )?name"
    r"|himself|herself|themselves|goes by|went by|be (?:called|named|known|identified|quoted))"
    r"(?: only| simply| just)?(?: as| by)? ([A-Z][^,]{0,60})$"
)
"""The name in “a neighbour who gave her name only as Ann”, “who asked to be called Ann”."""
_THEMSELVES = re.compile(r"(?<=\w) (?:himself|herself|itself|themselves)$")
_PRONOUNS = word_set("he she it they who") | OWNERS.keys()
_PLAIN_TITLES = word_set("mr mrs ms miss mx dr prof professor sir dame lord lady")
"""Titles that several people with one surname may have."""
_CLAUSES = RELATIVE | PREPOSITIONS | {"such"}
"""What begins with these does not say the name of the one before the comma."""
_NOBODY = word_set("i we you one some many others few most both that which all several")


_ONLINE = word_set("user fan reader commenter viewer poster follower listener subscriber tweeter")


def _screen_name(head: str, part: str) -> tuple[str, ...] | None:
    """The name in “another user, BogTrotter”, which need not look like a person's."""
    known = head.rpartition(" ")[2].casefold() in _ONLINE
    return (part,) if known and part[0].isupper() and " " not in part else None


def _self_named(part: str) -> tuple[str, ...] | None:
    """The name somebody gives who is not named before: “a man who gave his name as Bo”."""
    given = _SELF_NAMED.search(part)
    return name_at_end(given.group(1)) if given else None


def _is_plain(words: str) -> bool:
    """Whether there are but letters and spaces."""
    return words.replace(" ", "").isalpha()


def _unmarked(words: str) -> str:
    """Words without what stands in brackets, and in marks: a nickname, the title of a work."""
    plain = _BRACKETS.sub("", words) if "(" in words or "[" in words else words
    return _TITLE.sub("", NICKNAME.sub("", plain)) if _MARKED.search(plain) else plain


def _told_apart(words: str) -> tuple[str, list[str]]:
    """Words without what stands in marks, and their parts between commas and dashes."""
    plain = _unmarked(words)
    parts = _PARTS.split(plain) if _PARTING.search(plain) else [plain]
    return plain, [part for part in parts if part]


class Cast:
    """What one article says of its people; asked while its quotations are read in order."""

    def __init__(self, text: str, paragraphs: Sequence[Paragraph], quoted: Sequence[Span]) -> None:
        self.text = text
        self.scene = Scene(text, paragraphs, quoted)
        self._mentions: dict[str, Span] = {}
        self._nameless: dict[str, str] = {}
        self._told: dict[str, Who | str] = {}

    def who(self, mention: Span, last: str | None) -> Who:
        """Who the words at `mention` name; `last` is who spoke before."""
        words = " ".join(mention.of(self.text).split())
        low = words.casefold()
        if low in _NOBODY:
            return Who(None)
        if low in _PRONOUNS:
            spoken = self._mentions.get(last) if last else None
            found = pronoun(self.scene, mention, last, spoken)
        else:
            found = self._phrase(words, mention)
        if found.name:
            self._mentions[found.name] = mention
            noun = role_noun(found.name)
            if noun and low != noun:  # “mayor” in a headline is nobody new
                self._nameless[noun] = found.name
        return found

    def _phrase(self, words: str, mention: Span) -> Who:
        """Who a phrase names; only “the …” may mean another wherever it stands."""
        if words not in self._told:
            self._told[words] = self._read(words)
        told = self._told[words]
        if isinstance(told, Who):
            return told
        return definite(self.scene, told, mention.start, self._nameless)

    def _read(self, words: str) -> Who | str:
        """Who a phrase names wherever it stands, or what stands behind its “the”."""
        plain, parts = (words, [words]) if _is_plain(words) else _told_apart(words)
        if len(parts) > 1 and self._is_dateline(parts[0]):
            parts.pop(0)
        if not parts:
            return Who(words)
        listed = self._listed(parts) if len(parts) > 1 else None
        if listed is not None:
            return listed
        partners = _PARTNERS.match(plain) if " and " in plain else None
        if partners is not None:
            both = self._partners(*partners.groups())
            if both is not None:
                return both
        head = _WHO_CLAUSE.sub("", parts[0]) if " who" in parts[0] else parts[0]
        joined = joined_names(head) if " and " in head else None
        if joined is not None:
            both = self._both(*joined)
            if both is not None:
                return both
        head = _THEMSELVES.sub("", head) if "sel" in head else head
        named = name_at_end(head) or _self_named(parts[0])
        if named is None and len(parts) > 1:
            pair = joined_names(parts[1]) if " and " in parts[1] else None
            if pair is not None and all(name_at_end(side) for side in pair):
                return self._both(*pair) or Who(head)
            named = (
                self._apposed(parts[1])
                or self._called(head, parts[1])
                or _screen_name(head, parts[1])
            )
            head = parts[1] if named else head
        if named is None and self._is_surname(head):
            named = (bare(head),)
        if named and not self._by_origin(named, head):
            return self._named(named, head)
        stripped = ARTICLE.sub("", head)
        if head.casefold().startswith(("the ", "this ")):
            return stripped
        return Who(stripped)

    def _is_surname(self, head: str) -> bool:
        """Whether a title alone is the surname of somebody: “King said”."""
        return is_title(head) and head[0].isupper() and head.casefold() in self.scene.names.by_last

    def _by_origin(self, named: Sequence[str], head: str) -> bool:
        """Whether “the Norwegian” stands for somebody by where they are from, and is no name."""
        if len(named) != 1 or head.casefold() != f"the {named[0].casefold()}":
            return False
        names = self.scene.names
        low = named[0].casefold()
        return is_origin(low) and low not in names.by_last and low not in names.people

    def _is_dateline(self, part: str) -> bool:
        """Whether a mention wrongly begins with where it was written: “OAKTON — the mayor”."""
        return part.isupper() and len(part) > 3 and not self.scene.names.is_person(part.split())

    def _apposed(self, part: str) -> tuple[str, ...] | None:
        """The name in “the head of the brigade, Ann Oak”, “his wife, Ann”, or None."""
        if part.startswith("@"):
            return (part,)
        named = name_at_end(part)
        if named is None or " of " in part or part.split(maxsplit=1)[0] in _CLAUSES:
            return None
        known = len(named) > 1 or is_office(part.split(maxsplit=1)[0])
        if known or named[0].casefold() in first_names() or self.scene.names.is_person(named):
            return named
        return None

    def _called(self, head: str, part: str) -> tuple[str, ...] | None:
        """The single name in “the band’s singer, Zed”, or None."""
        words = head.split()
        alone = part.isalpha() and part[0].isupper() and not is_title(part)
        return (part,) if alone and len(words) > 1 and is_person_noun(words[-1]) else None

    def _both(self, first: str, second: str) -> Who | None:
        """Two people, or a name with “and” in it; None where only the second is a name."""
        sides = name_at_end(first), name_at_end(second)
        names = self.scene.names
        persons = [side is not None and names.is_person(side) for side in sides]
        if all(persons):
            full = [
                self._full(side, text)
                for side, text in zip(sides, (first, second), strict=True)
                if side is not None
            ]
            return Who(" and ".join(full), 0.95)
        if persons[1] and sides[1] is not None and not second.startswith(sides[1][0]):
            return None
        return Who(ARTICLE.sub("", f"{first} and {second}"))

    def _listed(self, parts: Sequence[str]) -> Who | None:
        """“Ann Oak, Bo Elm and Cy Ash”: all of them, where each is named in full."""
        pair = joined_names(parts[-1]) if " and " in parts[-1] else None
        if pair is None:
            return None
        each = (*parts[:-1], *pair)
        named = [name_at_end(one) for one in each]
        if not all(name and len(name) > 1 and self.scene.names.is_person(name) for name in named):
            return None
        full = [self._full(name, one) for name, one in zip(named, each, strict=True) if name]
        return Who(in_words(full), 0.95)

    def _partners(self, first: str, second: str) -> Who | None:
        """“Ann Oak and her deputy, Bo Elm”: both, where both are named."""
        pair = [self._read(side) for side in (first, second)]
        told = [each.name for each in pair if isinstance(each, Who) and each.name]
        if len(told) < 2 or not all(self.scene.names.is_person(name.split()) for name in told):
            return None
        return Who(" and ".join(told), 0.95)

    def _full(self, named: Sequence[str], head: str) -> str:
        before = head.split()[: -len(named)]
        if not before:
            return self.scene.names.fullest(named)
        titles = [word.casefold().rstrip(".") for word in before if is_office(word)]
        gender = next((g for g in map(title_gender, titles) if g), "")
        by_given = bool(titles) and titles[-1] in BY_GIVEN_NAME
        rank = titles[-1] if len(named) == 1 and titles and titles[-1] not in _PLAIN_TITLES else ""
        return self.scene.names.fullest(named, gender, by_given, rank)

    def _named(self, named: Sequence[str], head: str) -> Who:
        short = " ".join(named)
        full = self._full(named, head)
        if full == short and len(named) == 1:
            full = self._short_form(short) or short
            if full == short and head.casefold().startswith("the "):
                full = begun_with(self.scene, short) or short
        if full == short and len(named) > 1:
            known = self.scene.known_as.get(named[0].casefold(), "")
            full = known if known.endswith(f" {named[-1]}") else full
        if full == short:
            return Who(full)
        return Who(full, 0.97, f"“{short}” is {full}, the fullest form of the name in the article")

    def _short_form(self, short: str) -> str | None:
        """“the FWT” by the name it stands for in the article."""
        known = self.scene.known_as.get(short.casefold())
        if known or short[1:].islower():
            return known
        return self.scene.short_forms.get(short.casefold().replace(".", ""))
