"""Forms: the words a name goes by, with all that follows from the words alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from fr_reader.text.grammar import word_set
from fr_reader.text.lexicon import first_names
from fr_reader.text.offices import is_suffix

BODIES = word_set(
    "police council party university committee department court service services house news times"
    " post group association agency institute company inc ltd bank union ministry office college"
    " school hospital church commission authority board trust foundation federation league club"
    " army navy force press senate congress parliament assembly administration campaign center"
    " centre museum network channel radio magazine journal herald tribune guardian society"
    " coalition alliance technology technologies plc corp corporation website"
    " homes trains rail railway railways energy motors electric airlines airways holdings partners"
    " foods stores supermarkets systems solutions industries quartet trio quintet orchestra choir"
    " ensemble band theatre theater records studios rovers wanderers fc afc academy chamber"
    " brigade tribunal fund laboratory labs library books publishing software pharmaceuticals"
    " insurance brewery breweries bakery farms estates hotels buses gazette chronicle telegraph"
    " observer images nation tribe hospice infirmary clinic constabulary directorate bureau"
    " consortium cooperative co-operative guild institution observatory inquiry initiative panel"
    " project team unit crew squad organisation organization secretariat legislature cabinet"
    " logistics shipping ferries llc llp engineering bros & fishermen’s women’s children’s people’s"
)
"""Words that tell a name is that of a body of people."""
FOR_OTHERS = BODIES | word_set(
    "transport action citizens students parents mothers doctors scientists americans veterans"
    " lawyers teachers workers people women fathers neighbours neighbors residents farmers"
)
"""Words that “for” may follow inside the name of a body: "Transport for Ham"."""
_COMPANIES = word_set(
    "company inc ltd plc corp corporation llc llp homes trains rail energy motors electric airlines"
    " airways holdings partners foods stores supermarkets systems solutions industries group bros"
    " software pharmaceuticals insurance brewery breweries bakery buses technologies logistics"
    " shipping ferries engineering estates hotels mining minerals resources petroleum steel cement"
    " textiles ventures publishing"
)
_OTHERS = word_set(
    "state states city county street road avenue york kingdom republic act recognition national"
    " international democrats republicans conservatives communists socialists islamic east west"
    " north south republican democratic democrat conservative labour american british world war day"
    " airport park hill valley island islands lake river coast hall square tower bridge"
    " alabama alaska arizona arkansas california carolina colorado connecticut dakota delaware"
    " florida hampshire hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland"
    " massachusetts michigan minnesota mississippi missouri montana nebraska nevada jersey mexico"
    " ohio oklahoma oregon pennsylvania tennessee texas utah vermont wisconsin wyoming england"
    " wales scotland ireland france germany spain italy russia china japan india canada australia"
    " new san los beach mountain forest zealand arabia korea iran iraq syria israel turkey"
    " ukraine united ocean sea convention circuit summit conference symposium affairs agenda plan"
    " deal report speech rights amendment treaty agreement protocol award awards prize"
    " festival games cup responsibility assessment debate tour week month voters"
    " america europe asia africa london washington wall white supreme"
)
_INSTITUTIONS = BODIES | _OTHERS
_SURNAMES_TOO = word_set("hill hall west white day church washington london ireland france house")
"""After a first name these are surnames."""
_FAMILY_NAMES = word_set(
    "xi kim li lee wang zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin guo luo deng"
    " jiang wen mao moon park choi jung kang cho yoon jang lim nguyen tran pham hoang phan vu dang"
    " bui ngo duong tsai abe ban"
)
_ARABIC = re.compile(r"(?:al|el|as|ash|an|ar|ad|at|az|ul)[-‑](?=\w)")


class Form:
    """The words of a name and the title before it, with all that follows from them.

    `institutional` tells that it names no person, `is_body` a body of people that can speak, and
    `plural` that it may name several: "Copper Larks". `nobody` tells that, without a title, it
    names no person either: "NATO Five". `low` is the text and `suffix` the "jr", "iii" or the like
    it ends in, as they are compared; `inner` are the words between a person's first and last.

    One form is kept for all its places, and is equal to no other.
    """

    __slots__ = (
        "first",
        "gender",
        "given",
        "given_gender",
        "inner",
        "institutional",
        "is_body",
        "last",
        "low",
        "nickname",
        "nobody",
        "plural",
        "suffix",
        "text",
        "title",
        "titled",
        "words",
    )

    def __init__(
        self, words: tuple[str, ...], title: str, titled: bool, gender: str, nickname: str = ""
    ) -> None:
        self.words = words
        self.nickname = given_form(nickname) if nickname else ""
        self.title = title
        self.titled = titled
        self.gender = gender
        self.text = " ".join(words)
        self.low = self.text.casefold()
        self.first = words[0].casefold()
        self.last = surname(words)
        self.suffix = suffix_of(words)
        self.given = given_form(words[0])
        self.given_gender = first_name_gender(words)
        others = "for" in words
        self.institutional = others or is_institutional(words) or _ends_in_initials(words)
        self.is_body = others or (
            self.institutional and any(word.casefold() in BODIES for word in words)
        )
        several = self.last.endswith("s") and not self.last.endswith(("ss", "’s", "'s"))
        self.plural = several and not titled and self.first not in first_names()
        self.inner = () if self.institutional else tuple(map(str.casefold, words[1:-1]))
        capitals = words[0].isupper() and len(words[0]) > 2
        self.nobody = self.institutional or (capitals and self.first not in first_names())

    @property
    def is_company(self) -> bool:
        """Whether it is the name of a firm."""
        last = self.words[-1].casefold()
        return self.institutional and (last in _COMPANIES or "&" in self.words)

    @property
    def shouted(self) -> bool:
        """Whether it is written in capitals."""
        return self.text.isupper()


@lru_cache(maxsize=20_000)
def plain_form(words: tuple[str, ...]) -> Form:
    """The form of words without a title; the same are asked for again and again."""
    return Form(words, "", False, "")


class Name(NamedTuple):
    """One name in the text: where it stands, and its form."""

    start: int
    end: int
    form: Form

    @property
    def words(self) -> tuple[str, ...]:
        """Its words."""
        return self.form.words

    @property
    def gender(self) -> str:
        """The gender its title gives away, `m` or `f`, or empty."""
        return self.form.gender

    @property
    def text(self) -> str:
        """The name with single spaces."""
        return self.form.text

    @property
    def institutional(self) -> bool:
        """Whether a word of it tells that it names no person."""
        return self.form.institutional


def surname(words: Sequence[str]) -> str:
    """The last name as it is compared: without "Jr." after it and "al-" before it."""
    at = len(words) - 1
    while at > 0 and is_suffix(words[at]):
        at -= 1
    low = words[at].casefold()
    if "-" in low or "‑" in low:
        return _ARABIC.sub("", low, count=1) if _ARABIC.match(low) else low
    return low


def suffix_of(words: Sequence[str]) -> str:
    """The "jr" or "iii" a name ends in, as it is compared, or empty."""
    return words[-1].casefold().rstrip(".") if is_suffix(words[-1]) else ""


def is_institutional(words: Sequence[str]) -> bool:
    """Whether a word tells that the name is no person's: "Oak Council", not "Ann Hill"."""
    telling = list(filter(_INSTITUTIONS.__contains__, map(str.casefold, words)))
    if not telling:
        return False
    after_first_name = 1 < len(words) < 4 and words[0].casefold() in first_names()
    return not (
        after_first_name and telling == [words[-1].casefold()] and telling[0] in _SURNAMES_TOO
    )


