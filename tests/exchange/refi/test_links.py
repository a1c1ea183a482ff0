"""What one annotation is to another, as Links of REFI-QDA. All articles are made up."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from xml.etree.ElementTree import Element, fromstring

from fr_reader.exchange.refi import qdpx, read_qdpx
from fr_reader.model import (
    Anchor,
    Annotation,
    Article,
    Bundle,
    Codebook,
    Link,
    Relation,
    Span,
    Speakers,
    Status,
)

TIME = "2026-01-02T03:04:05.000006+00:00"
ARTICLE = Article("made-up", "The well is deep. The well is shallow. Nobody knows.")
_NS = "{urn:QDA-XML:project:1.0}"


def claim(name: str, *places: tuple[int, int]) -> Annotation:
    anchors = tuple(Anchor.at(ARTICLE, Span(*place)) for place in places)
    return Annotation(name, ARTICLE.id, anchors, "me", TIME, TIME, code="claim")


FIRST, SECOND = claim("00000000000a", (0, 3), (4, 17)), claim("00000000000b", (18, 38))
TO_SECOND = Link(Relation.REBUTS, ARTICLE.id, SECOND.id)


def bundle(*annotations: Annotation) -> Bundle:
    return Bundle("made up", (ARTICLE,), Codebook.of(), Speakers.of(), annotations)


def links(data: bytes) -> list[Element]:
    root = fromstring(zipfile.ZipFile(io.BytesIO(data)).read("project.qde"))
    return list(root.iter(f"{_NS}Link"))


def test_a_link_leads_from_the_first_segment_to_the_first_one() -> None:
    data, losses = qdpx(bundle(replace(FIRST, links=(TO_SECOND,)), SECOND))
    assert not losses
    continues, rebuts = links(data)
    assert (continues.get("name"), rebuts.get("name")) == ("continues", "rebuts")
    assert rebuts.get("direction") == "OneWay"
    assert rebuts.get("originGUID") == continues.get("originGUID")
    assert rebuts.get("guid") != continues.get("guid")
    again, lost = read_qdpx(data, "made-up.qdpx")
    assert not lost
    assert [one.links for one in again.annotations] == [(TO_SECOND,), ()]


def test_stances_and_links_to_what_is_not_there_are_told() -> None:
    gone = Link(Relation.SUPPORTS, ARTICLE.id, "gone")
    denied = replace(FIRST, stance="denies", links=(TO_SECOND, gone))
    data, losses = qdpx(bundle(denied, replace(SECOND, status=Status.REJECTED)))
    told = {loss.what: (loss.count, loss.examples) for loss in losses}
    assert told["stances to claims and concerns"] == (1, ("denies",))
    assert told["links between annotations"] == (2, ("rebuts", "supports"))
    assert [one.get("name") for one in links(data)] == ["continues"]


def changed(data: bytes, old: str, new: str) -> bytes:
    """A project with one thing in its XML written in another way."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(held, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            assert name != "project.qde" or old.encode() in content
            after.writestr(name, content.replace(old.encode(), new.encode()))
    return held.getvalue()


def test_links_of_other_programs_that_lead_nowhere_are_told() -> None:
    data, _ = qdpx(bundle(replace(FIRST, links=(TO_SECOND,)), SECOND))
    target = links(data)[1].get("targetGUID", "")
    for new in ("f5eade00-0000-8500-8000-0000000000ff", links(data)[1].get("originGUID", "")):
        broken = changed(data, f'targetGUID="{target}"', f'targetGUID="{new}"')
        again, lost = read_qdpx(broken, "made-up.qdpx")
        assert not any(one.links for one in again.annotations)
        assert [(loss.what, loss.examples) for loss in lost] == [
            ("links between annotations", ("rebuts",))
        ]
    again, lost = read_qdpx(changed(data, 'name="rebuts"', 'name="see also"'), "made-up.qdpx")
    assert not any(one.links for one in again.annotations)
    assert [(loss.what, loss.examples) for loss in lost] == [("links", ("see also",))]
