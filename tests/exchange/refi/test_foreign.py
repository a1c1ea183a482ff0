"""Projects in the manner of other programs come in with every coding at its words."""

from __future__ import annotations

import codecs
import io
import random
import zipfile
from dataclasses import replace
from itertools import product

import pytest

from fr_reader.exchange.refi import read_qdc, read_qdpx
from fr_reader.model import Bundle, InputError
from fr_reader.safely.xml import MOST_DEPTH
from tests.exchange.refi.foreign import (
    NAMES,
    PASSAGES,
    TEXT,
    Habit,
    in_bytes,
    packed,
    points,
    utf16,
)

HABITS = [
    Habit(units, first, inside, returns, counted, names)
    for units, first, inside, returns, counted, names in product(
        (points, utf16, in_bytes), (0, 1), (False, True), (False, True), (True, False), ("whole",)
    )
]
OTHERS = [
    Habit(names="cut"),
    Habit(units=utf16, names="cut"),
    Habit(names="none"),
    Habit(names="label"),
    Habit(inline=True),
    Habit(mark=codecs.BOM_UTF8),
    Habit(mark=codecs.BOM_UTF16_LE, encoding="utf-16-le", returns=True),
    Habit(namespace="http://schema.qdasoftware.org/versions/Project/v1.0"),
    Habit(namespace=""),
    Habit(braces=True, file="My Project.QDE"),
    Habit(xml_encoding="utf-16"),
    Habit(returns=True, names="none"),
    Habit(doubled=True),
    Habit(doubled=True, inline=True),
    Habit(doubled=True, units=utf16, inline=True, inside=True),
    Habit(units=utf16, names="none"),
]


def _coded(bundle: Bundle) -> list[tuple[str, str]]:
    names = {code.id: code.name for code in bundle.codebook}
    (article,) = bundle.articles
    assert all(anchor.holds(article) for one in bundle.annotations for anchor in one.anchors)
    return [(one.anchors[0].exact, names[one.code]) for one in bundle.annotations]


@pytest.mark.parametrize("habit", [*HABITS, *OTHERS], ids=lambda habit: habit.told)
def test_every_coding_is_at_its_words(habit: Habit) -> None:
    bundle, _ = read_qdpx(habit.qdpx(), "made-up.qdpx")
    assert bundle.articles[0].text == TEXT
    assert _coded(bundle) == list(zip(PASSAGES, NAMES, strict=True))
    assert {one.coder for one in bundle.annotations} == {"Cod&er"}
    assert {one.created for one in bundle.annotations} == {"2024-05-06T07:08:09.000000+00:00"}
    assert {code.colour for code in bundle.codebook if code.name in NAMES} == {"red"}


def test_another_way_of_counting_is_told() -> None:
    _, losses = read_qdpx(Habit(units=utf16, inside=True).qdpx(), "made-up.qdpx")
    (loss,) = losses
    assert loss.why == "read as UTF-16 units from 0, the end inside"
    assert not read_qdpx(Habit().qdpx(), "made-up.qdpx")[1]
    (loss,) = read_qdpx(Habit(doubled=True).qdpx(), "made-up.qdpx")[1]
    assert loss.why == "read as code points from 0, the end outside, a line's end as two"


def test_what_has_no_place_is_told() -> None:
    more = (
        '<Links><Link guid="0A0B0C0D-0000-4000-8000-000000000901" name="goes with"/></Links>'
        '<Sets><Set guid="0A0B0C0D-0000-4000-8000-000000000902" name="some"/></Sets>'
        '<Graphs><Graph guid="0A0B0C0D-0000-4000-8000-000000000903" name="map"/></Graphs>'
    )
    bundle, losses = read_qdpx(Habit().qdpx(more), "made-up.qdpx")
    assert len(bundle.annotations) == 4
    assert [(loss.what, loss.count, loss.examples) for loss in losses] == [
        ("links", 1, ("goes with",)),
        ("sets", 1, ("some",)),
        ("graphs", 1, ("map",)),
    ]


def test_cases_are_speakers_with_what_they_said() -> None:
    habit = Habit()
    variables = (
        f'<Variables><Variable guid="{habit.guid(300)}" name="Role" typeOfVariable="Text"/>'
        f'<Variable guid="{habit.guid(301)}" name="Age" typeOfVariable="Integer"/></Variables>'
        f'<Cases><Case guid="{habit.guid(400)}" name="Ann Example">'
        f'<VariableValue><VariableRef targetGUID="{habit.guid(300)}"/>'
        "<TextValue>resident</TextValue></VariableValue>"
        f'<VariableValue><VariableRef targetGUID="{habit.guid(301)}"/>'
        "<IntegerValue>44</IntegerValue></VariableValue>"
        f'<SelectionRef targetGUID="{habit.guid(1).lower()}"/></Case></Cases>'
    )
    bundle, losses = read_qdpx(habit.qdpx(inside=variables), "made-up.qdpx")
    (ann,) = bundle.speakers
    assert (ann.name, ann.role) == ("Ann Example", "resident")
    (said,) = [one for one in bundle.annotations if one.speaker]
    assert (said.speaker, said.anchors[0].exact) == (ann.id, PASSAGES[0])
    assert [(loss.what, loss.examples) for loss in losses] == [("variables of cases", ("Age",))]