def _ends_in_initials(words: Sequence[str]) -> bool:
    """Whether a name ends in the initials of a body: "Oakham RSL"."""
    last = words[-1]
    if not 2 < len(last) < 5 or not last.isalpha() or not last.isupper():
        return False
    return not words[0].isupper() and words[0].casefold() not in first_names()


def first_name_gender(words: Sequence[str]) -> str:
    """`m`, `f` or empty: what the first of several words, or its part before a hyphen, says."""
    if len(words) < 2:
        return ""
    low = words[0].casefold()
    return first_names().get(low) or first_names().get(low.partition("-")[0], "")


def given_form(word: str) -> str:
    """A first name or an initial as it is compared."""
    return word.rstrip(".").casefold()


def same_given(one: str, other: str) -> bool:
    """Whether two first names are the same, or one is the other's initial."""
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def is_family_name_first(words: Sequence[str]) -> bool:
    """Whether a name is written as in East Asia: "Kim Soo-jin", "Li Na"."""
    second = words[1].replace("‑", "-") if len(words) > 1 else ""
    _, hyphen, rest = second.partition("-")
    return words[0].casefold() in _FAMILY_NAMES or (bool(hyphen) and rest[:1].islower())


def ends_with(longer: Sequence[str], shorter: Sequence[str]) -> bool:
    """Whether a name is the end of a longer one: "Van den Oak" of "Ann van den Oak"."""
    if len(longer) <= len(shorter):
        return False
    tail = longer[len(longer) - len(shorter) :]
    return all(a.casefold() == b.casefold() for a, b in zip(tail, shorter, strict=True))


def may_be_longer(form: Form, asked: Form) -> bool:
    """Whether a form with the same last word may be a fuller one of the form that is asked for."""
    if len(form.words) >= len(asked.words) and same_given(form.given, asked.given):
        return True
    if form.nickname == asked.given:
        return True
    if not ends_with(form.words, asked.words):
        return False
    return form.first not in first_names() or not is_institutional(asked.words)


def is_part(form: Form, other: Form) -> bool:
    """Whether a form is short for another, or another with words before it that name nobody:
    "Van den Oak" is of "Ann van den Oak", and "Happy Ann Oak" of "Ann Oak"."""
    if ends_with(form.words, other.words):
        return other.first in first_names() and form.first not in first_names()
    if not ends_with(other.words, form.words):
        return False
    return form.first not in first_names() or other.first in first_names()
