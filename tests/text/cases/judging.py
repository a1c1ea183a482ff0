"""How right a reading of a hand-made case is, part by part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from fr_reader.model import Quotation, Span
from tests.text.cases.loading import Case, Expected

PARTS = ("words", "cue", "speaker", "who")
OVERALL = 0.9  # the share of all cases that has to be exact …
IN_A_GROUP = 0.66  # … and of the cases of each group


@dataclass(frozen=True, slots=True)
class Judgement:
    """A case, what was found in it, and the parts of the answer that are wrong."""

    case: Case
    found: tuple[Quotation, ...]
    wrong: tuple[str, ...]

    @property
    def exact(self) -> bool:
        """Whether everything the case asks for is right and nothing else was found."""
        return not self.wrong


def bare(text: str, span: Span) -> tuple[int, str]:
    """Where a mention begins and its words, without what may stand or lack at its end."""
    words = span.of(text)
    return span.start, words[: len(words.rstrip(" ,;:.–—-"))].removesuffix("’s").removesuffix("'s")


def cue_is_right(expected: Expected, found: Quotation) -> bool:
    """Whether the found cue covers the expected word and nothing of the words or the mention."""
    if expected.cues is None:
        return True
    if found.cue is None or not expected.cues:
        return found.cue is None and not expected.cues
    apart = not found.overlaps(found.cue) and not (
        found.speaker and found.speaker.overlaps(found.cue)
    )
    return apart and any(found.cue.covers(cue) for cue in expected.cues)


def speaker_is_right(text: str, expected: Expected, found: Quotation) -> bool:
    """Whether the found mention has the expected words at the expected place."""
    if expected.speakers is None:
        return True
    if found.speaker is None or not expected.speakers:
        return found.speaker is None and not expected.speakers
    return bare(text, found.speaker) in [bare(text, speaker) for speaker in expected.speakers]


def faults(text: str, expected: Expected, found: Quotation) -> Iterator[str]:
    """The parts of an answer with the right words that are wrong."""
    if found.kind is not expected.kind:
        yield "words"
    if not cue_is_right(expected, found):
        yield "cue"
    if not speaker_is_right(text, expected, found):
        yield "speaker"
    if expected.who is not None and (found.who or "").casefold() not in expected.who:
        yield "who"


def judge(case: Case, quotations: Sequence[Quotation]) -> Judgement:
    """Compare what was found with what is expected; words not found make every part wrong."""
    left = list(quotations)
    wrong: set[str] = set()
    for expected in case.said:
        found = next((q for q in left if q.segments in expected.segments), None)
        if found is None:
            wrong.update(PARTS)
        else:
            left.remove(found)
            wrong.update(faults(case.text, expected, found))
    if left:
        wrong.add("words")
    return Judgement(case, tuple(quotations), tuple(part for part in PARTS if part in wrong))


def by_group(judgements: Iterable[Judgement]) -> dict[str, list[Judgement]]:
    """The judgements of each group, in the order of the files."""
    groups: dict[str, list[Judgement]] = {}
    for judgement in judgements:
        groups.setdefault(judgement.case.group, []).append(judgement)
    return groups


def share(judgements: Sequence[Judgement]) -> float:
    """The share of cases that are exact."""
    return sum(judgement.exact for judgement in judgements) / len(judgements)


def _shown(text: str, span: Span | None) -> str:
    return " ".join(span.of(text).split()) if span else "–"


def told(judgement: Judgement) -> str:
    """One line: what is wrong, what was expected and what was found."""
    case = judgement.case

    def line(kind: str, words: Sequence[Span], rest: Sequence[str]) -> str:
        return f"{kind} {[_shown(case.text, span) for span in words]} {' / '.join(rest)}"

    wanted = [
        line(
            each.kind,
            each.segments[0],
            [
                "*" if spans is None else _shown(case.text, spans[0] if spans else None)
                for spans in (each.cues, each.speakers)
            ]
            + ["*" if each.who is None else (each.who[0] or "–")],
        )
        for each in case.said
    ]
    got = [
        line(
            each.kind,
            each.segments,
            [_shown(case.text, each.cue), _shown(case.text, each.speaker), each.who or "–"],
        )
        for each in judgement.found
    ]
    return (
        f"{case.name} | wrong: {', '.join(judgement.wrong)} | expected: "
        f"{'; '.join(wanted) or 'nothing'} | got: {'; '.join(got) or 'nothing'}"
    )
