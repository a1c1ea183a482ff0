"""Things: quotations that are what a thing is called or what is written on it, and quote nobody.

Titles of works, nicknames, slogans: "the film ‘Night Ferry’", "Jim “Red” Doe", "“No Fares” signs".
"""

from __future__ import annotations

from fr_reader.text.cues import cue_at
from fr_reader.text.grammar import PERSONAL, PREPOSITIONS, is_adverb, is_capital, word_set
from fr_reader.text.place import Place, is_shouted, is_title
from fr_reader.text.stream import QUOTED
from fr_reader.text.word_kinds import CAPITAL, DETERMINER

_CALLED = word_set("titled entitled headlined named sing sings sang sung singing")
"""After these, words in capitals are a title; after "called", where it is a passive."""
_CALL = word_set("call calls called calling")
_NICKNAMED = word_set(
    "nicknamed dubbed christened codenamed code-named so-called alias nickname rechristened"
)
_KNOWN = word_set("known billed")
"""After these, with "as" behind the latter, words in marks are what a thing goes by."""
NAMING = _CALL | _NICKNAMED | _KNOWN
"""Words that say what something is called, where they are no report."""
_EVERYBODY = word_set(
    "locals residents villagers neighbours neighbors everyone everybody friends fans team-mates"
    " teammates colleagues sailors islanders regulars drivers commuters children pupils people"
    " most many some they who townspeople insiders critics supporters fishermen"
)
"""What these call somebody or something in capitals is a nickname."""
_MOST_BETWEEN = 5
_LONGEST_SLOGAN = 8
_WORKS = word_set(
    "book novel film movie song album play poem show series podcast programme program memoir essay"
    " painting documentary anthem hit single musical opera magazine ballad biography autobiography"
    " bestseller best-seller sequel drama comedy sitcom blog column exhibition lecture story"
    " sculpture video game episode chapter hymn thriller novella"
)
"""After these and a comma, words in capitals are a title."""
_RENDERS = word_set(
    "read reads reading wrote writes writing written recite recites recited reciting quote quotes"
    " quoted quoting performed performs perform performing announced announces publish published"
    " translated"
)
"""What people do with a work; its title may follow."""
_INSCRIBED = word_set(
    "banner banners sign signs placard placards poster posters badge badges t-shirt t-shirts"
    " tee-shirt tee-shirts shirt shirts sticker stickers flag flags cap caps hat hats mug mugs"
    " scarf scarves plaque plaques leaflet leaflets button buttons billboard billboards sweatshirt"
    " sweatshirts hoodie hoodies tattoo tattoos graffiti"
)
"""What slogans are written on."""
_SLOGANS = word_set("slogan slogans motto campaign campaigns catchphrase tagline logo")
_MESSAGES = word_set(
    "statement tweet letter message note text email e-mail post caption headline comment card"
    " telegram memo reply"
)
_TERMS = word_set("word words name names term terms phrase slang surname nickname title latin")
_MEANS = word_set("means meant meaning mean")
_SMALL = word_set("the a an")
_HAVE = word_set("has have had")
_BE = word_set("is are was were be been being")


def names_a_thing(place: Place) -> bool:
    """Whether the quotation is part of a name: "the page ‘Facial Recognition’", "Jim “Red” Doe"."""
    stream, at = place.stream, place.at
    if _is_nicknamed(place) or _is_slogan(place):
        return True
    if place.ending in (",", ".", "?", "!") and not is_title(place):
        return False
    before = stream.text[at - 1] if at > 0 else ""
    if _is_translated(place):
        return True
    if before == "," and at > 1 and stream.low[at - 2] in _WORKS and is_title(place):
        return True
    if is_title(place) and (_is_explained(place) or _is_by_somebody(place)):
        return True
    if not before or not before[0].isalnum():
        return False
    if _is_called(place) or _is_rendered(place):
        return True
    if cue_at(stream, at - 1) is not None or is_shouted(stream, at):
        return False
    after = stream.text[at + 1] if at + 1 < stream.size else ""
    if is_capital(before) and is_capital(after) and len(place.inner.split()) < 3:
        return True
    return is_title(place) and stream.low[at - 1] not in ("that", "as", "is", "was", "not")


def _is_translated(place: Place) -> bool:
    """`a word for “S”`, `the name means “S”`: what words mean in another language."""
    low, at, lowest = place.stream.low, place.at, place.lowest
    if low[at - 1] == "for" and at - 2 > lowest:
        return low[at - 2] in _TERMS
    return low[at - 1] in _MEANS and not _TERMS.isdisjoint(low[lowest : at - 1])


def is_told_a_name(place: Place) -> bool:
    """Whether words right before the quotation say that it is a name, a title or a slogan."""
    if _is_nicknamed(place) or _is_slogan(place):
        return True
    return place.at > place.lowest and (_is_called(place) or _is_rendered(place))


