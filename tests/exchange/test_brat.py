"""Brat's standoff format: what brat demands, what was changed there, and others' folders."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings

from fr_reader.exchange.brat import SIDECAR, read, write
from fr_reader.model import Bundle, Code, InputError
from tests.exchange.made_up import bundles, small

_TEXT_BOUND = re.compile(r"T\d+\t[A-Za-z0-9_-]+ (\d+ \d+(;\d+ \d+)*)\t(.+)", re.DOTALL)


def test_the_lines_of_ours() -> None:
    files = write(small())
    assert sorted(files) == [
        "annotation.conf",
        SIDECAR,
        "trees.ann",
        "trees.txt",
        "visual.conf",
    ]
    assert files["trees.ann"].decode().splitlines() == [
        "T1\tQuotation 0 18\t“We need 😀 trees,”",
        "A11\tCoder T1 me",
        "A12\tSpeaker T1 Ann_Example",
        "T2\tclaim 1 16\tWe need 😀 trees",
        "A21\tCoder T2 me",
        "#2\tAnnotatorNotes T2\tmade up␊in two lines",
        "T3\tMemo 30 36;37 45\t said. She is m",
        "A31\tCoder T3 other",
        "#3\tAnnotatorNotes T3\ta memo alone",
    ]


@given(bundle=bundles())
@settings(max_examples=60, deadline=None)
def test_what_brat_demands(bundle: Bundle) -> None:
    files = write(bundle)
    kinds = files["annotation.conf"].decode().split("[relations]")[0].split()[1:]
    assert len({kind.casefold() for kind in kinds}) == len(kinds)
    for article in bundle.articles:
        text = files[f"{article.id}.txt"].decode()
        assert len(text) == len(article.text)
        ids = []
        for line in files[f"{article.id}.ann"].decode().removesuffix("\n").split("\n"):
            ids.append(line.partition("\t")[0])
            if not line.startswith("T"):
                continue
            match = _TEXT_BOUND.fullmatch(line)
            assert match
            assert line.split("\t")[1].split(" ")[0] in kinds
            spans = [tuple(map(int, piece.split())) for piece in match[1].split(";")]
            assert " ".join(text[start:end] for start, end in spans) == match[3]
            assert "\n" not in match[3]
        assert len(set(ids)) == len(ids)


def test_codes_stand_below_one_another() -> None:
    codes = {**small().codebook.by_id, "c1": Code("c1", "Überwachung | x", parent="claim", order=2)}
    bundle = Bundle("x", (), type(small().codebook)(codes), small().speakers, ())
    files = write(bundle)
    assert "\nclaim\n\tuberwachung_x\nconcern\n" in files["annotation.conf"].decode()
    assert "uberwachung_x | Überwachung / x\n" in files["visual.conf"].decode()


def test_what_was_changed_in_brat_comes_back_changed() -> None:
    files = write(small())
    ann = files["trees.ann"].decode()
    ann = ann.replace("T2\tclaim 1 16\tWe need 😀 trees", "T2\tconcern 4 16\tneed 😀 trees")
    ann = ann.replace("a memo alone", "another␊memo")
    ann = ann.replace("Speaker T1 Ann_Example", "Speaker T1 Bo")
    ann += "T9\tclaim 37 40\tShe\nT10\tNew_kind 37 40\tShe\nR1\tx Arg1:T1 Arg2:T2\n"
    bundle, losses = read({**files, "trees.ann": ann.encode()}, "x")
    before = small().annotations
    one, two, three, four, five = bundle.annotations
    named = bundle.speakers.get(one.speaker)
    assert named
    assert (one.id, named.name) == ("a1", "Bo")
    assert (two.id, two.code, two.anchors[0].exact) == ("a2", "concern", "need 😀 trees")
    assert (two.memo, two.created, two.coder) == (before[1].memo, before[1].created, "me")
    assert (three.id, three.memo, three.coder) == ("a3", "another\nmemo", "other")
    assert (four.code, four.coder) == ("claim", "brat")
    assert bundle.codebook.by_id[five.code].name == "New kind"
    assert [(loss.what, loss.count) for loss in losses] == [("relations", 1)]


def test_what_was_removed_in_brat_is_gone() -> None:
    files = write(small())
    ann = "".join(
        f"{line}\n" for line in files["trees.ann"].decode().splitlines() if "T2" not in line
    )
    bundle, _ = read({**files, "trees.ann": ann.encode()}, "x")
    assert [each.id for each in bundle.annotations] == ["a1", "a3"]


def test_a_foreign_folder() -> None:
    text = "😀 A made-up\r\ntext about Nobody.\r\n"
    ann = (
        "T1\tPerson 24 30\tNobody\n"
        "T2\tMade_Up 4 11;13 17\tmade-up text\n"
        "#1\tAnnotatorNotes T1\ta made-up note\n"
        "A1\tNegation T1\n"
        "R1\tAbout Arg1:T2 Arg2:T1\n"
        "E1\tMade_Up:T2 Who:T1\n"
        "*\tEquiv T1 T2\n"
        "N1\tReference T1 Made:1\tNobody\n"
        "#2\tAnnotatorNotes R1\tno home\n"
        "T3\tPerson 5 900\tbeyond\n"
        "nonsense\n"
    )
    files = {"sub/a.txt": text.encode(), "sub/a.ann": ann.encode(), "b.ann": b""}
    bundle, losses = read(files, "foreign")
    (article,) = bundle.articles
    assert (article.id, article.text) == ("a", text.replace("\r\n", "\n"))
    one, two = bundle.annotations
    names = [bundle.codebook.by_id[each.code].name for each in (one, two)]
    assert names == ["Person", "Made Up"]
    assert [anchor.exact for anchor in (*one.anchors, *two.anchors)] == [
        "Nobody",
        "made-up",
        "text",
    ]
    assert (one.memo, one.coder) == ("a made-up note", "brat")
    assert {loss.what: loss.count for loss in losses} == {
        "files": 1,
        "relations": 1,
        "events": 1,
        "equivalences": 1,
        "normalisations": 1,
        "notes and attributes": 1,
        "lines": 1,
        "attributes": 1,
        "annotations": 1,
    }
    assert [each.id for each in read(files, "foreign")[0].annotations] == [one.id, two.id]


def test_types_below_one_another_are_codes_below_one_another() -> None:
    types = "Place\n\tTown\n\t\tOld_Town\tx\n!Person\n---\n"
    conf = f"# made up\n[entities]\n{types}[relations]\nIn Arg1:x\n"
    files = {
        "annotation.conf": conf.encode(),
        "a.txt": b"A made-up text.",
        "a.ann": b"T1\tTown 0 1\n",
    }
    bundle, losses = read(files, "foreign")
    tree = [(code.name, depth) for code, depth in bundle.codebook.tree()]
    assert tree == [("Place", 0), ("Town", 1), ("Old Town", 2), ("Person", 0)]
    assert bundle.codebook.by_id[bundle.annotations[0].code].name == "Town"
    assert not losses


def test_a_changed_memo_leaves_the_passage_as_it_was() -> None:
    files = write(small())
    ann = files["trees.ann"].decode().replace("a memo alone", "another")
    bundle, _ = read({**files, "trees.ann": ann.encode()}, "x")
    assert bundle.annotations[2].anchors == small().annotations[2].anchors
    assert bundle.annotations[2].memo == "another"


def test_offsets_in_utf_16_are_known_by_their_words() -> None:
    files = {"a.txt": "😀 A made-up text.".encode(), "a.ann": b"T1\tx 5 12\tmade-up\nT2\ty 13 17\n"}
    bundle, _ = read(files, "foreign")
    assert [each.anchors[0].exact for each in bundle.annotations] == ["made-up", "text"]


def test_a_text_that_was_changed_is_another_article() -> None:
    files = write(small())
    bundle, losses = read(
        {**files, "trees.txt": b"Another made-up text, long enough for it all."}, "x"
    )
    assert [article.id for article in bundle.articles] == ["trees-2"]
    assert not {each.id for each in bundle.annotations} & {"a1", "a2", "a3"}
    assert "texts" in [loss.what for loss in losses]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({SIDECAR: b"{}"}, "damaged"),
        ({SIDECAR: b"["}, "damaged"),
        ({SIDECAR: b'{"format": "fr-reader brat", "version": 2}'}, "newer"),
        ({"trees.txt": b"\xff"}, "is not UTF-8"),
    ],
)
def test_what_cannot_be_read_is_named(change: dict[str, bytes], told: str) -> None:
    with pytest.raises(InputError, match=told):
        read({**write(small()), **change}, "made-up")
