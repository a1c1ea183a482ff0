"""The project's speakers win: whoever a mention or a name belongs to there says the words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from fr_reader.model import Quotation, Speaker, Speakers
from fr_reader.text.grammar import PERSONAL, word_set

_ARTICLES = word_set("the a an")
_SMALL = _ARTICLES | word_set("of for and de del della der den van von la le di da dos du al bin")
_LONGEST = 6


def as_known(
    text: str, quotations: Iterable[Quotation], speakers: Speakers
) -> tuple[Quotation, ...]:
    """The quotations with the names the project has for their speakers.

    The words of the mention are asked for first, then the name the rules found. A quotation that
    goes on from another one follows it, as both were found to have the same speaker.
    """
    renamed: dict[str, Speaker] = {}
    result = []
    for quotation in quotations:
        known = _known(text, quotation, speakers)
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


def _known(text: str, quotation: Quotation, speakers: Speakers) -> Speaker | None:
    if quotation.speaker is not None:
        words = _trim(quotation.speaker.of(text))
        for form in (words, _without_article(words)):
            known = speakers.named(form) if form else None
            if known is not None:
                return known
    return speakers.named(quotation.who) if quotation.who else None


def _trim(mention: str) -> str:
    return " ".join(mention.split()).strip(" ,;:.–—-")


def _without_article(mention: str) -> str:
    first, _, rest = mention.partition(" ")
    return rest if first.lower() in _ARTICLES else mention


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
