"""An annotation this program wrote, as it was; None where another program has changed it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fr_reader.exchange.web_annotation.selecting import Selected, listed, selected
from fr_reader.exchange.web_annotation.terms import ANNOTATION, ARTICLE, UTC, names_in
from fr_reader.model import Anchor, Annotation, Article, Span, Status
from fr_reader.model.plain import links_of


def own(item: Mapping[str, Any], articles: Mapping[str, Article]) -> Annotation | None:
    """The annotation in `item`, about one of `articles`, if it is one of ours and unbroken."""
    names = names_in(ANNOTATION, item.get("id"))
    if len(names) != 2:
        return None
    try:
        targets = listed(item["target"])
        article = articles[names_in(ARTICLE, targets[0]["source"])[0]]
        if any(target["source"] != targets[0]["source"] for target in targets):
            return None
        anchors = tuple(_anchor(target, article) for target in targets)
        said = _said(listed(item.get("body")))
        return Annotation(
            names[1],
            article.id,
            anchors,
            _text(item["creator"]["name"]),
            _time(item, "created"),
            _time(item, "modified"),
            code=said.get("code", ""),
            speaker=said.get("speaker", ""),
            memo=said.get("memo", ""),
            status=Status(item.get("fr:status", Status.ACCEPTED.value)),
            stance=_text(item.get("fr:stance", "")),
            links=links_of(item.get("fr:links", [])),
        )
    except (KeyError, IndexError, TypeError, ValueError):
        return None


def _anchor(target: Mapping[str, Any], article: Article) -> Anchor:
    found: Selected = selected(target)
    if found.position is None or not found.exact:
        raise ValueError("not ours")
    sha256 = _text(target.get("fr:sha256", article.sha256))
    return Anchor(Span(*found.position), found.exact, found.prefix, found.suffix, sha256)


def _said(bodies: list[Any]) -> dict[str, str]:
    """The fields the bodies stand for."""
    said: dict[str, str] = {}
    for body in bodies:
        key = {"tagging": "fr:code", "identifying": "fr:speaker"}.get(body["purpose"], "value")
        field = {"fr:code": "code", "fr:speaker": "speaker"}.get(key, "memo")
        if field in said or (field == "memo") != (body["purpose"] in ("describing", "commenting")):
            raise ValueError("not ours")
        said[field] = _text(body[key])
    return said


def _time(item: Mapping[str, Any], name: str) -> str:
    time = _text(item[name])
    utc = time.removesuffix("Z") + UTC if time.endswith("Z") else time
    return _text(item.get(f"fr:{name}", utc))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("a text was expected")
    return value
