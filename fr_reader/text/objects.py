"""Objects: the bare noun phrase behind a verb, and whether it is a thing or a length of time."""

from __future__ import annotations

from fr_reader.text.grammar import word_set
from fr_reader.text.phrases import is_word, verb_like
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
    WORD,
)

THINGS = word_set(
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
    " tool tooth torch hatch mosaic mural statue fresco relic towel toy tractor tray tree"
    " trousers trout trumpet trunk tuba turnip"
    " typewriter umbrella uniform van vase vegetable village violin wallet wardrobe water"
    " wheelbarrow whistle wine wood wool yard yarn door drawing gate"
)
"""What can be touched, eaten, worn, played or seen, and is seldom what a report is about."""
_SERVINGS = word_set(
    "bag barrel basket bottle bowl box bucket bunch couple cup drop glass handful jar jug loaf"
    " minute minutes mug"
    " kilo kilogram tonne ton gram litre liter gallon ounce"
    " packet pair piece pile pint plate pot row sheet slice spoon spoonful tin tray"
)
WORDS = word_set(
    "photo photograph picture recipe ticket bill word line verse rhyme drawing form name"
    " number size colour color address"
)
"""What is asked for by number or kind: “asked for six words about rain”."""
_LENGTHS = word_set(
    "second seconds minute minutes hour hours day days night nights week weeks fortnight month"
    " months year years decade decades season seasons century centuries moment lap laps round"
    " rounds mile miles metre metres yard yards time times occasion occasions"
)
_OFTEN = word_set("twice once every")
RELATIVES = word_set("that which who whose where whom")
_LONGEST_TAIL = 5
_ENDS = PREPOSITION | SUBORDINATOR | COORDINATOR | RELATIVE_PRONOUN | AUXILIARY | PERSONAL_PRONOUN
_NO_BEGINNING = _ENDS & ~DETERMINER
_STOPS = _ENDS | TIME
_CLAUSE = AUXILIARY | RELATIVE_PRONOUN | PERSONAL_PRONOUN


def core(stream: Stream, first: int, last: int) -> int | None:
    """The last token of the noun phrase that begins at `first`, up to what follows it."""
    kinds, noun = stream.kinds, first
    if kinds[first] & _NO_BEGINNING or not is_word(stream, first):
        return None
    for at in range(first, last):
        if kinds[at] & _STOPS or not is_word(stream, at) or stream.low[at] in _OFTEN:
            break
        if at > first and (kinds[at] & ADVERB or stream.low[at] in RELATIVES):
            break
        noun = at
    return noun


def head_of(stream: Stream, first: int, last: int) -> int | None:
    """The last token of the bare noun phrase that begins at `first`; None if a clause does."""
    kinds, low, noun = stream.kinds, stream.low, first
    if kinds[first] & _NO_BEGINNING or not is_word(stream, first):
        return None
    for at in range(first, last):
        kind = kinds[at]
        if kind & _STOPS or not kind & WORD or low[at] in _OFTEN:
            break
        if at > first and verb_like(stream, at) and low[at].removesuffix("s") not in WORDS:
            return None
        noun = at
    for at in range(noun + 1, last):
        if kinds[at] & _CLAUSE or at in stream.quoted:
            return None
        if low[at] == "to":
            if at + 1 == last or not kinds[at + 1] & (DETERMINER | CAPITAL):
                return None
        elif verb_like(stream, at):
            return None
    return noun


def is_thing(stream: Stream, noun: int, things: frozenset[str]) -> bool:
    low = stream.low[noun]
    one = low.removesuffix("s")
    if low in things or one in things or low.removesuffix("es") in things:
        return not stream.kinds[noun] & CAPITAL
    measured = noun + 2 < stream.size and stream.low[noun + 1] == "of"
    return measured and (low in _SERVINGS or one in _SERVINGS)


def is_length(stream: Stream, first: int, last: int) -> bool:
    """`an hour`, `nearly thirty years`, and no more."""
    if not 1 < last - first <= _LONGEST_TAIL or stream.low[last - 1] not in _LENGTHS:
        return False
    return not any(
        stream.kinds[at] & (_ENDS & ~PREPOSITION)
        or stream.low[at] in ("of", "last", "next", "this")
        for at in range(first, last)
    )


def lasts(stream: Stream, first: int, last: int) -> bool:
    """Whether how long or how often something is done ends `[first, last)`: `for thirty years`."""
    for at in range(max(first, last - _LONGEST_TAIL), last - 1):
        if stream.low[at] == "for" and is_length(stream, at + 1, last):
            return True
        if stream.low[at] == "since" and stream.low[at + 1].isdigit():
            return True
        if stream.low[at] in _OFTEN and stream.low[last - 1] in _LENGTHS:
            return True
    return False
