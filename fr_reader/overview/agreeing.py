"""Agreement as a sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from fr_reader.agreement.comparing import ALL, Agreement, Figure, Measured
from fr_reader.agreement.labels import Labelled
from fr_reader.overview.query import Differing, Query
from fr_reader.overview.sheet import Cell, Column, Kind, Sheet


def agreement_sheet(found: Agreement, names: dict[str, str]) -> Sheet:
    """A row for each figure over one kind of unit: what it is of, its value, its interval.

    `names` are the names of the codes, or of the speakers, by id.
    """
    rows = tuple(
        _row(measured, figure, names) for measured in found.measured for figure in measured.figures
    )
    unit = found.measured[0].unit if found.measured else ""
    return Sheet(
        f"agreement-{unit}",
        f"Agreement by {unit}",
        (
            Column("of", Kind.TEXT),
            Column("figure", Kind.TEXT),
            Column("value", Kind.FIGURE),
            Column("from", Kind.FIGURE),
            Column("to", Kind.FIGURE),
            Column("units"),
            Column("marked", Kind.TEXT),
        ),
        rows,
        note=_note(found),
    )


def _row(measured: Measured, figure: Figure, names: dict[str, str]) -> tuple[Cell, ...]:
    low, high = figure.interval or (None, None)
    name = "all together" if measured.code == ALL else names.get(measured.code, measured.code)
    marked = " / ".join(map(str, measured.marked))
    values = (name, figure.name, figure.value, low, high, measured.units, marked)
    opens = Differing(measured.code, name if measured.code else "")
    return tuple(Cell(value, opens) for value in values)


def _note(found: Agreement) -> str:
    if not found.measured:
        return "Nothing was tagged."
    first = found.measured[0]
    drawn = f", {first.drawn} drawn again" if first.drawn else ""
    articles = "1 article" if found.articles == 1 else f"{found.articles} articles"
    return (
        f"Units: {first.population}, in {articles} that coders share. Marked: by "
        f"{', '.join(found.coders)}, in this order. From and to: 95 % by bootstrap{drawn}; a dash "
        "where there is too little to draw from, or where a figure is not defined because chance "
        "alone would agree."
    )


def disagreement_sheet(
    units: Sequence[Labelled],
    coders: Sequence[str],
    names: dict[str, str],
    words: Callable[[Labelled], str],
) -> Sheet:
    """A row for each unit coders differ on: where it is, what each of them said, its words."""
    rows = tuple(
        tuple(Cell(value, _of(unit)) for value in _values(unit, names, words)) for unit in units
    )
    return Sheet(
        "disagreements",
        "Disagreements",
        (
            Column("article", Kind.TEXT),
            Column("¶"),
            *(Column(coder, Kind.TEXT) for coder in coders),
            Column("text", Kind.TEXT),
        ),
        rows,
        note="A dash: nothing was tagged there. Empty: the coder has not seen the article.",
    )


def _of(unit: Labelled) -> Query:
    """The passage of a unit, wherever in its row one is."""
    passage = unit.article, unit.segments
    return Query(articles=(unit.article,), passages=frozenset({passage}))


def _values(
    unit: Labelled, names: dict[str, str], words: Callable[[Labelled], str]
) -> tuple[str | int, ...]:
    labels = (_label(label, names) for label in unit.row)
    return (unit.article, unit.paragraph + 1, *labels, words(unit))


def _label(label: object, names: dict[str, str]) -> str:
    if not isinstance(label, frozenset):
        return ""
    return ", ".join(sorted(names.get(one, one.removeprefix("?")) for one in label)) or "–"