def test_memos_come_with_their_passages() -> None:
    habit = Habit(inline=True)
    guid = habit.guid(500)
    data = habit.qdpx(
        f'<Notes><Note guid="{guid}"><PlainTextContent>See below.\n</PlainTextContent></Note>'
        f'<Note guid="{habit.guid(501)}"><PlainTextContent>Alone.</PlainTextContent></Note></Notes>'
    )
    # The reference is put where the first coding is.
    archive = zipfile.ZipFile(io.BytesIO(data))
    xml = archive.read("project.qde").decode()
    reference = f'</CodeRef><NoteRef targetGUID="{guid}"/></Coding>'
    xml = xml.replace("/></Coding>", f">{reference}", 1)
    bundle, losses = read_qdpx(packed({"project.qde": xml.encode()}), "made-up.qdpx")
    assert [one.memo for one in bundle.annotations] == ["See below.\n", "", "", ""]
    assert [loss.examples for loss in losses] == [("Alone.",)]


def test_a_selection_beside_its_words_is_put_on_them() -> None:
    habit = Habit()
    data = habit.qdpx()
    archive = zipfile.ZipFile(io.BytesIO(data))
    xml = archive.read("project.qde").decode()
    at = TEXT.index(PASSAGES[1])
    xml = xml.replace(f'startPosition="{at}"', f'startPosition="{at + 4}"')
    files = {"project.qde": xml.encode(), "sources/text.txt": TEXT.encode()}
    bundle, losses = read_qdpx(packed(files), "made-up.qdpx")
    assert _coded(bundle) == list(zip(PASSAGES, NAMES, strict=True))
    assert [loss.what for loss in losses] == ["selections beside their words"]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "no whole zip archive"),
        (packed({"a.txt": b"x"}), "no project in it"),
        (packed({"project.qde": b"<Nothing/>"}), "no REFI-QDA project"),
        (packed({"project.qde": b"<Project"}), "not well-formed"),
        (packed({"project.qde": b"<a>" * 300 + b"</a>" * 300}), "nested too deeply"),
        (packed({"../project.qde": b"<Project/>"}), "leads out"),
        (
            packed({"project.qde": b'<!DOCTYPE a [<!ENTITY b "c">]><Project name="&b;"/>'}),
            "declares entities",
        ),
    ],
)
def test_what_is_no_project_is_one_sentence(data: bytes, told: str) -> None:
    with pytest.raises(InputError, match=rf"made-up\.qdpx.*{told}"):
        read_qdpx(data, "made-up.qdpx")


def test_codes_nested_too_deeply_are_one_sentence() -> None:
    depth = MOST_DEPTH + 1
    code = '<Code guid="0A0B0C0D-0000-4000-8000-000000000001" name="x" isCodable="true">'
    xml = f"<CodeBook><Codes>{code * depth}{'</Code>' * depth}</Codes></CodeBook>"
    with pytest.raises(InputError, match="nested too deeply"):
        read_qdc(xml.encode(), "made-up.qdc")
    with pytest.raises(InputError, match="no REFI-QDA codebook"):
        read_qdc(b"<Project/>", "made-up.qdc")


@pytest.mark.parametrize("seed", range(200))
def test_damaged_projects_are_read_or_refused_in_a_sentence(seed: int) -> None:
    chance = random.Random(seed)
    habit = replace(chance.choice([*HABITS, *OTHERS]), inline=chance.random() < 0.5)
    archive = zipfile.ZipFile(io.BytesIO(habit.qdpx()))
    files = {name: bytearray(archive.read(name)) for name in archive.namelist()}
    for data in files.values():
        for _ in range(chance.randint(0, 3)):
            at = chance.randrange(len(data))
            piece = bytes(data[chance.randrange(len(data)) :][: chance.randrange(40)])
            data[at : at + chance.randrange(30)] = chance.choice([piece, b"", b"\xff", b"-1", b'"'])
    whole = packed({name: bytes(data) for name, data in files.items()})
    whole = whole[: chance.randrange(len(whole))] if chance.random() < 0.2 else whole
    try:
        bundle, _ = read_qdpx(whole, "made-up.qdpx")
    except InputError as error:
        assert "\n" not in str(error)
    else:
        texts = {article.id: article for article in bundle.articles}
        for one in bundle.annotations:
            assert all(anchor.holds(texts[one.article]) for anchor in one.anchors)
