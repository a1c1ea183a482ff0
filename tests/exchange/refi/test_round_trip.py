"""What goes out as REFI-QDA is valid, names its words, and comes back as it was."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given, settings

from fr_reader.exchange.refi import qdc, qdpx, read_qdc, read_qdpx
from fr_reader.model import Annotations, Bundle, Code, Codebook, ExportError, Speakers, Status
from tests.exchange.refi.made_up import bundles

SCHEMAS = Path(__file__).parents[4] / "shared" / "refi"
_NS = "{urn:QDA-XML:project:1.0}"


@pytest.fixture(scope="module")
def schemas() -> dict[str, Any]:
    if not SCHEMAS.is_dir():
        pytest.skip("the official schemas are not here (../shared/refi)")
    import xmlschema

    return {name: xmlschema.XMLSchema(SCHEMAS / f"{name}.xsd") for name in ("Project", "Codebook")}


def _inside(data: bytes) -> tuple[Element, zipfile.ZipFile]:
    archive = zipfile.ZipFile(io.BytesIO(data))
    return fromstring(archive.read("project.qde")), archive


def _tree(codebook: Codebook) -> list[tuple[Code, int]]:
    """The codes as they are shown: their numbers are nobody's business."""
    return [(replace(code, order=0), depth) for code, depth in codebook.tree()]


@settings(max_examples=40)
@given(bundles())
def test_a_project_comes_back_as_it_was(bundle: Bundle) -> None:
    data, losses = qdpx(bundle)
    assert not losses
    again, lost = read_qdpx(data, "made-up.qdpx")
    assert not lost
    assert again.name == bundle.name
    assert again.articles == bundle.articles
    assert _tree(again.codebook) == _tree(bundle.codebook)
    assert again.speakers == bundle.speakers
    assert Annotations.of(again.annotations) == Annotations.of(bundle.annotations)


@settings(max_examples=30)
@given(bundles())
def test_every_selection_names_its_words(bundle: Bundle) -> None:
    root, archive = _inside(qdpx(bundle)[0])
    found = 0
    for source in root.iter(f"{_NS}TextSource"):
        path = source.get("plainTextPath", "").replace("internal://", "sources/")
        text = archive.read(path).decode("utf-8")
        for selection in source.iter(f"{_NS}PlainTextSelection"):
            start, end = (int(selection.get(f"{edge}Position", "")) for edge in ("start", "end"))
            assert text[start:end] == selection.get("name")
            found += 1
    assert found == sum(len(one.anchors) for one in bundle.annotations)


@settings(max_examples=15, deadline=None)
@given(bundle=bundles())
def test_what_is_written_is_valid(schemas: dict[str, Any], bundle: Bundle) -> None:
    root, _ = _inside(qdpx(bundle)[0])
    schemas["Project"].validate(root)
    schemas["Codebook"].validate(fromstring(qdc(bundle.codebook)[0]))


@settings(max_examples=25)
@given(bundles())
def test_a_codebook_comes_back_as_it_was(bundle: Bundle) -> None:
    data, losses = qdc(bundle.codebook)
    assert not losses
    again, lost = read_qdc(data, "made-up.qdc")
    assert not lost
    assert _tree(again.codebook) == _tree(bundle.codebook)
    assert not again.articles


@settings(max_examples=25)
@given(bundles())
def test_the_same_project_is_the_same_bytes(bundle: Bundle) -> None:
    turned = replace(bundle, annotations=tuple(bundle.annotations))
    assert qdpx(bundle) == qdpx(turned)


def test_an_empty_project_is_valid(schemas: dict[str, Any]) -> None:
    empty = Bundle("", (), Codebook.of([]), Speakers.of(), ())
    schemas["Project"].validate(_inside(qdpx(empty)[0])[0])
    with pytest.raises(ExportError, match="no code"):
        qdc(empty.codebook)


@settings(max_examples=25)
@given(bundles())
def test_only_what_is_accepted_goes_out_and_the_rest_is_told(bundle: Bundle) -> None:
    rejected = tuple(replace(one, status=Status.REJECTED) for one in bundle.annotations)
    data, losses = qdpx(replace(bundle, annotations=rejected))
    assert sum(loss.count for loss in losses) == len(rejected)
    assert not read_qdpx(data, "made-up.qdpx")[0].annotations
