"""Nouns of speech: whose answer, verdict or advice it is that a quotation gives.

`X’s advice was short: “S”`, `His verdict: “S”`, `The reaction of X: “S”`, `“S” is X’s reply`.
"""

from __future__ import annotations

from fr_reader.text.appositions import phrase_starting
from fr_reader.text.grammar import word_set
from fr_reader.text.phrases import Range, phrase_ending
from fr_reader.text.stream import Stream

SPEECHES = word_set(
    "advice answer answers verdict reply replies response reaction explanation reason message"
    " conclusion view opinion motto remark retort rule warning assessment summary complaint"
    " argument philosophy tip plea excuse request question prediction theory thought thoughts"
    " words comment comments rejoinder riposte boast mantra take quip suggestion order"
    " instruction instructions"
    " prayer wish promise confession admission apology farewell greeting toast dream maxim creed"
    " recipe secret diagnosis refrain joke pitch line review judgment judgement"
)
"""What somebody says, by what it is for; documents are not among these."""
WRITINGS = word_set(
    "line lines note entry motto headline message inscription sign verse lyric lyrics caption will"
    " slogan proverb saying epitaph passage sentence paragraph chorus refrain diary letter text"
    " postscript notice plaque advert advertisement ad poster banner placard rhyme joke song legend"
    " statement email tweet post journal memo script strapline"
)
_RUN = word_set("runs ran goes went")
_WHOSE = word_set("his her their its my our")
_OWNED = ("’s", "'s", "s’", "s'")
_LONGEST = 4
"""So many tokens at most stand between an owner and the noun: “X’s first and only answer”."""
_COUNTED = word_set(
    "a one two three four five six just only these this the following simple single few word words"
    " thing things short blunt plain famous final last"
)
"""`used just three words:` — what stands before a colon and is no word of its own."""
_ENDS = word_set("word words this thing things")


def may_run(stream: Stream, verb: int) -> bool:
    """Whether the verb is one that says how something written runs."""
    return stream.low[verb] in _RUN


def runs(stream: Stream, verb: int, named: Range) -> bool:
    """Whether what is written is said to run like this: `“S,” runs a line in his will`."""
    return stream.low[verb] in _RUN and not WRITINGS.isdisjoint(stream.low[slice(*named)])


def speech_owner(stream: Stream, first: int, last: int) -> Range | None:
    """Whose speech the tokens `[first, last)` are about, or None where they name no speech."""
    noun = next((at for at in range(first, last) if stream.low[at] in SPEECHES), None)
    if noun is None:
        return None
    for at in range(noun - 1, max(first, noun - _LONGEST) - 1, -1):
        if stream.low[at] in _WHOSE:
            return at, at + 1
        if stream.low[at].endswith(_OWNED):
            return phrase_ending(stream, at, first)
    after = noun + 1
    if after < stream.size and stream.low[after] in ("of", "from", "by"):
        return phrase_starting(stream, after + 1, stream.size)
    return None


def before_count(stream: Stream, lowest: int, colon: int) -> int:
    """The end of what stands before `just three words` at the token `colon`, else `colon`."""
    at = colon
    if at - 1 <= lowest or stream.low[at - 1] not in _ENDS:
        return colon
    while at - 1 > lowest and stream.low[at - 1] in _COUNTED:
        at -= 1
    return at
