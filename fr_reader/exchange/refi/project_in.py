"""A `.qdpx` of any program as a bundle, and what of it has no place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from fr_reader.exchange.losses import Losses
from fr_reader.exchange.refi import variables
from fr_reader.exchange.refi.annotations_in import Known, Reader
from fr_reader.exchange.refi.codebook_in import Defined, codes
from fr_reader.exchange.refi.guids import plain_guid
from fr_reader.exchange.refi.links_in import linked
from fr_reader.exchange.refi.notes_in import Notes
from fr_reader.exchange.refi.people_in import Cases, cases, coders, names, values
from fr_reader.exchange.refi.selections_in import placed
from fr_reader.exchange.refi.sources_out import CONTINUES
from fr_reader.exchange.refi.texts_in import Source, sources
from fr_reader.exchange.refi.xml_in import child, children, local, references
from fr_reader.model import Article, Bundle, InputError, Loss, Relation, Speakers, slug, visible
from fr_reader.safely import xml
from fr_reader.safely.archives import Archive

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ENDING = ".qde"
_RELATIONS = frozenset(Relation)
_NO_PLACE = "left out: they have no place here"
_LONGEST_ID = 80
"""Ids of articles that are longer are made anew."""


def read_qdpx(data: bytes, name: str) -> tuple[Bundle, tuple[Loss, ...]]:
    """The project in the bytes of a `.qdpx` called `name`, and what it holds that has no place.

    Raises InputError, naming the file, for what is no project.
    """
    archive = Archive(data, name)
    inside = min(filter(_is_project, archive.names), key=lambda path: path.count("/"), default="")
    if not inside:
        raise InputError(
            f"{visible(name)} has no project in it (a file that ends in {_ENDING}): "
            "export it again as REFI-QDA"
        )
    root = xml.parse(archive.read(inside), f"{name}: {inside}")
    if local(root) != "Project":
        raise InputError(
            f"{visible(name)} is no REFI-QDA project: its first element is "
            f"{visible(local(root))[:40]}, not Project"
        )
    return _Project(root, archive, name).bundle()


def _is_project(path: str) -> bool:
    """Whether a file in the archive is the project; macOS puts others of its name beside it."""
    return path.lower().endswith(_ENDING) and not path.rpartition("/")[2].startswith("._")


def _free(wanted: str, taken: dict[str, int]) -> str:
    """`wanted` as the id of an article, with a number where another one has it."""
    safe = re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", wanted) and len(wanted) <= _LONGEST_ID
    stem = found = wanted if safe else slug(visible(wanted))
    while found in taken:
        taken[stem] = number = taken[stem] + 1
        found = f"{stem}-{number}"
    taken[found] = 1
    return found


class _Project:
    """Reads one project."""

    def __init__(self, root: Element, archive: Archive, name: str) -> None:
        self._root, self._archive, self._name = root, archive, name
        self._losses = Losses()
        self._relations: list[tuple[Relation, str, str]] = []
        self._variables = names(child(root, "Variables"))

    def bundle(self) -> tuple[Bundle, tuple[Loss, ...]]:
        """The project, and the losses."""
        root, losses = self._root, self._losses
        people = cases(child(root, "Cases"), self._variables, losses)
        notes = Notes(child(root, "Notes"), self._archive, losses)
        continued = dict(self._continued(notes))
        defined = Defined(people.ids, notes)
        codebook, code_ids = codes(child(root, "CodeBook"), losses, defined)
        known = Known(
            code_ids,
            coders(child(root, "Users")),
            people.ids,
            people.said,
            notes,
            continued,
        )
        found = list(sources(child(root, "Sources"), self._archive, losses))
        articles = self._articles(found, people)
        reader = Reader(known, losses)
        annotations = [
            annotation
            for source, article, selections in zip(
                found, articles, placed(found, losses, notes, root.get("origin", "")), strict=True
            )
            for annotation in reader.of_text(article, source.wholes, selections)
        ]
        annotations = linked(annotations, self._relations, reader.by_selection, losses)
        self._tell_rest(notes)
        bundle = Bundle(
            root.get("name", "") or self._name,
            tuple(articles),
            codebook,
            Speakers.of(people.speakers.values()),
            tuple(annotations),
        )
        return bundle, losses.all()

    def _articles(self, found: list[Source], people: Cases) -> list[Article]:
        taken: dict[str, int] = {}
        return [self._article(source, people, taken) for source in found]

    def _article(self, source: Source, people: Cases, taken: dict[str, int]) -> Article:
        pairs = [
            pair
            for element in dict.fromkeys((source.outer, source.element))
            for pair in (
                *values(element, self._variables),
                *people.about.get(plain_guid(element.get("guid", "")), ()),
            )
        ]
        own = dict(pairs)
        known, rest = variables.metadata(pairs)
        if not known.title and own.get(variables.ID) != source.name:
            known = replace(known, title=source.name)
        for name, _ in rest:
            why = "left out: fr-reader keeps title, authors, publisher, date, url and language"
            self._losses.add("variables of sources", why, name)
        file = own.get(variables.FILE) or ("" if variables.ID in own else source.name)
        article_id = _free(own.get(variables.ID) or source.name or "untitled", taken)
        return replace(Article(article_id, source.text.kept, known), source=file)

    def _continued(self, notes: Notes) -> Iterator[tuple[str, str]]:
        """The selections that continue others; notes and relations are kept apart."""
        for link in children(child(self._root, "Links"), "Link"):
            ends, name = (link.get("originGUID", ""), link.get("targetGUID", "")), link.get("name")
            origin, target = map(plain_guid, ends)
            if all(ends) and name == CONTINUES:
                yield origin, target
            elif all(ends) and notes.link(origin, target):
                continue  # it ties a memo to what it is on
            elif all(ends) and name in _RELATIONS:
                self._relations.append((Relation(name), origin, target))
            else:
                self._losses.add("links", _NO_PLACE, name or "")

    def _tell_rest(self, notes: Notes) -> None:
        """Tell what else the project holds."""
        for part, each, what in (("Sets", "Set", "sets"), ("Graphs", "Graph", "graphs")):
            for element in children(child(self._root, part), each):
                self._losses.add(what, "left out: fr-reader has none", element.get("name", ""))
        for words in notes.rest():
            why = "left out: they are on no passage, no text and no code"
            self._losses.add("memos on cases, the project or nothing", why, words)
        why = "left out: fr-reader has no description of a project"
        described = child(self._root, "Description")
        if described is not None and (described.text or "").strip():
            self._losses.add("descriptions of the project", why)
        self._losses.add(
            "memos on the project", "left out", count=len(list(references(self._root, "NoteRef")))
        )
