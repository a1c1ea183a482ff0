"""The ledger: who asserts, denies, hedges or reports which claim, and who is worried about what.

A statement is a speaker, a claim or a concern, how they stand to it, and the quotation that shows
it. Claims worded differently are one where they have the same code: a code below `claim`, or below
`concern`, is a claim or a concern by name, and what is tagged with `claim` itself stands alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from fr_reader.export.evidence import by_first
from fr_reader.model import CLAIM, STANCES, Codebook, Link, Relation, Stance, kind_of
from fr_reader.overview.counting import CELLS, CODED, LINKS, TAKEN, numbers
from fr_reader.overview.facts import Fact, joined
from fr_reader.overview.names import Names
from fr_reader.overview.query import Query
from fr_reader.overview.sheet import Cell, Column, Kind, Sheet
from fr_reader.store.sums import Sums

_LONGEST_TITLE = 40
"""Code points of a title where people read it."""
_ALL_STANCES = tuple(stance for kind in STANCES.values() for stance in kind)


@dataclass(frozen=True, slots=True)
class Statement:
    """One passage tagged with a claim or a concern. `speaker` is an id, empty where nobody is
    known; `kind` is the id of `claim` or `concern`, `code` its own or that of one below."""

    speaker: str
    kind: str
    code: str
    stance: Stance
    fact: Fact

    @property
    def named(self) -> bool:
        """Whether the claim or the concern has a code of its own."""
        return self.code != self.kind


def statements(found: Iterable[Fact], codebook: Codebook) -> list[Statement]:
    """The statements among facts, in their order: one for each speaker of a passage, also where
    one coder names a single speaker and another several."""
    kinds: dict[str, str] = {}
    made: list[Statement] = []
    for fact in found:
        if fact.is_quotation:
            continue
        if fact.code not in kinds:
            kinds[fact.code] = kind_of(codebook, fact.code)
        kind = kinds[fact.code]
        if kind:
            stance = Stance(fact.stance) if fact.stance else STANCES[kind][0]
            made += [
                Statement(one, kind, fact.code, stance, fact) for one in fact.speakers or ("",)
            ]
    groups = by_first(made, lambda one: (one.speaker, one.code, one.stance, one.fact.passage))
    return [replace(group[0], fact=joined([one.fact for one in group])) for group in groups]


def ledger(found: Sequence[Fact], names: Names, titles: Mapping[str, str]) -> Sheet:
    """Every statement: who, how, what, in which words, where, and what it is to others.

    `titles` are those of the articles by their ids, which stand for them where there is none.
    """
    made = statements(found, names.codebook)
    made.sort(key=lambda one: _place(one, names))
    where = {own: one.fact for one in made for own in one.fact.ids}
    rows = tuple(_statement_row(one, names, where, titles) for one in made)
    return Sheet(
        "ledger",
        "Claims and concerns",
        (
            Column("speaker", Kind.TEXT),
            Column("stance", Kind.TEXT),
            Column("claim or concern", Kind.TEXT),
            Column("words", Kind.TEXT),
            Column("title", Kind.TEXT, longest=_LONGEST_TITLE),
            Column("¶"),
            Column("links", Kind.TEXT),
            Column("article", Kind.TEXT, bare=True),
        ),
        rows,
        note="Claims worded differently are one where they have a code of their own below claim, "
        "and concerns below concern.",
    )


def _place(one: Statement, names: Names) -> tuple[object, ...]:
    """Claims before concerns; those with a name first; then as they stand in the articles."""
    name = names.code(one.code).casefold() if one.named else ""
    return one.kind != CLAIM.id, not one.named, name, one.stance.value, one.fact.passage


def _statement_row(
    one: Statement, names: Names, where: dict[str, Fact], titles: Mapping[str, str]
) -> tuple[Cell, ...]:
    fact = one.fact
    opens = Query(codes=(fact.code,), passages=frozenset((fact.passage,)))
    return (
        Cell(names.speaker(one.speaker), Query(speakers=(one.speaker,))),
        Cell(one.stance.value, opens),
        Cell(names.code(one.code), Query(codes=(one.code,))),
        Cell(fact.text, opens),
        Cell(" ".join(titles.get(fact.article, "").split()) or fact.article, opens),
        Cell(fact.paragraph, opens),
        _links(fact.links, where),
        Cell(fact.article, opens),
    )


def _links(links: Sequence[Link], where: dict[str, Fact]) -> Cell:
    """What a statement is to others, with the first words of each; those that are gone left out."""
    told = [(link.relation.value, where[link.to]) for link in links if link.to in where]
    passages = frozenset(fact.passage for _, fact in told)
    words = "; ".join(f"{relation} “{_beginning(fact.text)}”" for relation, fact in told)
    return Cell(words, Query(passages=passages) if passages else None)


def _beginning(text: str, longest: int = 40) -> str:
    return text if len(text) <= longest else text[:longest].rstrip() + "…"


Owners = Callable[[Iterable[tuple[str, str]]], Mapping[str, str]]
"""The codes of what links lead to, each an article and an annotation, by annotation."""


def claims(sums: Sums, names: Names, owners: Owners) -> Sheet:
    """Each claim and concern with how many passages take which stance, and how it is answered.

    Those without a name of their own are together in one row.
    """
    used = {code for (code,) in sums.get(CODED, {})}
    kinds = {code: kind_of(names.codebook, code) for code in names.codes(used) if code in used}
    speakers = Counter(code for one, code in sums.get(CELLS, {}) if one)
    answered = _answered(sums, kinds, owners)
    rows = tuple(
        (
            Cell(names.code(code), Query(codes=(code,))),
            Cell(numbers(sums, CODED, code)[0], Query(codes=(code,))),
            Cell(speakers[code], Query(codes=(code,))),
            *(_stance_cell(sums, code, own, STANCES[kind][0]) for own in _ALL_STANCES),
            *(Cell(answered[code, relation]) for relation in Relation),
        )
        for code, kind in kinds.items()
        if kind
    )
    heads = ("passages", "speakers", *_ALL_STANCES, "supported", "rebutted", "repeated")
    return Sheet(
        "claims",
        "Claims and concerns by stance",
        (Column("claim or concern", Kind.TEXT), *(Column(str(head)) for head in heads)),
        rows,
        note="Passages by the stance of their speaker. Supported, rebutted, repeated: by how many "
        "links of other statements.",
    )


def _answered(
    sums: Sums, kinds: Mapping[str, str], owners: Owners
) -> Counter[tuple[str, Relation]]:
    """How often statements are linked to those of each code, and how."""
    links: Counter[tuple[str, tuple[str, str]]] = Counter()
    for (code, how, article, to), (count,) in sums.get(LINKS, {}).items():
        if kinds.get(code):
            links[how, (article, to)] += count
    owner = owners(where for _, where in links)
    answered: Counter[tuple[str, Relation]] = Counter()
    for (how, (_, to)), count in links.items():
        if to in owner:
            answered[owner[to], Relation(how)] += count
    return answered


def _stance_cell(sums: Sums, code: str, own: Stance, usual: Stance) -> Cell:
    """Passages with a stance; those of which none is told have the one that is usual."""
    told = (own, "") if own is usual else (own,)
    count = numbers(sums, TAKEN, code, *told)[0]
    return Cell(count, Query(codes=(code,), stances=told) if count else None)
