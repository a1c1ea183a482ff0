"""Trades: the common nouns that say what somebody is and may begin a sentence before the name.

"Potter Ines Maldon said", "Mum-of-two Jo Bell said". Many are surnames as well, so they stand
before a name only where two more words in capitals follow.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from fr_reader.text.grammar import PARTICLES_OF_NAMES, word_set
from fr_reader.text.lexicon import first_names, persons

_TRADES = word_set(
    "potter joiner shepherd sexton barber brewer cook baker butcher miner weaver tailor forester"
    " ranger steward abbot abbess pitcher bowler sailor hiker climber diver skater runner rower"
    " plasterer florist beekeeper stonemason electrician librarian bookseller hairdresser roofer"
    " winemaker waiter waitress bartender lifeguard zookeeper gamekeeper groundsman soprano tenor"
    " dairyman auctioneer undertaker astronomer veterinarian trucker welder fisherman crofter"
    " landowner homeowner commuter visitor grandad granddad grandma stepdad stepmum protester"
    " protestor volunteer postmistress postman milkman grocer fishmonger greengrocer barmaid barman"
    " busker bouncer quarterback housekeeper blacksmith coxswain bosun lock-keeper ferryman"
    " lawman team-mate teammate caller viewer reader streamer influencer youtuber vlogger podcaster"
    " swimmer wrestler sprinter surfer skier cricketer batsman full-back fullback centre-back"
    " scrum-half fly-half wing-half goaltender linebacker linesman fellow"
    " plumber carpenter neighbour neighbor passenger eyewitness onlooker shopper customer motorist"
    " driver cyclist publican mechanic critic survivor pensioner teenager pupil graduate apprentice"
    " whistleblower bystander passer-by colleague sibling widow widower mum mom dad nan gran granny"
    " aunt uncle cousin niece nephew priest monk nun cleric scholar landlord landlady gymnast"
    " athlete campaigner holidaymaker tourist trawlerman lifeboatman cobbler"
    " glazier thatcher farrier saddler milliner seamstress dressmaker upholsterer bookbinder"
    " printer engraver glassblower clockmaker watchmaker cheesemaker boatbuilder shipwright"
    " cabinetmaker locksmith gravedigger chauffeur butler nanny childminder cleaner janitor porter"
    " courier"
    " dispatcher signalman stoker deckhand first-timer newcomer organist bellringer bell-ringer"
    " choirmaster verger miller churchwarden usher juror bailiff probationer recruit cadet"
)
_UNIT = re.compile(r"[^\W\d_]{2,20}-of-[^\W\d_]{2,12}$")
"""`Mum-of-two`, `Father-of-six`."""
_SERVICES = word_set(
    "service services training support care transport safety experience centre center fire rights"
    " association union relations action group board council club news watch education protection"
    " party alliance trust fund league house street road lane"
)
"""Behind a trade these make the name of a body or a place."""
NO_NAMES = _SERVICES | PARTICLES_OF_NAMES
"""Before none of these a name ends in words in capitals that describe somebody."""


def is_trade(word: str) -> bool:
    """Whether a word may say what the person named after it is: "Potter", "Mum-of-two"."""
    low = word.casefold()
    return low in _TRADES or low in persons() or ("-" in low and _UNIT.match(low) is not None)


def behind_trade(words: Sequence[str]) -> int:
    """Where the name begins in words in capitals that a trade opens: 1, or 0 where none does."""
    if not is_trade(words[0]) or words[0].casefold() in first_names():
        return 0
    if "-of-" in words[0] and len(words) > 1:
        return 1
    return 1 if len(words) > 2 and words[1].casefold() not in NO_NAMES else 0
