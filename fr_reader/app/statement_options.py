"""What the pickers offer that say what a claim or a concern is to another one."""

from __future__ import annotations

from collections.abc import Sequence

from fr_reader.app.linking import Linked
from fr_reader.app.screens.picker import PickerOption
from fr_reader.model import Annotation, Relation, kind_of
from fr_reader.overview.facts import Fact
from fr_reader.overview.names import Names
from fr_reader.overview.project import overview
from fr_reader.store import Store

_ABOUT = {
    Relation.SUPPORTS: "It gives the other one more weight.",
    Relation.REBUTS: "It says that the other one is not so.",
    Relation.REPEATS: "It says the same once more.",
}
REMOVE = "remove "
"""What the id of an option begins with that takes a link away; its place in the list follows."""


def relation_options(linked: Sequence[Linked]) -> list[PickerOption]:
    """The relations there are, then the links that can be taken away again."""
    made = [PickerOption(one.value, one.value, about=_ABOUT[one]) for one in Relation]
    for at, one in enumerate(linked):
        words = f"“{one.words}”" if one.words else one.article or "a statement that is gone"
        label = f"remove: {one.link.relation.value} {words}"
        about = "\n".join(filter(None, (words, one.article)))
        made.append(PickerOption(f"{REMOVE}{at}", label, one.article, about=about))
    return made


def statement_options(
    store: Store, annotation: Annotation
) -> tuple[list[PickerOption], list[tuple[str, str]]]:
    """The claims and concerns of the project but for this one, and where each of them is: the id
    of its article and that of an annotation.

    Those of the same article come first. Reads every article with annotations. Raises StoreError.
    """
    found = overview(store, copies=True)
    kinds = {code.id: kind_of(found.names.codebook, code.id) for code in found.names.codebook}
    others = [
        fact for fact in found.facts if kinds.get(fact.code) and annotation.id not in fact.ids
    ]
    others.sort(key=lambda fact: fact.article != annotation.article)  # stable
    titles = {entry.id: entry.name for entry in store.entries()}
    options = [
        _option(str(at), fact, found.names, titles[fact.article]) for at, fact in enumerate(others)
    ]
    return options, [(fact.article, fact.ids[0]) for fact in others]


def _option(key: str, fact: Fact, names: Names, title: str) -> PickerOption:
    who = ", ".join(names.speaker(one) for one in fact.speakers) or names.speaker("")
    code = " · ".join(filter(None, (names.code(fact.code), fact.stance)))
    about = f"“{fact.text}”\n{who}, {code}\n{title}, ¶ {fact.paragraph}"
    return PickerOption(key, fact.text, f"{who} · {title}", (who, title, code), about, brief=who)
