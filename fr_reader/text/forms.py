"""Forms: the words a name goes by, with all that follows from the words alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from fr_reader.text.grammar import word_set
from fr_reader.text.lexicon import first_names

_INSTITUTIONS = word_set(
    "police council party university committee department court service services house news times"
    " post group association agency institute company inc ltd bank union ministry office college"
    " school hospital church commission authority board trust foundation federation league club"
    " state states city county street road avenue york kingdom republic army navy force press"
    " senate congress parliament assembly administration campaign center centre museum network"
    " channel radio magazine journal herald tribune guardian society coalition alliance act"
    " technology technologies recognition museum international national plc corp corporation"
    " democrats republicans conservatives communists socialists islamic east west north south"
    " republican democratic democrat conservative labour american british world war day street"
    " airport park hill valley island islands lake river coast hall square tower bridge website"
    " alabama alaska arizona arkansas california carolina colorado connecticut dakota delaware"
    " florida hampshire hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland"
    " massachusetts michigan minnesota mississippi missouri montana nebraska nevada jersey mexico"
    " ohio oklahoma oregon pennsylvania tennessee texas utah vermont wisconsin wyoming england"
    " wales scotland ireland france germany spain italy russia china japan india canada australia"
    " new san los beach mountain forest airport zealand arabia korea iran iraq syria israel turkey"
    " ukraine"
    " america europe asia africa london washington street wall white supreme"
)


class Form:
    """The words of a name and the gender its title gives away, with all that follows from them.

    One form is kept for all its places, and is equal to no other.
    """

    __slots__ = (
        "begins",
        "first",
        "gender",
        "given",
        "given_gender",
        "institutional",
        "last",
        "text",
        "titled",
        "words",
    )

    def __init__(self, words: tuple[str, ...], titled: bool, gender: str) -> None:
        self.words = words
        self.titled = titled
        self.gender = gender
        self.text = " ".join(words)
        self.first = words[0].casefold()
        self.last = words[-1].casefold()
        self.begins = self.first[:3]
        self.given = given_form(words[0])
        self.given_gender = first_name_gender(words)
        self.institutional = any(word.casefold() in _INSTITUTIONS for word in words)


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


def first_name_gender(words: Sequence[str]) -> str:
    """`m`, `f` or empty: what the first of several words says."""
    return first_names().get(words[0].casefold(), "") if len(words) > 1 else ""


def given_form(word: str) -> str:
    """A first name or an initial as it is compared."""
    return word.rstrip(".").casefold()


def same_given(one: str, other: str) -> bool:
    """Whether two first names are the same, or one is the other's initial."""
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])
