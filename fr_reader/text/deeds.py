"""Deeds: what is done to a thing, or for a time, by verbs that say something as readily.

`counted the swans`, `has judged dog shows for thirty years`, `asked for a glass of water`, `stood
still for an hour`: a verb, a bare noun phrase, and no clause. Where the noun is what can be touched
or counted, or a length of time is all there is, nothing is reported.
"""

from __future__ import annotations

from fr_reader.text.grammar import OBJECT_PRONOUNS, word_set
from fr_reader.text.indirect.frames import Frame
from fr_reader.text.indirect.weights import cue_words
from fr_reader.text.lexicon import cue_forms, things
from fr_reader.text.offices import is_person_noun
from fr_reader.text.phrases import Range, is_word, verb_like
from fr_reader.text.stream import Stream
from fr_reader.text.word_kinds import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    COORDINATOR,
    DETERMINER,
    PERSONAL_PRONOUN,
    PREPOSITION,
    RELATIVE_PRONOUN,
    SUBORDINATOR,
    TIME,
)

_THINGS = word_set(
    "acorn album alley ambulance anchor antique apple apron armchair arrow axe badge bag"
    " bagpipe ball balloon banana barge barrel barrow basket bat bath bathtub battery beach"
    " bead beard bed bee beer bell belt bench bicycle bike bin bird biscuit blanket boat bone"
    " book boot bottle bouquet bowl box branch bread brick broom brush bucket bulb bun bus"
    " bush butter butterfly button cabbage cabin cage cake calf camel camera candle canoe cap"
    " car caravan carpet carrot cart cat cattle ceiling cellar chair chalk cheese cherry chess"
    " chicken chimney cigarette clarinet clock cloth clothes coach coffee coin comb"
    " cookie cork costume cottage cow cradle crate cricket crumb cucumber cup cupboard curtain"
    " cushion dagger desk dinner dish dog doll donkey drawer dress drum duck egg elephant"
    " envelope feather fence ferry fiddle finger fish flour flower flute football fork fossil"
    " fountain fox fridge fruit garden glass glasses glove goat golf goose grape grass grave"
    " guitar hammer handle hare harp hat hay hedge helmet hen herring hockey honey hoof"
    " horse hose ice ink jacket jam jar juice kettle key kitchen kite kitten knife ladder lake"
    " lamb lamp lantern lavender lawn leaf leaves lemon lens lid lime loaf loaves"
    " lock log lorry lunch mango map marble mat matches meadow meal meat medal menu meter"
    " microphone milk moon mop motorbike mountain mouse moustache mug mushroom napkin nest"
    " newspaper nut oak oar olive onion orange orchard organ oven owl ox oyster paddle paint"
    " painting pan paper parcel parrot parsley pavement pea peach pear pebble pen pencil"
    " penguin pepper piano pie pig pigeon pillow pin pine pint pipe pitchfork"
    " pizza plank plate plum pocket poem pond pony postcard pot potato pram prune puddle pump"
    " puppet puppy purse quilt rabbit racket radio radish raft railing rat receipt recipe"
    " ribbon rice ring river robin rock rope rose rowboat ruler saddle sail salad salmon salt"
    " sand sandal sandwich saucer sausage scarf scissors scooter sea seed shawl shed sheep"
    " sheet shelf shell shirt shoe shovel shutter sink skate ski skirt sky sled snail snow"
    " soap sock sofa song soup spade spoon squirrel stable stair stamp star stone stool stove"
    " straw strawberry string sugar suitcase sun supper swan sweater sword table tap tea"
    " teapot teeth telephone telescope tennis tent thread ticket tie tile toast toilet tomato"
    " tool tooth torch towel toy tractor tray tree trousers trout trumpet trunk tuba turnip"
    " typewriter umbrella uniform van vase vegetable village violin wallet wardrobe water"
    " wheelbarrow whistle wine wood wool yard yarn door drawing gate"
)
"""What can be touched, eaten, worn, played or seen, and is seldom what a report is about."""
_SERVINGS = word_set(
    "bag barrel basket bottle bowl box bucket bunch couple cup drop glass handful jar jug loaf"
    " minute minutes mug"
    " packet pair piece pile pint plate pot row sheet slice spoon spoonful tin tray"
)
_WORDS = word_set(
    "photo photograph picture recipe ticket bill word line verse rhyme drawing form name"
    " number size colour color address"
)
"""What is asked for by number or kind: “asked for six words about rain”."""
_ASKS = word_set("ask asks asked asking")
_TELLS = word_set("tell tells told telling")
_TALES = word_set("tale tales story stories joke jokes truth lie lies secret secrets")
_LONGEST_HEARER = 4
_WRITES = word_set("write writes wrote written writing")
_WORKS = word_set(
    "book novel poem play song memoir diary dissertation thesis introduction commentary essay opera"
    " symphony ballad hymn sonnet musical sequel thriller cookbook story report manual guide"
    " handbook textbook screenplay script lyrics music column"
)
"""What is written and reports nothing: “wrote three novels about bees”."""
_ABOUT = word_set("for against of about over")
"""Behind these stands what is wanted, feared or talked of, whatever it is."""
_GOALS = word_set("goal goals")
_KEEPS = word_set("keep keeps kept keeping in score scores scored scoring")
"""Before “goal” these play football: “kept goal for the town”."""
_CALLS = word_set("call calls called calling")
_OWNERS = word_set("his her their my its the a")
"""Before “voice” these make it a noun: “lost her voice on the way”."""
_NAMES = word_set("named renamed christened")
_WISHES = frozenset(("supports", "objects", "wants", "fears", "denies"))
_FORETELLS = word_set(
    "promise pledge announce propose suggest recommend predict forecast hope plan vow offer blame"
    " describe mention cite criticise criticize praise demand seek request prefer believe welcome"
    " complain warn threaten accept deny urge discuss favor favour approve"
)
"""Verbs of other senses whose object is what is said, whatever it is."""
_LENGTHS = word_set(
    "second seconds minute minutes hour hours day days night nights week weeks fortnight month"
    " months year years decade decades season seasons century centuries moment lap laps round"
    " rounds mile miles metre metres yard yards time times occasion occasions"
)
_OFTEN = word_set("twice once every")
_PLAINLY_ASKS = word_set(
    "call calls called calling ask asks asked asking plea pleas appeal appeals"
)
_HARDLY = -8
"""A word with no more for it, in tenths of log-odds, says something as seldom as it does."""
_CLEARLY = 10
"""A frame with more for it than this, in tenths of log-odds, is one though a thing follows."""
_HANDLES = word_set(
    "drove drive drives driving watched watch watches watching hit hits hitting stopped stops stop"
    " stopping opened opens open opening found finds find finding discovered discovers recovered"
    " spotted spots seized seizes unearthed rescued rescues carried carries dropped drops pulled"
    " pulls pushed pushes hung hangs laid lays lined lines hammered ripped rips cracked painted"
    " paints painting brought brings sent sends took takes held holds raised raises lifted caught"
    " catches counted counts blessed blesses met meets visited visits greeted greets saved saves"
    " cut cuts closed closes cleared clears crossed crosses left leaves led leads followed follows"
    " chased chases picked picks planted plants sang sings drew draws struck strikes kept"
    " withdrew withdraws withdrawn signed signs signing arrested arrests swam climbed climbs"
    " fell falls won wins lost taken driven drawn reached reaches entered enters left moved moves"
    " used uses loaded tied towed dug fed feeds fixed cleaned washed sewed cooked baked"
)
"""What is done with hands, feet or eyes, and seldom with words."""
_GIVES = word_set("offer offers offered offering show shows showed shown showing")
_MANY = word_set(
    "people men women children boys girls dogs body bodies remains corpse treasure hoard"
)
_BUILT = word_set(
    "bridge building road house school church station shop bank office floor wall chapel hall room"
    " tape film video match game photograph photo picture letter book gun weapon plant school page"
    " court theatre museum library hospital factory tunnel railway stadium fleet crowd crew herd"
    " flock queue face hand head arm voice border car-park anthem aria carol duet wreck summit coast"
)
_HANDLED = _THINGS | _BUILT
"""What is done with hands can be done with these too, though they are spoken of as readily."""
_CLEARLY_SO = 20
_RELATIVES = word_set("that which who whose where whom")
_BE = word_set("is are was were be been being")
_APPEARS = word_set("appear appears appeared")
_TIMES = word_set("time times occasion occasions")
_LONGEST_TAIL = 5
_ENDS = PREPOSITION | SUBORDINATOR | COORDINATOR | RELATIVE_PRONOUN | AUXILIARY | PERSONAL_PRONOUN


