"""The project's speakers win: whoever a mention or a name belongs to there says the words.

They win over every rule. Only what the article itself says by name is stronger, where it does not
name the project's speaker at all: "the mayor" is no Ann Oak where only “Mayor Bo Elm” is named, and
"Oak" no Ann Oak where only Bo Oak is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from fr_reader.model import Description, Quotation, Speaker, Speakers
from fr_reader.text.descriptions import descriptions
from fr_reader.text.forms import given_form, same_given
from fr_reader.text.grammar import PERSONAL, word_set
from fr_reader.text.names import names
from fr_reader.text.offices import is_person_noun
from fr_reader.text.paragraphs import paragraphs
from fr_reader.text.role_words import is_role
from fr_reader.text.roles import head_words

_ARTICLES = word_set("the a an")
_SMALL = _ARTICLES | word_set("of for and de del della der den van von la le di da dos du al bin")
_LONGEST = 6
_OFFICES = frozenset(
    (
        *("mayor", "president", "chancellor", "governor", "premier", "taoiseach", "monarch"),
        *("king", "queen", "pope", "archbishop", "prime minister", "first minister"),
        *("vice president", "deputy mayor", "deputy prime minister", "attorney general"),
        *("home secretary", "foreign secretary", "health secretary", "education secretary"),
        *("defence secretary", "transport secretary", "justice secretary", "secretary general"),
        *(
            "police commissioner",
            "chief constable",
            "council leader",
        ),
    )
)
"""Of these a town or country has one, so that they mean the same in articles about it."""


def as_known(
    text: str, quotations: Iterable[Quotation], speakers: Speakers
) -> tuple[Quotation, ...]:
    """The quotations with the names the project has for their speakers.

    The words of the mention are asked for first, then the name the rules found. A quotation that
    goes on from another one follows it, as both were found to have the same speaker.
    """
    article = _Article(text)
    renamed: dict[str, Speaker] = {}
    result = []
    for quotation in quotations:
        known = _known(article, quotation, speakers)
        if known is None and quotation.speaker is None and quotation.who is not None:
            known = renamed.get(quotation.who)
        if known is None or quotation.who == known.name:
            result.append(quotation)
            continue
        if quotation.who is not None:
            renamed[quotation.who] = known
        reason = f"{quotation.reason} This project calls the speaker {known.name}.".strip()
        result.append(replace(quotation, who=known.name, reason=reason))
    return tuple(result)


class _Article:
    """What the article says by name of the one a mention is, looked up where it is asked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._named: dict[str, bool] = {}

    @cached_property
    def _roles(self) -> dict[str, Description]:
        return descriptions(self.text, names(self.text, paragraphs(self.text)))

    def means_another(self, mention: str, who: str | None, known: Speaker) -> bool:
        """Whether the article calls `who` by this mention and does not name `known`."""
        if not who or known.answers_to(who) or self._names(known.name):
            return False
        return _is_namesake(mention, who, known.name) or self._calls(who, mention)

    def _names(self, name: str) -> bool:
        if name not in self._named:
            self._named[name] = name in self.text
        return self._named[name]

    def _calls(self, who: str, mention: str) -> bool:
        heads = head_words(mention)
        if not heads or not is_person_noun(heads[-1]) or not who[:1].isupper():
            return False
        told = self._roles.get(who, Description()).role.casefold()
        return any(f"{role} ".startswith(f"{mention.casefold()} ") for role in told.split("; "))


def _is_namesake(mention: str, who: str, name: str) -> bool:
    """Whether a mention is the surname of two who have other first names."""
    words, others = who.split(), name.split()
    surname = mention.casefold()
    return (
        len(words) > 1
        and len(others) > 1
        and words[-1].casefold() == others[-1].casefold() == surname
        and not same_given(given_form(words[0]), given_form(others[0]))
    )


def _known(article: _Article, quotation: Quotation, speakers: Speakers) -> Speaker | None:
    if quotation.speaker is not None:
        words = _trim(quotation.speaker.of(article.text))
        bare = _without_article(words)
        for form in (words, bare):
            known = speakers.named(form) if form else None
            if known is not None and not article.means_another(bare, quotation.who, known):
                return known
    return speakers.named(quotation.who) if quotation.who else None


def _trim(mention: str) -> str:
    return " ".join(mention.split()).strip(" ,;:.–—-")


def _without_article(mention: str) -> str:
    first, _, rest = mention.partition(" ")
    return rest if first.lower() in _ARTICLES else mention


def carried_mention(text: str, quotation: Quotation, name: str) -> str:
    """The mention of a quotation that is to mean the speaker called `name` in later articles too.

    That is a name (see `proper_mention`), and where it corrects the rules, an office of which a
    place has one, or one that says of what: "the mayor", "the head of the Elm Trust". A woman, a
    spokesman or a resident is somebody else in every article: for these it is empty.
    """
    proper = proper_mention(text, quotation)
    if proper or quotation.speaker is None or quotation.who == name:
        return proper
    mention = _trim(quotation.speaker.of(text))
    words = mention.split()
    if len(words) > _LONGEST or words[0].casefold() != "the" or "," in mention:
        return ""
    heads = head_words(" ".join(words[1:]))
    if not heads or not is_role(heads[-1]):
        return ""
    telling = any(word[:1].isupper() for word in words[1:])
    return mention if telling or " ".join(heads) in _OFFICES else ""


def proper_mention(text: str, quotation: Quotation) -> str:
    """The mention of a quotation's speaker, if it is a name that means the same elsewhere.

    "Garbett" and "the Met" are; "she", "the assembly member" and whole descriptions are not:
    for these it is empty. An article before a name is left out.
    """
    if quotation.speaker is None:
        return ""
    mention = _without_article(_trim(quotation.speaker.of(text)))
    words = mention.split()
    if not words or len(words) > _LONGEST or words[0].lower() in PERSONAL:
        return ""
    named = all(word[:1].isupper() or word.lower() in _SMALL for word in words)
    return mention if named and words[0][:1].isupper() and "," not in mention else ""
