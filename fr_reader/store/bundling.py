"""A project as a bundle, and a bundle into a project."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from fr_reader.model import (
    CLAIM,
    CODE_KEYS,
    CONCERN,
    Act,
    Annotation,
    Article,
    Bundle,
    Change,
    Code,
    Codebook,
    Link,
    Loss,
    Record,
    Speaker,
    visible,
)
from fr_reader.store.naming import check_coder
from fr_reader.store.protocol import Entry, Store

R = TypeVar("R", Code, Speaker)


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What a bundle brought: how many of each were new, the entries of its articles, what was not
    taken as it came."""

    articles: int
    codes: int
    speakers: int
    annotations: int
    entries: tuple[Entry, ...]
    losses: tuple[Loss, ...] = ()


def bundle_of(store: Store, article_ids: Sequence[str] | None = None) -> Bundle:
    """These articles of a project, or all, with everything on them; the whole codebook and all
    speakers, as they are kept.

    Raises StoreError.
    """
    ids = [entry.id for entry in store.entries()] if article_ids is None else list(article_ids)
    return Bundle(
        store.name,
        tuple(store.article(article_id) for article_id in ids),
        store.codebook(),
        store.speakers(),
        tuple(each for article_id in ids for each in store.annotations(article_id)),
    )


def take_in(store: Store, as_coder: Callable[[str], Store], bundle: Bundle) -> TakenIn:
    """Add to a project what a bundle has and the project has not.

    A text that is there already is that article; a code or a speaker with an id that is there, or
    else the name, is that one, and stays as it is. `as_coder` opens the same project for another
    coder, so that each annotation stays its coder's. What is taken in of one coder is one act, and
    all of it can be undone; taking the same bundle in again changes nothing. Annotations that do
    not stand on the words they name are left out and told. Raises StoreError.
    """
    for coder in _coders(bundle):
        check_coder(coder)
    added = store.add_many(bundle.articles)
    entries = {
        article.id: entry for article, (entry, _) in zip(bundle.articles, added, strict=True)
    }
    codes, code_ids = _new(store.codebook().by_id, bundle.codebook.by_id.values())
    speakers, speaker_ids = _new(store.speakers().by_id, bundle.speakers.by_id.values())
    codes = [_below(code, code_ids) for code in _keyed(store, codes, bundle.codebook)]
    speakers = [replace(each, merged=speaker_ids.get(each.merged, "")) for each in speakers]
    title = f"take in {visible(bundle.name)}"
    made: list[Record] = [*codes, *speakers]
    changes = [*_described(store, bundle.codebook), *(Change(None, record) for record in made)]
    if changes:
        store.apply(Act(title, tuple(changes)))
    fit, losses = _fitting(bundle, {article.id: article for article in bundle.articles}, entries)
    named = [
        replace(
            each,
            article=entries[each.article].id,
            code=code_ids.get(each.code, ""),
            speaker=speaker_ids.get(each.speaker, ""),
            links=_leading(each.links, entries),
        )
        for each in fit
    ]
    count = sum(
        _put(store if coder == store.coder else as_coder(coder), title, named, coder)
        for coder in _coders(bundle)
    )
    new = sum(1 for _, is_new in added if is_new)
    return TakenIn(
        new, len(codes), len(speakers), count, tuple(entry for entry, _ in added), losses
    )


def _coders(bundle: Bundle) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.coder for each in bundle.annotations))


def _new(there: Mapping[str, R], coming: Iterable[R]) -> tuple[list[R], dict[str, str]]:
    """What of `coming` is not there, and the id each of them has in the project."""
    names = {each.name.casefold(): each.id for each in there.values()}
    new: list[R] = []
    ids: dict[str, str] = {}
    for each in coming:
        if each.id in there:
            ids[each.id] = each.id
        elif each.name.casefold() in names:
            ids[each.id] = names[each.name.casefold()]
        else:
            ids[each.id] = each.id
            new.append(each)
    return new, ids


def _keyed(store: Store, codes: Iterable[Code], coming: Codebook) -> list[Code]:
    """`codes` behind those of the project, each with its key if that is free and one a code may
    have. Where the project has no code that is not `coming`, they keep their places."""
    there = store.codebook().by_id
    taken = {code.key for code in there.values()}
    own = any(code_id not in coming.by_id for code_id in there)
    first = max((code.order for code in there.values()), default=-1) + 1 if own else None
    kept: list[Code] = []
    for number, code in enumerate(sorted(codes, key=lambda each: each.order)):
        key = code.key if code.key in CODE_KEYS and code.key not in taken else ""
        taken.add(key)
        kept.append(replace(code, key=key, order=code.order if first is None else first + number))
    return kept


def _described(store: Store, coming: Codebook) -> list[Change]:
    """The codes every project begins with, as they come, where the project has them untouched."""
    there, changes = store.codebook().by_id, []
    for code in (CLAIM, CONCERN):
        new = coming.by_id.get(code.id, code)
        known = all(not i or i in there for i in (new.parent, new.merged))
        if there.get(code.id) == code and new != code and known:
            changes.append(Change(code, new))
    return changes


def _leading(links: Iterable[Link], entries: Mapping[str, Entry]) -> tuple[Link, ...]:
    """Links with the ids their articles have in the project."""
    known = (
        replace(link, article=entries[link.article].id) if link.article in entries else link
        for link in links
    )
    return tuple(sorted(known))


def _below(code: Code, ids: Mapping[str, str]) -> Code:
    return replace(code, parent=ids.get(code.parent, ""), merged=ids.get(code.merged, ""))


def _fitting(
    bundle: Bundle, articles: Mapping[str, Article], entries: Mapping[str, Entry]
) -> tuple[list[Annotation], tuple[Loss, ...]]:
    """The annotations that stand on the words they name, and what is to be told of the others."""
    fit: list[Annotation] = []
    astray: list[Annotation] = []
    for each in bundle.annotations:
        article = articles.get(each.article)
        held = article is not None and all(anchor.holds(article) for anchor in each.anchors)
        known = held and entries[each.article].sha256 == articles[each.article].sha256
        (fit if known else astray).append(each)
    if not astray:
        return fit, ()
    why = "left out, since their words are not where they say"
    return fit, (Loss("annotations", len(astray), why, tuple(each.id for each in astray[:3])),)


def _put(store: Store, title: str, annotations: Iterable[Annotation], coder: str) -> int:
    """Write those of one coder that are not there; how many."""
    there: dict[str, frozenset[str]] = {}
    changes: list[Change] = []
    for each in annotations:
        if each.coder != coder:
            continue
        if each.article not in there:
            known = (one.id for one in store.annotations(each.article))
            astray = (one.annotation.id for one in store.astray(each.article))
            there[each.article] = frozenset((*known, *astray))
        if each.id not in there[each.article]:
            changes.append(Change(None, each))
    if changes:
        store.apply(Act(title, tuple(changes)))
    return len(changes)