def is_deed(stream: Stream, frame: Frame, first: int, last: int) -> bool:
    """Whether the tokens `[first, last)` behind a cue are what is done, or how long it is."""
    word = stream.low[frame.head]
    if word in _GOALS:
        return frame.head > 0 and stream.low[frame.head - 1] in _KEEPS
    if word in _NAMES and stream.low[first] in ("after", "for"):
        return True
    if word in _CALLS and "back" in stream.low[first:last]:
        return True
    if word == "voice":
        return frame.head > 0 and stream.low[frame.head - 1] in _OWNERS
    if word in _CALLS and "at" in (stream.low[first], stream.low[first - 1]):
        return True
    cue = cue_words().get(word)
    if cue is None or cue.sense in _WISHES:
        return False
    if _is_length(stream, first, last):
        return word not in _PLAINLY_ASKS and cue.weight <= 0
    if (
        word in _HANDLES
        and frame.score < _CLEARLY_SO
        and (_is_handled(stream, first, last) or _is_undergone(stream, frame, first, last))
    ):
        return True
    noun = _head(stream, first, last)
    if noun is None:
        return False
    by_verb = _by_its_verb(stream, frame, (first, last), noun)
    return _by_its_thing(stream, frame, (first, last), noun) if by_verb is None else by_verb


