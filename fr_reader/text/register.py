"""The register: every name of an article where it stands, and who a shorter form of one is."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from fr_reader.text.forms import (
    BODIES,
    Form,
    Name,
    ends_with,
    first_name_gender,
    given_form,
    is_family_name_first,
    is_institutional,
    same_given,
    suffix_of,
    surname,
)
from fr_reader.text.grammar import word_set
from fr_reader.text.lexicon import first_names

_ENOUGH = 200
"""More names than this with one last word or beginning are not kept apart."""
_BY_FIRST_WORD = word_set("university college bank foundation trust")
"""These, and companies, go by their first word alone; a council does not."""
_BOTH = "?"


@dataclass(slots=True)
class Names:
    """The names of one article, in text order."""

    all: list[Name] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    by_last: defaultdict[str, list[Name]] = field(default_factory=lambda: defaultdict(list))
    by_start: defaultdict[str, list[Name]] = field(default_factory=lambda: defaultdict(list))
    by_middle: dict[str, dict[str, None]] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    people: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    groups: set[str] = field(default_factory=set)
    _fullest: dict[tuple[tuple[str, ...], str, bool, str], str] = field(default_factory=dict)
    _known_genders: dict[str, str] = field(default_factory=dict)
    _persons: dict[Form, str | None] = field(default_factory=dict)

    def enter(self, name: Name) -> None:
        """Add a name that stands behind all that were added before."""
        form = name.form
        self.all.append(name)
        self.starts.append(name.start)
        if form.gender:
            for key in (form.last, form.text) if len(form.words) > 1 else (form.last,):
                known = self.genders.setdefault(key, form.gender)
                if known != form.gender:
                    self.genders[key] = _BOTH
        if form.titled:
            self.people.add(form.last)
        if len(form.words) > 1:
            for group in (self.by_last[form.last], self.by_start[form.begins]):
                if len(group) < _ENOUGH:
                    group.append(name)
            if not form.institutional:
                self.people.add(form.last)
            if form.nickname:
                group = self.by_start[form.nickname[:3]]
                if len(group) < _ENOUGH:
                    group.append(name)
            if len(form.words) > 2 and not form.institutional:
                for word in form.words[1:-1]:
                    self.by_middle.setdefault(word.casefold(), {})[form.text] = None

    def drop_last(self) -> None:
        """Forget where the name added last stands, as it is read together with another."""
        self.all.pop()
        self.starts.pop()

    def between(self, start: int, end: int) -> list[Name]:
        """The names that begin in `[start, end)`."""
        return self.all[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def fullest(
        self, words: Sequence[str], gender: str = "", by_given: bool = False, title: str = ""
    ) -> str:
        """The fullest form of a name; of several people with it, the one named most often.

        `gender` is what a title before it tells, `by_given` that a single word is a first name
        ("Sir Alan"); of several people with a surname, the one that has the `title` is meant.
        """
        key = (tuple(words), gender, by_given, title)
        if key not in self._fullest:
            self._fullest[key] = self._look_up(words, gender, by_given, title)
        return self._fullest[key]

    def _look_up(self, words: Sequence[str], gender: str, by_given: bool, title: str) -> str:
        if by_given and len(words) == 1:
            found = self._by_given(words[0], gender, titled=True)
            if found:
                return found
        longer = self._of_surname(words, gender)
        if longer:
            titled = [name for name in longer if title and name.form.title == title]
            return self._chosen(titled or longer, gender)
        short = " ".join(words)
        if len(words) > 1:
            return self._goes_on(words) or short
        return (
            self._by_given(short, gender)
            or self._by_first_word(short)
            or self._by_middle(short, gender)
            or short
        )

    def _of_surname(self, words: Sequence[str], gender: str) -> list[Name]:
        """The names with the same last word that this one may be a shorter form of."""
        given, suffix, body = given_form(words[0]), suffix_of(words), is_institutional(words)
        return [
            name
            for name in self.by_last.get(surname(words), ())
            if (
                len(words) == 1
                or (len(name.words) >= len(words) and same_given(name.form.given, given))
                or name.form.nickname == given
                or (
                    ends_with(name.words, words) and not (body and name.form.first in first_names())
                )
            )
            and not _clash(suffix, name.form.suffix)
            and not _clash(gender, self._own_gender(name.form))
        ]

    def _chosen(self, longer: Iterable[Name], gender: str) -> str:
        forms: dict[str, Form] = {}
        counts: dict[str, int] = defaultdict(int)
        for name in longer:
            form = name.form
            forms.setdefault(form.text, form)
            counts[form.text] += 1
        if len(forms) == 1:
            return next(iter(forms))
        whole = [
            form
            for form in forms.values()
            if not any(_is_part(form, other) for other in forms.values())
        ]
        told = [form for form in whole if gender and self._own_gender(form) == gender]
        whole = told or whole
        firsts: dict[str, int] = defaultdict(int)
        for form in whole:
            firsts[form.first] += counts[form.text]
        chosen = max(whole, key=lambda form: firsts[form.first])
        same = [
            form
            for form in whole
            if same_given(form.given, chosen.given) and not _clash(form.suffix, chosen.suffix)
        ]
        return max(same, key=lambda form: (len(form.words), not form.shouted)).text

    def _by_given(self, word: str, gender: str, titled: bool = False) -> str:
        """“Olive” by the only person with this first name, or empty; `titled` as in “Sir Alan”."""
        low = given_form(word)
        if len(low) < 2 or low in self.places:
            return ""
        surname_too = not titled and low in self.people and low not in first_names()
        named = [
            name
            for name in self.by_start.get(low[:3], ())
            if low in (name.form.given, name.form.nickname)
            and (not surname_too or is_family_name_first(name.words))
            and self._is_person(name.form)
            and not _clash(gender, self._own_gender(name.form))
        ]
        return self._chosen(named, gender) if len({name.form.last for name in named}) == 1 else ""

    def _by_middle(self, word: str, gender: str) -> str:
        """“Robles” by the only person called “Inés Robles Vidal”, or empty."""
        named = self.by_middle.get(word.casefold(), {})
        if len(named) != 1 or word.casefold() in self.places:
            return ""
        name = next(iter(named))
        return "" if _clash(gender, self.gender(name)) else name

    def _by_first_word(self, word: str) -> str:
        """A company or university by its first word, or empty."""
        low = word.casefold()
        if low in self.places or is_institutional((word,)):
            return ""
        return self._only(
            name
            for name in self.by_start.get(low[:3], ())
            if name.form.first == low and (name.form.is_company or name.form.last in _BY_FIRST_WORD)
        )

    def _goes_on(self, words: Sequence[str]) -> str:
        """“Metro Police” by the longer name of a body that begins like this, or empty."""
        body = words[-1].casefold() in BODIES
        return self._only(
            name
            for name in self.by_start.get(words[0].casefold()[:3], ())
            if name.words[: len(words)] == tuple(words)
            and len(name.words) > len(words)
            and ((body and name.form.is_body) or name.form.is_company)
        )

    @staticmethod
    def _only(names: Iterable[Name]) -> str:
        """The longest of several names that all begin it, else empty."""
        texts = {name.text: None for name in names}
        longest = max(texts, key=len, default="")
        return longest if all(longest.startswith(text) for text in texts) else ""

    def person(self, name: Name) -> str | None:
        """The fullest form of a person's name; None for a name of no person.

        To be asked when all names of the article are known.
        """
        form, known = name.form, self._persons
        if form not in known:
            known[form] = self._person(form)
        return known[form]

    def _person(self, form: Form) -> str | None:
        if self._is_person(form):
            return self.fullest(form.words, form.gender)
        if len(form.words) == 1 and not form.institutional:
            return self._by_given(form.text, form.gender) or None
        return None

    def _is_person(self, form: Form) -> bool:
        """Whether a name is a person's, for all the article tells."""
        if form.titled:
            return not form.institutional
        capitals = form.words[0].isupper() and len(form.words[0]) > 2
        if form.institutional or (capitals and form.first not in first_names()):
            return False
        if form.text in self.groups or form.text.casefold() in self.places:
            return False
        return len(form.words) > 1 or form.last in self.people

    def is_person(self, words: Sequence[str]) -> bool:
        """Whether a name, given by its words, is a person's."""
        return self._person(Form(tuple(words), "", False, "")) is not None

    def _own_gender(self, form: Form) -> str:
        return form.given_gender or _told(self.genders.get(form.text, ""))

    def gender(self, name: str) -> str:
        """`m`, `f` or empty: what the first name says, or a title before the name or surname."""
        if name not in self._known_genders:
            words = name.split(" ")
            told = (
                first_name_gender(words)
                or _told(self.genders.get(name, ""))
                or _told(self.genders.get(surname(words), ""))
            )
            self._known_genders[name] = told
        return self._known_genders[name]

    def tell_gender(self, name: str, gender: str) -> None:
        """Keep the gender of a person of whom nothing else tells it."""
        if not self.gender(name):
            self._known_genders[name] = gender


def _is_part(form: Form, other: Form) -> bool:
    """Whether a form is short for another, or another with words before it that name nobody:
    "Van den Oak" is of "Ann van den Oak", and "Happy Ann Oak" of "Ann Oak"."""
    if ends_with(form.words, other.words):
        return other.first in first_names() and form.first not in first_names()
    if not ends_with(other.words, form.words):
        return False
    return form.first not in first_names() or other.first in first_names()


def _told(gender: str) -> str:
    return "" if gender == _BOTH else gender


def _clash(one: str, other: str) -> bool:
    return bool(one and other and one != other)
