"""The register: every name of an article where it stands, and who a shorter form of one is."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from fr_reader.text.forms import (
    BODIES,
    Form,
    Name,
    first_name_gender,
    is_family_name_first,
    is_institutional,
    is_part,
    may_be_longer,
    plain_form,
    same_given,
    surname,
)
from fr_reader.text.grammar import word_set
from fr_reader.text.lexicon import first_names

_ENOUGH = 200
"""Of the forms with one first or last word, no more than this are looked at."""
_BY_FIRST_WORD = word_set("university college bank foundation trust")
"""These, and companies, go by their first word alone; a council does not."""
_BOTH = "?"


@dataclass(slots=True)
class Names:
    """The names of one article, in text order.

    They are entered first, and sorted by their words when all are known; `times` then tells of
    each form, in the order of their first places, how often it was entered.
    """

    all: list[Name] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    forms: list[Form] = field(default_factory=list)
    times: dict[Form, int] = field(default_factory=dict)
    by_last: defaultdict[str, list[Form]] = field(default_factory=lambda: defaultdict(list))
    by_first: defaultdict[str, list[Form]] = field(default_factory=lambda: defaultdict(list))
    by_middle: dict[str, dict[str, None]] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    people: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    groups: set[str] = field(default_factory=set)
    _fullest: dict[tuple[tuple[str, ...], str, bool, str], str] = field(default_factory=dict)
    _known_genders: dict[str, str] = field(default_factory=dict)
    _persons: dict[Form, str | None] = field(default_factory=dict)
    _of_all: list[str | None] = field(default_factory=list)
    _firsts: list[Name] = field(default_factory=list)

    def enter(self, name: Name) -> None:
        """Add a name that stands behind all that were added before."""
        self.all.append(name)
        self.starts.append(name.start)
        self.forms.append(name.form)

    def drop_last(self) -> None:
        """Forget where the name added last stands, as it is read together with another."""
        self.all.pop()
        self.starts.pop()

    def sort(self) -> None:
        """Sort the forms that were entered by their words, each once."""
        self.times = Counter(self.forms)
        by_last, by_first, people = self.by_last, self.by_first, self.people
        for form in self.times:
            if form.gender:
                for key in {form.last, form.text} if len(form.words) > 1 else {form.last}:
                    if self.genders.setdefault(key, form.gender) != form.gender:
                        self.genders[key] = _BOTH
            several = len(form.words) > 1
            if form.titled or (several and not form.institutional):
                people.add(form.last)
            if several:
                by_last[form.last].append(form)
                by_first[form.given].append(form)
                if form.nickname and form.nickname != form.given:
                    by_first[form.nickname].append(form)
                for word in form.inner:
                    self.by_middle.setdefault(word, {})[form.text] = None

    def between(self, start: int, end: int) -> list[Name]:
        """The names that begin in `[start, end)`."""
        return self.all[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def called(self, last: str) -> list[Form]:
        """The forms of two words and more with a last word, in lower case, as they come first."""
        return _some(self.by_last, last)

    def fullest(
        self, words: Sequence[str], gender: str = "", by_given: bool = False, title: str = ""
    ) -> str:
        """The fullest form of a name; of several people with it, the one named most often.

        `gender` is what a title before it tells, `by_given` that a single word is a first name
        ("Sir Alan"); of several people with a surname, the one that has the `title` is meant.
        """
        key = (tuple(words), gender, by_given, title)
        found = self._fullest.get(key)
        if found is None:
            found = self._fullest[key] = self._look_up(plain_form(key[0]), gender, by_given, title)
        return found

    def _look_up(self, asked: Form, gender: str, by_given: bool, title: str) -> str:
        short, alone = asked.text, len(asked.words) == 1
        if by_given and alone:
            found = self._by_given(asked, gender, titled=True)
            if found:
                return found
        longer = self._of_surname(asked, gender) if asked.last in self.by_last else None
        if longer:
            titled = [form for form in longer if form.title == title] if title else None
            return self._chosen(titled or longer, gender)
        if not alone:
            return self._goes_on(asked) or short
        return (
            self._by_given(asked, gender)
            or self._by_first_word(asked)
            or self._by_middle(asked, gender)
            or short
        )

    def _of_surname(self, asked: Form, gender: str) -> list[Form]:
        """The forms with the same last word that this one may be a shorter form of."""
        alone, suffix = len(asked.words) == 1, asked.suffix
        return [
            form
            for form in _some(self.by_last, asked.last)
            if (alone or may_be_longer(form, asked))
            and not (suffix and _clash(suffix, form.suffix))
            and not (gender and _clash(gender, self._own_gender(form)))
        ]

    def _chosen(self, longer: Sequence[Form], gender: str) -> str:
        if len(longer) == 1:
            return longer[0].text
        forms: dict[str, Form] = {}
        counts: dict[str, int] = defaultdict(int)
        for form in longer:
            forms.setdefault(form.text, form)
            counts[form.text] += self.times[form]
        if len(forms) == 1:
            return longer[0].text
        whole = [
            form
            for form in forms.values()
            if not any(is_part(form, other) for other in forms.values())
        ]
        whole = [form for form in whole if gender and self._own_gender(form) == gender] or whole
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

    def _by_given(self, asked: Form, gender: str, titled: bool = False) -> str:
        """“Olive” by the only person with this first name, or empty; `titled` as in “Sir Alan”."""
        low = asked.given
        if len(low) < 2 or low in self.places:
            return ""
        surname_too = not titled and low in self.people and low not in first_names()
        named = [
            form
            for form in _some(self.by_first, low)
            if (not surname_too or is_family_name_first(form.words))
            and self._is_person(form)
            and not (gender and _clash(gender, self._own_gender(form)))
        ]
        if not named or any(form.last != named[0].last for form in named):
            return ""
        return self._chosen(named, gender)

    def _by_middle(self, asked: Form, gender: str) -> str:
        """“Robles” by the only person called “Inés Robles Vidal”, or empty."""
        named = self.by_middle.get(asked.low)
        if named is None or len(named) != 1 or asked.low in self.places:
            return ""
        name = next(iter(named))
        return "" if _clash(gender, self.gender(name)) else name

    def _by_first_word(self, asked: Form) -> str:
        """A company or university by its first word, or empty."""
        low = asked.first
        if low in self.places or is_institutional(asked.words):
            return ""
        return _only(
            form
            for form in _some(self.by_first, asked.given)
            if form.first == low and (form.is_company or form.last in _BY_FIRST_WORD)
        )

    def _goes_on(self, asked: Form) -> str:
        """“Metro Police” by the longer name of a body that begins like this, or empty."""
        words = asked.words
        body = words[-1].casefold() in BODIES
        return _only(
            form
            for form in _some(self.by_first, asked.given)
            if form.words[: len(words)] == words
            and len(form.words) > len(words)
            and ((body and form.is_body) or form.is_company)
        )

    def person(self, name: Name) -> str | None:
        """The fullest form of a person's name, once all are sorted; None for that of no person."""
        form, known = name.form, self._persons
        if form not in known:
            known[form] = self._person(form)
        return known[form]

    def persons(self) -> list[str | None]:
        """The same of each name of the article, in text order."""
        if len(self._of_all) != len(self.all):
            known = self._persons = {form: self._person(form) for form in self.times}
            self._of_all = [known[name.form] for name in self.all]
        return self._of_all

    def firsts(self) -> list[Name]:
        """The first place of each form, in text order."""
        if not self._firsts:
            found: dict[Form, Name] = {}
            for name in self.all:
                found.setdefault(name.form, name)
            self._firsts = list(found.values())
        return self._firsts

    def _person(self, form: Form) -> str | None:
        if self._is_person(form):
            only = len(form.words) > 1 and len(self.by_last.get(form.last, ())) == 1
            if only and not _clash(form.gender, form.given_gender):
                return form.text
            return self.fullest(form.words, form.gender)
        if len(form.words) == 1 and not form.institutional:
            return self._by_given(form, form.gender) or None
        return None

    def _is_person(self, form: Form) -> bool:
        """Whether a name is a person's, for all the article tells."""
        if form.titled:
            return not form.institutional
        if form.nobody or form.text in self.groups or form.low in self.places:
            return False
        return len(form.words) > 1 or form.last in self.people

    def is_person(self, words: Sequence[str]) -> bool:
        """Whether a name, given by its words, is a person's."""
        return self._person(plain_form(tuple(words))) is not None

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


def _some(groups: dict[str, list[Form]], key: str) -> list[Form]:
    return groups[key][:_ENOUGH] if key in groups else []


def _only(forms: Iterable[Form]) -> str:
    """The longest of several names that all begin it, else empty."""
    texts = {form.text: None for form in forms}
    longest = max(texts, key=len, default="")
    return longest if all(longest.startswith(text) for text in texts) else ""


def _told(gender: str) -> str:
    return "" if gender == _BOTH else gender


def _clash(one: str, other: str) -> bool:
    return bool(one and other and one != other)