def _by_its_verb(stream: Stream, frame: Frame, content: Range, noun: int) -> bool | None:
    """What verbs of some kinds say of it; None where the verb leaves it open."""
    word, (first, last) = stream.low[frame.head], content
    if word in _TELLS:
        return noun + 1 == last <= first + _LONGEST_HEARER and stream.low[noun] not in _TALES
    if word in _WRITES:
        return first == frame.head + 1 and _is_thing(stream, noun, _WORKS)
    if word in _ASKS:
        return stream.low[frame.head + 1] == "for" and _is_thing(stream, noun, _THINGS | _WORDS)
    if word in _PLAINLY_ASKS or stream.low[first - 1] in _ABOUT:
        return False
    if word in _GIVES:
        return frame.score < _CLEARLY_SO and _is_thing(stream, noun, _THINGS | _WORDS | things())
    return None


def _by_its_thing(stream: Stream, frame: Frame, content: Range, noun: int) -> bool:
    """What the thing says that it is done with."""
    word, (first, last) = stream.low[frame.head], content
    cue, form = cue_words()[word], cue_forms().get(word)
    if cue.stem in _FORETELLS or (form is not None and form.lemma in _FORETELLS):
        return False
    if _is_thing(stream, noun, _THINGS):
        return True
    if frame.score < _CLEARLY and _is_thing(stream, noun, things()):
        return True
    if cue.sense == "claims" or stream.low[first].endswith("ing"):
        return False
    return cue.weight <= _HARDLY and _lasts(stream, noun + 1, last)


def is_done_by(stream: Stream, frame: Frame) -> bool:
    """Whether a thing does what a passive tells: `was hit by | a lorry`; or how often, where to."""
    if frame.source is None:
        first, last = frame.contents[-1]
        appears = stream.low[frame.head] in _APPEARS
        if appears and (frame.cue[1] - 1 > frame.head or stream.low[first][0].isdigit()):
            return True
        if stream.low[frame.head] == "called" and stream.low[frame.cue[1] - 1] == "to":
            return _head(stream, first, last) is not None
        return stream.low[last - 1] in _TIMES and _is_length(stream, first, last)
    head = _core(stream, *frame.source)
    if head is None or is_person_noun(stream.low[head].removesuffix("s")):
        return False
    return _is_thing(stream, head, _THINGS | things())


def is_handled_by(stream: Stream, frame: Frame) -> bool:
    """Whether what seems to speak behind its cue is handled: `the twins found | a coin`."""
    if frame.source is None or stream.low[frame.head] not in _HANDLES:
        return False
    return frame.source[0] > frame.head and _is_handled(stream, *frame.source)


