"""A project as a Web Annotation collection, its texts carried along.

Each annotation has a target for each of its segments, and each target both selectors. Positions
count Unicode code points, as the recommendation asks ("in terms of unicode code points (the
'character number'), not in terms of code units", §4.2.5); the start is the first, the end the one
after the last. Motivations: `tagging` for a code, `identifying` for a speaker, `commenting` for a
memo alone; a memo beside a code or a speaker is a body that is `describing`. Stances and links to
other annotations have no term there; they are fields of our own.
"""

from __future__ import annotations

from typing import Any

from fr_reader.exchange.web_annotation.terms import (
    ANNOTATION,
    ARTICLE,
    CONTEXT,
    PROJECT,
    UTC,
    VERSION,
    urn,
)
from fr_reader.model import Anchor, Annotation, Bundle, Status
from fr_reader.model.json_value import encode
from fr_reader.model.plain import fields_of, plain

_MACHINE = "machine:"


def write(bundle: Bundle) -> bytes:
    """`bundle` as one JSON-LD document; the same bundle gives the same bytes."""
    texts = {article.id: article.sha256 for article in bundle.articles}
    items = [_annotation(each, bundle, texts) for each in bundle.annotations]
    document = {
        "@context": CONTEXT,
        "id": urn(PROJECT, bundle.name),
        "type": "AnnotationCollection",
        "label": bundle.name,
        "total": len(items),
        "fr:version": VERSION,
        "fr:articles": [fields_of(article) for article in bundle.articles],
        "fr:codes": [fields_of(code) for code in bundle.codebook.by_id.values()],
        "fr:speakers": [fields_of(speaker) for speaker in bundle.speakers.by_id.values()],
        "first": {
            "id": urn(PROJECT, bundle.name) + "#page-1",
            "type": "AnnotationPage",
            "partOf": urn(PROJECT, bundle.name),
            "startIndex": 0,
            "items": items,
        },
    }
    return encode(document) + b"\n"


def _annotation(each: Annotation, bundle: Bundle, texts: dict[str, str]) -> dict[str, Any]:
    kind = "Software" if each.coder.startswith(_MACHINE) else "Person"
    targets = [_target(each.article, anchor, texts) for anchor in each.anchors]
    bodies = _bodies(each, bundle)
    fields: dict[str, Any] = {
        "id": urn(ANNOTATION, each.coder, each.id),
        "type": "Annotation",
        "motivation": _motivation(each),
        "creator": {"type": kind, "name": each.coder},
        **_times(each),
        "target": targets[0] if len(targets) == 1 else targets,
    }
    if bodies:
        fields["body"] = bodies
    if each.status is not Status.ACCEPTED:
        fields["fr:status"] = each.status.value
    if each.stance:
        fields["fr:stance"] = each.stance
    if each.links:
        fields["fr:links"] = [plain(link) for link in each.links]
    return fields


def _times(each: Annotation) -> dict[str, str]:
    """The times, in UTC "expressed as Z" as the recommendation wants them (§3.3.1)."""
    fields = {}
    for name, time in (("created", each.created), ("modified", each.modified)):
        fields[name] = time.removesuffix(UTC) + "Z" if time.endswith(UTC) else time
        if time.endswith("Z"):
            fields[f"fr:{name}"] = time
    return fields


def _motivation(each: Annotation) -> str:
    if each.code:
        return "tagging"
    if each.speaker:
        return "identifying"
    return "commenting" if each.memo else "highlighting"


def _bodies(each: Annotation, bundle: Bundle) -> list[dict[str, str]]:
    bodies = []
    if each.code:
        code = bundle.codebook.get(each.code)
        bodies.append(_text("tagging", code.name if code else each.code) | {"fr:code": each.code})
    if each.speaker:
        speaker = bundle.speakers.get(each.speaker)
        name = speaker.name if speaker else each.speaker
        bodies.append(_text("identifying", name) | {"fr:speaker": each.speaker})
    if each.memo:
        purpose = "describing" if bodies else "commenting"
        bodies.append(_text(purpose, each.memo) | {"format": "text/markdown"})
    return bodies


def _text(purpose: str, value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "value": value}


def _target(article_id: str, anchor: Anchor, texts: dict[str, str]) -> dict[str, Any]:
    target: dict[str, Any] = {
        "type": "SpecificResource",
        "source": urn(ARTICLE, article_id),
        "selector": [
            {
                "type": "TextPositionSelector",
                "start": anchor.span.start,
                "end": anchor.span.end,
            },
            {
                "type": "TextQuoteSelector",
                "exact": anchor.exact,
                "prefix": anchor.prefix,
                "suffix": anchor.suffix,
            },
        ],
    }
    if anchor.sha256 != texts.get(article_id):
        target["fr:sha256"] = anchor.sha256
    return target
