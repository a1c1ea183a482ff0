"""What goes out in a format of ours comes back as it was, whatever is in it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from fr_reader.exchange import brat, json_lines, web_annotation
from fr_reader.exchange.reading import read_bundle
from fr_reader.model import Bundle, Loss, Status
from fr_reader.store import ProjectStore, Store
from fr_reader.store.bundling import bundle_of, take_in
from tests.exchange.made_up import bundles, small

Read = tuple[Bundle, tuple[Loss, ...]]


def _lines(bundle: Bundle) -> Read:
    return json_lines.read(json_lines.write(bundle), "made-up.jsonl")


def _web(bundle: Bundle) -> Read:
    return web_annotation.read(web_annotation.write(bundle), "made-up.jsonld")


def _brat(bundle: Bundle) -> Read:
    return brat.read(brat.write(bundle), "made-up")


WAYS = pytest.mark.parametrize("way", [_lines, _web, _brat])


@WAYS
@given(bundle=bundles())
@settings(max_examples=60, deadline=None)
def test_a_bundle_comes_back_as_it_was(way: Callable[[Bundle], Read], bundle: Bundle) -> None:
    again, losses = way(bundle)
    assert again == bundle
    assert list(again.codebook.by_id) == list(bundle.codebook.by_id)
    assert not losses


@WAYS
def test_the_same_bundle_gives_the_same_bytes(way: Callable[[Bundle], Read]) -> None:
    assert json_lines.write(small()) == json_lines.write(small())
    assert web_annotation.write(small()) == web_annotation.write(small())
    assert brat.write(small()) == brat.write(small())


def _store_in(folder: Path, bundle: Bundle) -> Bundle:
    """What a new project holds after `bundle` was taken in."""
    store = ProjectStore.open(folder, "me")
    with ExitStack() as others:
        others.callback(store.close)

        def as_coder(coder: str) -> Store:
            other = ProjectStore.open(folder, coder)
            others.callback(other.close)
            return other

        assert not take_in(store, as_coder, bundle).losses
        return bundle_of(ProjectStore.open(folder, "me"))


@WAYS
@given(bundle=bundles())
@settings(max_examples=8, deadline=None)
def test_a_project_is_restored(way: Callable[[Bundle], Read], bundle: Bundle) -> None:
    kept = tuple(each for each in bundle.annotations if each.status is not Status.CONFLICT)
    with tempfile.TemporaryDirectory() as folder:
        before = _store_in(Path(folder) / "one", replace(bundle, annotations=kept))
        assert len(before.annotations) == len(kept)
        found, _ = way(before)
        after = _store_in(Path(folder) / "two", found)
    assert replace(after, name=before.name) == before


def test_formats_are_known_by_name_and_content(tmp_path: Path) -> None:
    bundle = small()
    (tmp_path / "a.jsonl").write_bytes(json_lines.write(bundle))
    (tmp_path / "b.json").write_bytes(web_annotation.write(bundle))
    (tmp_path / "c.jsonld").write_bytes(web_annotation.write(bundle))
    (tmp_path / "d").mkdir()
    for name, data in brat.write(bundle).items():
        (tmp_path / "d" / name).write_bytes(data)
    for name in ("a.jsonl", "b.json", "c.jsonld", "d", "d/trees.ann"):
        assert read_bundle(tmp_path / name) == (bundle, ())
    (tmp_path / "article.txt").write_text("A made-up article.")
    (tmp_path / "other.json").write_text('{"target": "practice"}')
    (tmp_path / "empty").mkdir()
    for name in ("article.txt", "other.json", "empty", "gone.jsonl", "gone.jsonld"):
        assert read_bundle(tmp_path / name) is None


def test_links_are_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "brat"
    folder.mkdir()
    (tmp_path / "secret").write_text("Made up, and nobody else's business.")
    (folder / "a.ann").write_text("T1\tx 0 4\tMade\n")
    (folder / "a.txt").symlink_to(tmp_path / "secret")
    found = read_bundle(folder)
    assert found is not None
    assert not found[0].articles
    assert [loss.what for loss in found[1]] == ["files"]
