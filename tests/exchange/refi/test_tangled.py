"""Projects whose references are tangled come in soundly, and go out and in again as they are."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest

from fr_reader.exchange.refi import qdpx, read_qdpx
from fr_reader.model import Annotations, Bundle
from tests.exchange.refi.foreign import Habit, packed
from tests.exchange.refi.test_foreign import HABITS, OTHERS

_NUMBERS = (0, 1, 2, 3, 4, 50, 51, 52, 53, 100, 200, 201, 202, 203, 400, 500, 501)


def _more(chance: random.Random, guid: Callable[[], str]) -> tuple[str, str]:
    """Cases and variables, and notes and links, that refer to anything."""
    names = ("", ' name="Ann"')
    cases = "".join(
        f'<Case guid="{guid()}"{chance.choice(names)}><VariableValue>'
        f'<VariableRef targetGUID="{guid()}"/><TextValue>{chance.choice(("v", "../x", ""))}'
        f'</TextValue></VariableValue><SourceRef targetGUID="{guid()}"/>'
        f'<SelectionRef targetGUID="{guid()}"/></Case>'
        for _ in range(chance.randint(0, 3))
    )
    name = chance.choice(("Role", "title", "fr-reader id", "alias", "made up"))
    inside = (
        f'<Variables><Variable guid="{guid()}" name="{name}" typeOfVariable="Text"/></Variables>'
        f"<Cases>{cases}</Cases>"
    )
    notes = "".join(
        f'<Note guid="{guid()}"><PlainTextContent>Memo {n}</PlainTextContent></Note>'
        for n in range(chance.randint(0, 3))
    )
    links = "".join(
        f'<Link guid="{guid()}" name="{chance.choice(("continues", "x"))}" '
        f'originGUID="{guid()}" targetGUID="{guid()}"/>'
        for _ in range(chance.randint(0, 5))
    )
    return f"<Notes>{notes}</Notes><Links>{links}</Links>", inside


def _tangled(chance: random.Random, xml: str, guid: Callable[[], str]) -> str:
    """The XML with a GUID changed, offsets moved, codings twice or gone, or notes put in."""

    def moved(found: re.Match[str]) -> str:
        if chance.random() < 0.7:
            return found[0]
        wrong = (str(int(found[2]) + chance.randint(-3, 3)), "-1", "9" * 12, "x", "")
        return f'{found[1]}Position="{chance.choice(wrong)}"'

    kind = chance.randrange(4)
    if kind == 0:
        at = chance.choice([m.span() for m in re.finditer(r"[0-9A-F]{8}-[0-9A-F-]{27}", xml)])
        return xml[: at[0]] + guid().strip("{}") + xml[at[1] :]
    if kind == 1:
        return re.sub(r'(start|end)Position="(\d+)"', moved, xml)
    if kind == 2:
        note = f'<NoteRef targetGUID="{guid()}"/>'
        other = re.compile(r"<Coding .*?</Coding>")
        return other.sub(lambda found: chance.choice((found[0], found[0] * 2, "", note)), xml)
    return xml.replace("<CodeRef", f'<NoteRef targetGUID="{guid()}"/><CodeRef')


def _made(seed: int) -> bytes:
    chance = random.Random(seed)
    habit = replace(chance.choice([*HABITS, *OTHERS]), xml_encoding="utf-8")

    def guid() -> str:
        return habit.guid(chance.choice(_NUMBERS))

    archive = zipfile.ZipFile(io.BytesIO(habit.qdpx(*_more(chance, guid))))
    files = {name: archive.read(name) for name in archive.namelist()}
    xml = files[habit.file].decode()
    for _ in range(chance.randint(0, 6)):
        xml = _tangled(chance, xml, guid) if re.search("Position=.[0-9]", xml) else xml
    return packed(files | {habit.file: xml.encode()})


def _check(bundle: Bundle) -> None:
    texts = {article.id: article for article in bundle.articles}
    assert len(texts) == len(bundle.articles)
    assert len({one.id for one in bundle.annotations}) == len(bundle.annotations)
    for one in bundle.annotations:
        assert all(anchor.holds(texts[one.article]) for anchor in one.anchors)
        assert not one.code or one.code in bundle.codebook.by_id
        assert not one.speaker or one.speaker in bundle.speakers.by_id


def test_habits_are_written_with_the_numbers_that_are_tangled() -> None:
    assert Habit().guid(_NUMBERS[5]) in zipfile.ZipFile(io.BytesIO(Habit().qdpx())).read(
        "project.qde"
    ).decode("utf-8")


@pytest.mark.parametrize("seed", range(120))
def test_tangled_projects_are_sound_and_stay_as_they_are(seed: int) -> None:
    first, _ = read_qdpx(_made(seed), "made-up.qdpx")
    _check(first)
    data, _ = qdpx(first)
    xml = zipfile.ZipFile(io.BytesIO(data)).read("project.qde")
    guids = re.findall(rb' guid="([^"]+)"', xml)
    assert len(set(guids)) == len(guids)
    second, _ = read_qdpx(data, "made-up.qdpx")
    assert Annotations.of(second.annotations) == Annotations.of(first.annotations)
    assert second.articles == first.articles
    assert second.speakers == first.speakers
