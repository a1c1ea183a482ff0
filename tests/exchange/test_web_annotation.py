"""Web Annotations: the form of ours, and what others write."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from fr_reader.exchange.reading import read_bundle
from fr_reader.exchange.texts import Known
from fr_reader.exchange.web_annotation import read, write
from fr_reader.model import Article, Bundle, InputError, Loss, Metadata
from tests.exchange.made_up import small

TEXT = "😀 A made-up text.\n\nWe need trees, and trees, and benches.\n"
KNOWN = Known(Article("park", TEXT, Metadata(url="https://example.org/park"), source="park.txt"))


def _selectors(exact: str, start: int | None = None, **more: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = [{"type": "TextQuoteSelector", "exact": exact, **more}]
    if start is not None:
        end = start + len(exact)
        found.insert(0, {"type": "TextPositionSelector", "start": start, "end": end})
    return found


def _item(selector: Any, source: str = "https://example.org/park", **more: Any) -> dict[str, Any]:
    target = {"source": source, "selector": selector}
    return {"type": "Annotation", "id": "https://example.org/1", "target": target, **more}


def _read(*items: dict[str, Any]) -> tuple[Bundle, tuple[Loss, ...]]:
    return read(json.dumps(items).encode(), "foreign.json", [KNOWN])


def test_the_form_of_ours() -> None:
    document = json.loads(write(small()))
    assert document["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert (document["type"], document["total"]) == ("AnnotationCollection", 3)
    first, second, third = document["first"]["items"]
    assert [one["motivation"] for one in (first, second, third)] == [
        "identifying",
        "tagging",
        "commenting",
    ]
    position, quote = second["target"]["selector"]
    assert (position["type"], position["start"], position["end"]) == ("TextPositionSelector", 1, 16)
    assert (quote["exact"], quote["prefix"][-1]) == ("We need 😀 trees", "“")
    assert [body["purpose"] for body in second["body"]] == ["tagging", "describing"]
    assert first["body"][0]["value"] == "Ann Example"
    assert first["created"] == "2026-01-02T03:04:05.000006Z"
    assert third["creator"] == {"type": "Person", "name": "other"}


@pytest.mark.parametrize("offset", [0, 1], ids=["code points", "UTF-16"])
def test_positions_are_measured_against_the_words(offset: int) -> None:
    words = ("made-up", "We need", "benches")
    items = [_item(_selectors(word, TEXT.index(word) + offset), bodyValue="x") for word in words]
    for number, item in enumerate(items):
        item["id"] = str(number)
    alone = {"type": "TextPositionSelector", "start": 22 + offset, "end": 29 + offset}
    bundle, losses = _read(*items, _item(alone, id="alone", bodyValue="y"))
    assert not losses
    found = [each.anchors[0].exact for each in bundle.annotations]
    assert found == [*words, TEXT[22:29]]


def test_words_alone_need_to_be_in_one_place() -> None:
    bundle, losses = _read(
        _item(_selectors("benches"), id="1"),
        _item(_selectors("trees"), id="2"),
        _item(_selectors("trees", prefix="and "), id="3"),
        _item(_selectors("trees", prefix="or "), id="2b"),
        _item(_selectors("trees", suffix=", and "), id="2c"),
        _item(_selectors("lamps"), id="4"),
        _item(_selectors("benches", 3), id="5"),
        _item({"type": "TextPositionSelector", "start": 5, "end": 900}, id="6"),
        _item({"type": "FragmentSelector", "value": "char=4,8"}, id="7"),
    )
    found = [each.anchors[0].exact for each in bundle.annotations]
    assert found == ["benches", "trees", "benches", "made"]
    assert bundle.annotations[1].span.start == TEXT.rindex("trees")
    assert [(loss.count, loss.why.split("their ")[1]) for loss in losses] == [
        (3, "words stand in several places"),
        (1, "words are not in the text"),
        (1, "positions are beyond the text"),
    ]


def test_bodies_of_every_kind() -> None:
    where = _selectors("benches")
    tag = {"type": "TextualBody", "purpose": "tagging", "value": "Street furniture"}
    bundle, losses = _read(
        _item(where, id="1", body=[tag, {"type": "TextualBody", "value": "a made-up comment"}]),
        _item(where, id="2", motivation="tagging", body={"value": "street furniture"}),
        _item(where, id="3", body="https://example.org/about"),
        _item(where, id="4", bodyValue="plain", creator={"nickname": "Nobody \x1b"}),
        _item(where, id="5"),
        _item(where, id="6", body={"purpose": "identifying", "value": "Bo Example"}),
        _item(where, id="7", body=[tag, {**tag, "value": "other"}, {"purpose": "tagging"}]),
        _item(where, id="8", body={"purpose": "classifying", "source": "urn:made-up"}),
    )
    names = {key: code.name for key, code in bundle.codebook.by_id.items()}
    said = [(names.get(each.code, ""), each.memo) for each in bundle.annotations]
    assert said == [
        ("Street furniture", "a made-up comment"),
        ("Street furniture", ""),
        ("", "https://example.org/about"),
        ("", "plain"),
        ("highlight", ""),
        ("", ""),
        ("Street furniture", ""),
        ("other", ""),
        ("urn:made-up", ""),
    ]
    assert [each.name for each in bundle.speakers] == ["Bo Example"]
    assert bundle.annotations[3].coder == "Nobody ␛"
    assert [loss.what for loss in losses] == ["bodies"]
    assert len({each.id for each in bundle.annotations}) == 9


def test_several_targets_are_segments_and_times_are_utc() -> None:
    item = _item([], created="2026-01-02T03:04:05+02:00")
    item["target"] = [
        {"source": "park.txt", "selector": _selectors(word)} for word in ("benches", "made-up")
    ]
    bundle, _ = _read(item)
    (annotation,) = bundle.annotations
    assert [anchor.exact for anchor in annotation.anchors] == ["made-up", "benches"]
    assert annotation.created == annotation.modified == "2026-01-02T01:04:05.000000+00:00"


def test_what_is_about_no_known_text_is_told() -> None:
    bundle, losses = _read(
        _item(_selectors("benches"), "https://example.org/elsewhere"),
        {"type": "Annotation", "target": "https://example.org/park"},
        {"type": "Annotation"},
    )
    assert not bundle.annotations
    assert not bundle.articles
    assert [(loss.count, loss.examples) for loss in losses] == [
        (2, ("https://example.org/elsewhere",)),
        (1, ()),
    ]


def test_what_the_api_of_hypothesis_returns() -> None:
    row = {
        "id": "x1",
        "user": "acct:nobody@example.org",
        "uri": "https://example.org/park",
        "text": "a made-up comment",
        "tags": ["furniture"],
        "target": [{"source": "https://example.org/park", "selector": _selectors("benches")}],
    }
    bundle, losses = read(json.dumps({"rows": [row], "total": 1}).encode(), "x", [KNOWN])
    (annotation,) = bundle.annotations
    assert not losses
    assert (annotation.coder, annotation.memo) == ("nobody@example.org", "a made-up comment")
    assert annotation.code == "furniture"


def test_ours_changed_elsewhere_is_taken_as_it_stands() -> None:
    document = json.loads(write(small()))
    items = document["first"]["items"]
    items[1]["body"][1]["value"] = "changed"
    items[2]["body"] = "https://example.org/about"
    items.append({**items[0], "id": "urn:new", "body": {"purpose": "tagging", "value": "claim"}})
    bundle, losses = read(json.dumps(document).encode(), "x")
    first, second, third, fourth = bundle.annotations
    assert not losses
    assert first == small().annotations[0]
    assert (second.id, second.memo, second.code) == ("a2", "changed", "claim")
    assert (third.coder, third.memo) == ("other", "https://example.org/about")
    assert (fourth.code, fourth.anchors) == ("claim", first.anchors)


def test_a_long_document_is_known_by_its_beginning(tmp_path: Path) -> None:
    long = Article("long", "Made up. " * 20_000)
    bundle = replace(small(), articles=(long, *small().articles))
    (tmp_path / "a.json").write_bytes(write(bundle))
    assert read_bundle(tmp_path / "a.json") == (bundle, ())


def test_texts_beside_the_file(tmp_path: Path) -> None:
    (tmp_path / "park.txt").write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    items = [_item(_selectors("benches", TEXT.index("benches") + 3), "file:///x/park.txt")]
    (tmp_path / "other.txt").write_text("A made-up text nobody names.")
    (tmp_path / "a.jsonld").write_text(json.dumps(items))
    found = read_bundle(tmp_path / "a.jsonld")
    assert found is not None
    assert [article.text for article in found[0].articles] == [TEXT]
    assert found[0].annotations[0].anchors[0].exact == "benches"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"{", "no JSON"),
        (b"[" * 100_000, "no JSON"),
        (b'{"a": 1}', "no Web Annotations"),
        (b'{"type": "Annotation", "fr:version": 9}', "newer fr-reader"),
        (b'{"type": "AnnotationPage", "fr:codes": [{"id": 1}]}', "damaged .*fr:codes"),
    ],
)
def test_what_is_none_is_an_error(data: bytes, told: str) -> None:
    with pytest.raises(InputError, match=told):
        read(data, "made-up.jsonld")


@pytest.mark.parametrize(
    "item",
    [
        {"type": "Annotation", "target": {"selector": {"type": 3, "start": "x"}}},
        {"type": "Annotation", "target": [None, 3, [[]]], "body": [None, 3, {"items": [3]}]},
        {"type": ["Annotation"], "target": {"source": 3, "selector": [None, 7]}, "creator": 9},
        {"type": "Annotation", "target": {"source": "http://[", "selector": _selectors("x")}},
        {"type": "AnnotationPage", "items": 7, "next": "https://example.org/2"},
        _item({"type": "TextPositionSelector", "start": -5, "end": 10**30}, body={"value": 3}),
    ],
)
def test_no_form_is_too_strange(item: dict[str, Any]) -> None:
    bundle, _ = _read(item)
    assert not bundle.annotations