def _is_handled(stream: Stream, first: int, last: int) -> bool:
    """Whether a phrase is a thing, or so many people or animals, whatever a clause tells of it."""
    noun = _core(stream, first, last)
    if noun is None:
        return False
    after = noun + 1
    opens = after < last and not stream.kinds[after] & COORDINATOR
    if opens and stream.low[after] not in _RELATIVES and _head(stream, first, last) is None:
        return False
    low = stream.low[noun]
    return low in _MANY or is_person_noun(low.removesuffix("s")) or _is_thing(stream, noun, _HANDLED | things())


def _is_undergone(stream: Stream, frame: Frame, first: int, last: int) -> bool:
    """`was found | on the moor`, `found | it in the loft`: where or how, and no clause."""
    low, kinds = stream.low, stream.kinds
    if any(kinds[at] & (AUXILIARY | RELATIVE_PRONOUN) for at in range(first, last)):
        return False
    if low[first] in ("to", "that", "guilty", "wanting", "by", "against", "for"):
        return False
    if kinds[first] & PREPOSITION:
        return True
    if low[first] in OBJECT_PRONOUNS:
        return first + 1 == last or bool(kinds[first + 1] & (PREPOSITION | ADVERB | TIME))
    return any(low[at] in _BE for at in range(frame.cue[0], frame.head))


def _core(stream: Stream, first: int, last: int) -> int | None:
    """The last token of the noun phrase that begins at `first`, up to what follows it."""
    kinds, noun = stream.kinds, first
    if kinds[first] & (_ENDS & ~DETERMINER) or not is_word(stream, first):
        return None
    for at in range(first, last):
        if kinds[at] & (_ENDS | TIME) or not is_word(stream, at) or stream.low[at] in _OFTEN:
            break
        if at > first and (kinds[at] & ADVERB or stream.low[at] in _RELATIVES):
            break
        noun = at
    return noun


def _head(stream: Stream, first: int, last: int) -> int | None:
    """The last token of the bare noun phrase that begins at `first`; None if a clause does."""
    kinds, noun = stream.kinds, first
    if kinds[first] & (_ENDS & ~DETERMINER) or not is_word(stream, first):
        return None
    for at in range(first, last):
        if kinds[at] & (_ENDS | TIME) or not is_word(stream, at) or stream.low[at] in _OFTEN:
            break
        if at > first and verb_like(stream, at) and stream.low[at].removesuffix("s") not in _WORDS:
            return None
        noun = at
    for at in range(noun + 1, last):
        kind = kinds[at]
        if kind & (AUXILIARY | RELATIVE_PRONOUN | PERSONAL_PRONOUN) or at in stream.quoted:
            return None
        if stream.low[at] == "to":
            if at + 1 == last or not kinds[at + 1] & DETERMINER:
                return None
        elif verb_like(stream, at):
            return None
    return noun


def _is_thing(stream: Stream, noun: int, things: frozenset[str]) -> bool:
    low = stream.low[noun]
    one = low.removesuffix("s")
    if low in things or one in things or low.removesuffix("es") in things:
        return not stream.kinds[noun] & CAPITAL
    measured = noun + 2 < len(stream) and stream.low[noun + 1] == "of"
    return measured and (low in _SERVINGS or one in _SERVINGS)


def _is_length(stream: Stream, first: int, last: int) -> bool:
    """`an hour`, `nearly thirty years`, and no more."""
    if not 1 < last - first <= _LONGEST_TAIL or stream.low[last - 1] not in _LENGTHS:
        return False
    return not any(
        stream.kinds[at] & (_ENDS & ~PREPOSITION)
        or stream.low[at] in ("of", "last", "next", "this")
        for at in range(first, last)
    )


def _lasts(stream: Stream, first: int, last: int) -> bool:
    """Whether how long or how often something is done ends `[first, last)`: `for thirty years`."""
    for at in range(max(first, last - _LONGEST_TAIL), last - 1):
        if stream.low[at] == "for" and _is_length(stream, at + 1, last):
            return True
        if stream.low[at] == "since" and stream.low[at + 1].isdigit():
            return True
        if stream.low[at] in _OFTEN and stream.low[last - 1] in _LENGTHS:
            return True
    return False