def _is_name(place: Place) -> bool:
    """Whether the quotation is in capitals as a name is: "the Pencil", "Auntie Bel"."""
    words = place.inner.split()
    if words and words[0] in _SMALL:
        words = words[1:]
    long = [word for word in words if len(word) > 3 and word not in PREPOSITIONS] or words
    return bool(words) and len(words) < 6 and all(word[0].isupper() for word in long)


def _is_explained(place: Place) -> bool:
    """`“Night Ferry,” which ends today`, `“The Heron” is her best poem`."""
    stream, after = place.stream, place.at + 1
    if place.at != place.lowest or after >= stream.size or place.ending in ("?", "!"):
        return False
    relative = after + 1 if stream.text[after] == "," else after
    if relative < stream.size and stream.low[relative] == "which":
        return True
    return not place.ending and stream.low[after] in ("is", "was") and _has(place, _WORKS)


def _is_by_somebody(place: Place) -> bool:
    """`“Night Ferry” by the sculptor Ann Oak`: whose work it is stands behind the marks."""
    low, at = place.stream.low, place.at
    if low[at + 1 : at + 2] != ["by"] or at + 2 >= place.stream.size:
        return False
    return bool(place.stream.kinds[at + 2] & (CAPITAL | DETERMINER))


def _has(place: Place, words: frozenset[str]) -> bool:
    """Whether one of the words stands in the sentence behind the quotation."""
    return not words.isdisjoint(place.stream.low[place.at + 1 : place.end])


def _is_called(place: Place) -> bool:
    """Whether a word before the quotation says that it is a title or a nickname."""
    low, call = place.stream.low, place.at - 1
    if low[call] in _CALLED:
        return is_title(place)
    if not _is_name(place):
        return False
    lowest = place.lowest
    while call > max(lowest, place.at - _MOST_BETWEEN) and low[call] not in _CALL:
        call -= 1
    if low[call] not in _CALL or call <= lowest or QUOTED in place.stream.text[call : place.at]:
        return False
    subject = call - 1
    while subject > lowest and is_adverb(place.stream.text[subject]):
        subject -= 1
    if low[subject] in _EVERYBODY:
        return True
    if call + 1 < place.at or low[call] != "called":
        return False
    return low[subject] in (*_BE, ",") or bool(
        {"a", "an"} & set(low[max(lowest, subject - 2) : subject])
    )


def _is_nicknamed(place: Place) -> bool:
    """Whether "known as", "nicknamed" stands right before the quotation."""
    stream, at = place.stream, place.at
    one = stream.low[at - 1] if at > 1 else ""
    back = at - 2
    if one == "as":
        lowest = max(stream.first_of[at], at - 2 - _MOST_BETWEEN)
        while back > lowest and stream.low[back] not in _KNOWN and stream.text[back][0].isalnum():
            back -= 1
        if stream.low[back] in _KNOWN:
            return True
        back = at - 2
        return stream.low[back - 1 : back + 1] == ["referred", "to"] and _is_name(place)
    return one in _NICKNAMED and stream.low[back] not in _HAVE


def _is_slogan(place: Place) -> bool:
    """`“No Fares” banners`, `the slogan “No Fares”`, `a sign that read “No Fares”`."""
    if place.ending in (",", "."):
        return False
    return _is_inscribed(place) and len(place.inner.split()) <= _LONGEST_SLOGAN


def _is_inscribed(place: Place) -> bool:
    """Whether words around the quotation say so."""
    stream, at = place.stream, place.at
    after = stream.low[at + 1] if at + 1 < len(stream.low) else ""
    written = after in _INSCRIBED or (after in _SLOGANS and is_title(place))
    if written and at + 1 < place.end:
        return True
    before = at - 1
    if before <= place.lowest or not is_title(place):
        return False
    noun = before - 1 if stream.low[before] in _BE else before
    if stream.low[noun] in _SLOGANS or stream.low[noun] == "nickname":
        return True
    if stream.low[before] in _INSCRIBED:
        return True
    if cue_at(stream, before) is None:
        return False
    near = stream.low[max(place.lowest, before - _MOST_BETWEEN) : before]
    return not _INSCRIBED.isdisjoint(near) and PERSONAL.isdisjoint(near)


def _is_rendered(place: Place) -> bool:
    """`X read “The Heron at Low Tide”`: what people do with a work is said right before it."""
    stream, verb = place.stream, place.at - 1
    if stream.low[verb] == "from" and verb > place.lowest:
        verb -= 1
    if stream.low[verb] not in _RENDERS or not is_title(place) or verb <= place.lowest:
        return False
    return _MESSAGES.isdisjoint(stream.low[max(place.lowest, verb - _MOST_BETWEEN) : verb])
