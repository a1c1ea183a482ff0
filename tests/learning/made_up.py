"""Made-up articles in which a few words tell the code: whoever speaks of rent and evictions is
about housing. Nothing in them is anybody's."""

from __future__ import annotations

from random import Random

from fr_reader.model import Article, Code, Metadata, Reading, Span
from fr_reader.store import MemoryStore, Store
from fr_reader.store.desk import Desk

HOUSING = Code("housing", "housing", order=5)
_ABOUT = (
    "The landlord raised the rent of the {} flats.",
    "Tenants of {} were evicted by their landlord.",
    "Nobody at {} can pay such rents.",
)
_ELSE = (
    "The bus to {} was late again.",
    "The mayor opened a bridge near {}.",
    "Ann Example of {} said that the choir sang well.",
    "It rained on {} for three days.",
    "The school in {} has a new roof.",
)
_GARDEN = (
    "rose lily daisy poppy tulip violet iris aster dahlia peony fern moss ivy oak elm ash birch"
    " beech maple willow hazel holly yew pine cedar larch apple pear plum cherry quince fig medlar"
    " thyme sage mint dill basil chive leek onion garlic carrot turnip radish beet kale cress"
)
_PLACES = ("Upham", "Downham", "Newham", "Oldham", "Farham", "Nearham", "Midham", "Endham")


def article(number: int, abouts: int = 2) -> Article:
    """A made-up article: a title, two paragraphs whose sentences take turns, and a garden."""
    place = _PLACES[number % len(_PLACES)]
    about = [_ABOUT[(number + at) % 3].format(place) for at in range(abouts)]
    other = [line.format(place) for line in _ELSE]
    first = [other[number % 5], *about[:1], other[(number + 1) % 5]]
    second = [other[(number + 2) % 5], *about[1:], other[(number + 3) % 5]]
    garden = " ".join(Random(number).sample(_GARDEN.split(), 40))
    body = f"{' '.join(first)}\n\n{' '.join(second)}"
    text = f"News from {place}\n\n{body}\n\nIn {place} grow {garden}.\n"
    return Article(f"made-up-{number}", text, Metadata(title=f"News from {place}"))


def sentence(article: Article, beginning: str) -> Span:
    """The sentence that begins like this."""
    start = article.text.index(beginning)
    return Span(start, article.text.index(".", start) + 1)


def abouts(article: Article) -> list[Span]:
    """The sentences about housing, in text order."""
    place = article.metadata.title.removeprefix("News from ")
    found = [line.format(place) for line in _ABOUT if line.format(place) in article.text]
    return sorted(sentence(article, line) for line in found)


def project(articles: int = 6, coder: str = "me", coded: int | None = None) -> MemoryStore:
    """A project whose first `coded` articles, or all, are coded for housing to their end."""
    store = MemoryStore(coder)
    for number in range(articles):
        store.add(article(number))
    for entry in store.entries()[:coded]:
        code(store, entry.id)
    return store


def code(store: Store, article_id: str) -> None:
    """Code an article for housing, and its last sentence as a claim, so that it was read."""
    held = store.article(article_id)
    desk = Desk(store, Reading(held, ()))
    for span in abouts(held):
        desk.tag((span,), HOUSING)
    last = held.text.rstrip().rindex(". ") + 2
    desk.tag((Span(last, len(held.text.rstrip())),), store.codebook().by_id["claim"])
