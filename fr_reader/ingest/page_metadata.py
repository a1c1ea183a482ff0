"""What a page says about itself, each field from the best source that says something plausible.

JSON-LD first (schema.org), then OpenGraph, then meta tags of publishers, libraries and analytics,
then the elements of HTML itself.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from fr_reader.ingest import plausible
from fr_reader.ingest.page import Page
from fr_reader.model import Metadata

_KINDS = """
    NewsArticle Article BlogPosting ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle
    BackgroundNewsArticle ReviewNewsArticle LiveBlogPosting ScholarlyArticle Report
"""
_ARTICLES = frozenset(_KINDS.split())
_MOST_NODES = 20_000
_OPEN_GRAPH = {
    "title": ("og:title", "twitter:title"),
    "authors": ("article:author", "og:article:author"),
    "publisher": ("og:site_name",),
    "published": ("article:published_time", "og:article:published_time", "og:published_time"),
    "url": ("og:url",),
    "language": ("og:locale",),
}
_TAGS = {
    "title": (
        "citation_title",
        "dc.title",
        "dcterms.title",
        "parsely-title",
        "sailthru.title",
        "headline",
    ),
    "authors": (
        "citation_author",
        "author",
        "dc.creator",
        "dcterms.creator",
        "parsely-author",
        "sailthru.author",
        "byl",
        "article.author",
    ),
    "publisher": (
        "citation_journal_title",
        "citation_publisher",
        "dc.publisher",
        "dcterms.publisher",
        "application-name",
    ),
    "published": (
        "citation_publication_date",
        "citation_date",
        "dc.date",
        "dc.date.issued",
        "dcterms.created",
        "dcterms.date",
        "parsely-pub-date",
        "sailthru.date",
        "pubdate",
        "publishdate",
        "datepublished",
        "date",
    ),
    "url": ("parsely-link", "citation_public_url"),
    "language": (
        "citation_language",
        "dc.language",
        "dcterms.language",
        "language",
        "content-language",
    ),
}
_SINGLE: dict[str, Callable[[str], str]] = {
    "title": plausible.title,
    "publisher": plausible.name,
    "published": plausible.published,
    "url": plausible.url,
    "language": plausible.language,
}
_FIELDS = ("title", "authors", "publisher", "published", "url", "language")


def page_metadata(page: Page) -> Metadata:
    """The metadata of a page with `origins`. Never raises: what is implausible is passed over."""
    known: dict[str, Any] = {}
    origins: dict[str, str] = {}
    for field, origin, values in _said(page):
        if field in known:
            continue
        value = _value(field, values)
        if value:
            known[field], origins[field] = value, origin
    return Metadata(**known, origins=tuple(sorted(origins.items())))


def _value(field: str, values: list[str]) -> str | tuple[str, ...]:
    if field == "authors":
        return plausible.names(values)
    return next(filter(None, map(_SINGLE[field], values)), "")


def _said(page: Page) -> Iterator[tuple[str, str, list[str]]]:
    """Each source's values as (field, origin, values), the best source first."""
    article = _article(page.scripts)
    for field in _FIELDS:
        yield field, "JSON-LD", article.get(field, [])
    metas: dict[str, list[str]] = {}
    for key, content in page.metas:
        metas.setdefault(key, []).append(content)
    for field in _FIELDS:
        for key in _OPEN_GRAPH[field]:
            yield field, "OpenGraph", metas.get(key, [])
    for field in _FIELDS:
        for key in _TAGS[field]:
            values = metas.get(key, [])
            if key in ("citation_author", "dc.creator", "dcterms.creator"):
                values = [_natural(value) for value in values]
            yield field, f"meta {key}", values
    yield "published", "<time>", page.times
    yield "title", "<title>", [page.title]
    yield "language", "<html lang>", [page.language]
    yield "url", "<link rel=canonical>", [page.canonical]


def _natural(name: str) -> str:
    """ "Example, Ann" as "Ann Example": libraries put the family name first."""
    family, comma, given = name.partition(",")
    return f"{given.strip()} {family.strip()}" if comma and "," not in given else name


def _article(scripts: list[str]) -> dict[str, list[str]]:
    """The fields of the first article in the JSON-LD of a page."""
    nodes: list[dict[str, Any]] = []
    for script in scripts[:50]:
        try:
            nodes.extend(_nodes(json.loads(script.strip().rstrip(";"))))
        except (ValueError, RecursionError):
            continue
    known = {str(node["@id"]): node for node in nodes if "@id" in node and len(node) > 1}
    for node in nodes:
        kinds = node.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if any(isinstance(kind, str) and kind.rpartition("/")[2] in _ARTICLES for kind in kinds):
            return _fields(node, known)
    return {}


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    """The objects in `data`: lists, `@graph` and `mainEntity` are looked into."""
    waiting, seen = [data], 0
    while waiting and seen < _MOST_NODES:
        value = waiting.pop(0) if len(waiting) < 1000 else waiting.pop()
        seen += 1
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            yield value
            waiting.extend(
                value[key]
                for key in ("@graph", "mainEntity", "author", "publisher", "item")
                if isinstance(value.get(key), (dict, list))
            )


def _fields(node: dict[str, Any], known: dict[str, dict[str, Any]]) -> dict[str, list[str]]:
    def told(*keys: str, inner: tuple[str, ...] = ("name",)) -> list[str]:
        return [text for key in keys for text in _texts(node.get(key), known, inner)]

    return {
        "title": told("headline", "name"),
        "authors": told("author") or told("creator"),
        "publisher": told("publisher", "sourceOrganization"),
        "published": told("datePublished", "dateCreated"),
        "url": told("url", "mainEntityOfPage", inner=("@id", "url")),
        "language": told("inLanguage", inner=("alternateName", "name")),
    }


def _texts(value: Any, known: dict[str, dict[str, Any]], inner: tuple[str, ...]) -> list[str]:
    """The texts of a value: itself, its items, or what its object says under `inner`."""
    found: list[str] = []
    for item in value[:200] if isinstance(value, list) else [value]:
        if isinstance(item, str):
            found.append(item)
        elif isinstance(item, dict):
            told = (
                item if any(key in item for key in inner) else known.get(str(item.get("@id")), {})
            )
            for key in inner:
                text = told.get(key)
                texts = text if isinstance(text, list) else [text]
                found.extend(one for one in texts if isinstance(one, str))
    return found
