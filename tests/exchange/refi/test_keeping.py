"""What is easily lost on the way, or told twice: GUIDs, passages of several parts, whole texts."""

from __future__ import annotations

import io
import re
import time
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fr_reader.exchange.refi import qdpx, read_qdpx
from fr_reader.exchange.refi.offsets import Text, Written, habit, measured
from fr_reader.model import (
    Anchor,
    Annotation,
    Article,
    Bundle,
    Codebook,
    Metadata,
    Span,
    Speaker,
    Speakers,
)
from tests.exchange.refi.foreign import NAMES, PASSAGES, Habit, packed, points, utf16
from tests.exchange.refi.made_up import bundles

_TIME = "2026-01-02T03:04:05.000006+00:00"
_FORBIDDEN = st.sampled_from("\x00\x01\x0b\x1f\x7f\x85\ufffe\uffff")


def _xml(data: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read("project.qde").decode()


def _guids(data: bytes) -> list[str]:
    return re.findall(r' guid="([^"]+)"', _xml(data))


def _said(bundle: Bundle) -> list[tuple[str, str, str]]:
    """The words, who or what they are given to, and the memo, of every annotation."""
    codes = {code.id: code.name for code in bundle.codebook}
    people = {each.id: each.name for each in bundle.speakers}
    return [
        (
            " | ".join(anchor.exact for anchor in one.anchors),
            codes.get(one.code, people.get(one.speaker, "")),
            one.memo,
        )
        for one in bundle.annotations
    ]


def _note(article: Article, *spans: Span, memo: str = "", code: str = "") -> Annotation:
    anchors = tuple(Anchor.at(article, span) for span in spans)
    return Annotation("a0a0a0a0a0a0", article.id, anchors, "me", _TIME, _TIME, code, memo=memo)


def _alone(article: Article, *annotations: Annotation) -> Bundle:
    return Bundle("made up", (article,), Codebook.of(), Speakers.of(), annotations)


def test_foreign_guids_are_kept_and_none_is_there_twice() -> None:
    habit = Habit(braces=True)
    case = (
        f'<Cases><Case guid="{habit.guid(400)}" name="Ann Example">'
        f'<SelectionRef targetGUID="{habit.guid(1)}"/></Case></Cases>'
    )
    first, _ = read_qdpx(habit.qdpx(inside=case), "made-up.qdpx")
    first = replace(first, annotations=tuple(replace(a, memo="so") for a in first.annotations))
    data, losses = qdpx(first)
    assert not losses
    assert len(set(_guids(data))) == len(_guids(data))
    kept = [habit.guid(number).strip("{}").lower() for number in (50, 51, 52, 53, 200, 400)]
    assert set(kept) <= set(_guids(data))
    second, losses = read_qdpx(data, "made-up.qdpx")
    assert not losses
    assert second.annotations == first.annotations
    assert qdpx(second)[0] == data


@settings(max_examples=25)
@given(bundles())
def test_no_guid_is_there_twice(bundle: Bundle) -> None:
    found = _guids(qdpx(bundle)[0])
    assert len(set(found)) == len(found)


def _linked(*links: tuple[int, int], change: str = "") -> bytes:
    """A project in which selections, by number, continue others; one has a code of its own."""
    habit = Habit(inline=True)
    made = "".join(
        f'<Link guid="{habit.guid(600 + n)}" name="continues" '
        f'originGUID="{habit.guid(a + 1)}" targetGUID="{habit.guid(b + 1)}"/>'
        for n, (a, b) in enumerate(links)
    )
    data = habit.qdpx(f"<Links>{made}</Links>")
    if not change:
        return data
    added = (
        f'<Coding guid="{habit.guid(700)}"><CodeRef targetGUID="{habit.guid(200)}"/></Coding>'
        "</PlainTextSelection>"
    )
    xml = _xml(data)
    at = xml.index(f'guid="{change}"')
    end = xml.index("</PlainTextSelection>", at)
    xml = xml[:end] + added + xml[end + len("</PlainTextSelection>") :]
    return packed({"project.qde": xml.encode()})


def test_selections_that_belong_together_are_one_and_keep_codes_of_their_own() -> None:
    bundle, losses = read_qdpx(_linked((1, 2), change=Habit().guid(3)), "made-up.qdpx")
    assert not losses
    assert _said(bundle) == [
        (PASSAGES[0], NAMES[0], ""),
        (f"{PASSAGES[1]} | {PASSAGES[2]}", "Prices", ""),
        (PASSAGES[2], NAMES[0], ""),
        (PASSAGES[3], NAMES[3], ""),
    ]


@pytest.mark.parametrize("links", [((1, 2), (2, 1)), ((0, 0),), ((0, 1), (1, 2), (2, 3), (3, 0))])
def test_no_coding_is_lost_in_a_circle_of_links(links: tuple[tuple[int, int], ...]) -> None:
    bundle, _ = read_qdpx(_linked(*links), "made-up.qdpx")
    words = sorted(anchor.exact for one in bundle.annotations for anchor in one.anchors)
    assert words == sorted(PASSAGES)


def test_codes_that_are_cases_are_speakers() -> None:
    habit = Habit()
    case = f'<Cases><Case guid="{habit.guid(200)}" name="Ann Example"/></Cases>'
    bundle, losses = read_qdpx(habit.qdpx(inside=case), "made-up.qdpx")
    assert not losses
    assert bundle.codebook.named(NAMES[0]) is None
    assert _said(bundle)[0] == (PASSAGES[0], "Ann Example", "")
    assert bundle.annotations[0].speaker == bundle.speakers.named("Ann Example").id  # type: ignore[union-attr]


def test_cases_without_a_name_say_what_is_known_about_a_source() -> None:
    habit = Habit()
    inside = (
        f'<Variables><Variable guid="{habit.guid(300)}" name="Newspaper" typeOfVariable="Text"/>'
        f'</Variables><Cases><Case guid="{habit.guid(400)}"><VariableValue>'
        f'<VariableRef targetGUID="{habit.guid(300)}"/><TextValue>The Made-Up</TextValue>'
        f'</VariableValue><SourceRef targetGUID="{habit.guid(0)}"/></Case></Cases>'
    )
    bundle, losses = read_qdpx(habit.qdpx(inside=inside), "made-up.qdpx")
    assert not losses
    assert not len(bundle.speakers)
    assert bundle.articles[0].metadata.publisher == "The Made-Up"


def test_what_is_said_of_a_whole_pdf_is_on_its_text() -> None:
    habit = Habit(inline=True)
    xml = _xml(habit.qdpx())
    coding = f'<Coding guid="{habit.guid(800)}"><CodeRef targetGUID="{habit.guid(200)}"/></Coding>'
    xml = xml.replace("<TextSource", '<PDFSource guid="made up" name="a.pdf"><Representation')
    xml = xml.replace("</TextSource>", f"</Representation>{coding}</PDFSource>")
    xml = xml.replace(
        "</Sources>",
        f'<PictureSource guid="x" name="a.png">{coding}</PictureSource></Sources>',
    )
    bundle, losses = read_qdpx(packed({"project.qde": xml.encode()}), "made-up.qdpx")
    whole = bundle.annotations[-1]
    assert whole.anchors[0].exact == bundle.articles[0].text.strip()
    assert [one.anchors[0].exact for one in bundle.annotations[:-1]] == list(PASSAGES)
    assert {loss.what: loss.count for loss in losses} == {
        "PDF files": 1,
        "pictures": 1,
        "codes of pictures": 1,
        "codes of whole texts": 1,
    }


def test_a_project_of_its_name_is_found_beside_what_macos_adds_and_paths_of_windows() -> None:
    habit = Habit()
    archive = zipfile.ZipFile(io.BytesIO(habit.qdpx()))
    files = {
        "__MACOSX/._project.qde": b"\x00\x05\x16\x07",
        "._project.qde": b"\x00\x05\x16\x07",
        "project.qde": archive.read("project.qde"),
        "Sources\\text.txt": archive.read("sources/text.txt"),
    }
    bundle, losses = read_qdpx(packed(files), "made-up.qdpx")
    assert not losses
    assert [words for words, _, _ in _said(bundle)] == list(PASSAGES)


@settings(max_examples=60)
@given(st.lists(st.one_of(_FORBIDDEN, st.sampled_from("ab \n😀é\ufffd")), min_size=3), st.data())
def test_offsets_hold_where_xml_cannot_hold_the_words(
    chars: list[str], data: st.DataObject
) -> None:
    article = Article("made-up", "".join(["Made up: ", *chars, " end."]), Metadata("made up"))
    start = data.draw(st.integers(0, len(article.text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(article.text))))
    bundle = _alone(article, _note(article, span, code="claim"))
    written, losses = qdpx(bundle)
    again, lost = read_qdpx(written, "made-up.qdpx")
    assert not lost
    assert again.annotations == bundle.annotations
    assert again.articles == bundle.articles
    hurt = re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", span.of(article.text))
    assert bool(losses) == bool(hurt)


def test_memos_keep_their_ends_of_lines_and_dates_are_in_utc() -> None:
    article = Article("made-up", "A made-up text.")
    bundle = _alone(article, _note(article, Span(2, 6), memo="one\r\ntwo\rthree\n\tfour "))
    data, losses = qdpx(bundle)
    assert not losses
    assert read_qdpx(data, "made-up.qdpx")[0].annotations == bundle.annotations
    assert 'creationDateTime="2026-01-02T03:04:05.000006Z"' in _xml(data)


@pytest.mark.parametrize("title", ["", "made-up", "Made up", "made\nup"])
def test_a_source_always_has_a_name_and_the_title_is_what_it_was(title: str) -> None:
    article = Article("made-up" * 11, "A made-up text.", Metadata(title or ""))
    data, losses = qdpx(_alone(article))
    assert not losses
    assert f'name="{(title or article.id).replace(chr(10), "&#10;")}"' in _xml(data)
    again, _ = read_qdpx(data, "made-up.qdpx")
    assert again.articles == (article,)


def test_few_selections_without_words_do_not_move() -> None:
    text = Text("Some other text that is made up, other than that.")
    inside = [Written(6, 9, "")]
    assert measured(text, inside)[0].plain
    shifted = [Written(6, 11, ""), Written(12, 16, ""), Written(17, 21, "")]
    assert not measured(text, shifted)[0].plain


def test_many_with_one_guid_or_one_name_take_no_longer() -> None:
    guid, many = "0A0B0C0D-0000-4000-8000-000000000001", 20_000
    users = '<User guid="{}" name="Same"/>'
    coded = f'<Coding guid="{guid}"><CodeRef targetGUID="{guid}"/></Coding>'
    xml = (
        '<Project name="made up"><Users>'
        + "".join(users.format(f"0a0b0c0d-0000-4000-8001-{n:012x}") for n in range(many))
        + f'</Users><CodeBook><Codes><Code guid="{guid}" name="x" isCodable="true"/></Codes>'
        + "</CodeBook><Sources>"
        + '<TextSource name="same"><PlainTextContent>x</PlainTextContent></TextSource>' * many
        + f'<TextSource name="t"><PlainTextContent>made up</PlainTextContent>{coded * many}'
        + "</TextSource></Sources></Project>"
    )
    start = time.process_time()
    bundle, _ = read_qdpx(packed({"project.qde": b"<!-- made up -->" + xml.encode()}), "a.qdpx")
    assert time.process_time() - start < 30
    assert len({one.id for one in bundle.annotations}) == many
    assert len({one.id for one in bundle.articles}) == many + 1


def test_the_same_speaker_told_twice_of_a_selection_is_told_once() -> None:
    habit = Habit()
    case = (
        f'<Cases><Case guid="{habit.guid(200)}" name="Ann Example">'
        f'<SelectionRef targetGUID="{habit.guid(1)}"/></Case></Cases>'
    )
    bundle, _ = read_qdpx(habit.qdpx(inside=case), "made-up.qdpx")
    assert isinstance(bundle.speakers.named("Ann Example"), Speaker)
    assert [who for _, who, _ in _said(bundle)].count("Ann Example") == 1


def test_notes_that_links_tie_to_a_selection_are_its_memo() -> None:
    habit = Habit(inline=True)
    more = (
        f'<Notes><Note guid="{habit.guid(500)}"><PlainTextContent>Ask her again.</PlainTextContent>'
        f'</Note></Notes><Links><Link guid="{habit.guid(501)}" originGUID="{habit.guid(500)}" '
        f'targetGUID="{habit.guid(2)}"/></Links>'
    )
    bundle, losses = read_qdpx(habit.qdpx(more), "made-up.qdpx")
    assert not losses
    assert [memo for _, _, memo in _said(bundle)] == ["", "Ask her again.", "", ""]


def test_a_memo_on_a_code_follows_its_definition() -> None:
    habit = Habit(inline=True)
    note = (
        f'<Notes><Note guid="{habit.guid(500)}"><PlainTextContent>Used of fears.</PlainTextContent>'
        "</Note></Notes>"
    )
    xml = _xml(habit.qdpx(note)).replace(
        'color="#FF0000"/>',
        'color="#FF0000"><Description>What is doubted.</Description>'
        f'<NoteRef targetGUID="{habit.guid(500)}"/></Code>',
        1,
    )
    bundle, losses = read_qdpx(packed({"project.qde": xml.encode()}), "made-up.qdpx")
    assert not losses
    code = bundle.codebook.named(NAMES[0])
    assert code is not None
    assert code.definition == "What is doubted.\n\nUsed of fears."


@pytest.mark.parametrize(
    ("origin", "way"),
    [
        ("ATLAS.ti 23", Habit(returns=True, counted=False, names="none")),
        ("NVivo 14", Habit(returns=True, units=utf16, names="none")),
        ("made up", Habit(returns=True, units=points, names="none")),
    ],
)
def test_what_a_program_is_known_for_counts_where_words_are_missing(
    origin: str, way: Habit
) -> None:
    archive = zipfile.ZipFile(io.BytesIO(way.qdpx()))
    files = {name: archive.read(name) for name in archive.namelist()}
    files["project.qde"] = files["project.qde"].replace(
        b'origin="made up"', f'origin="{origin}"'.encode()
    )
    bundle, _ = read_qdpx(packed(files), "made-up.qdpx")
    assert [words for words, _, _ in _said(bundle)] == list(PASSAGES)


def test_one_selection_without_words_is_counted_as_its_program_counts() -> None:
    text = Text("😀 One line.\r\nAnother line.\r\n")
    one = text.kept.index("other")
    inside = [Written(one, one + 3, "")]
    counting, _ = measured(text, inside, habit("ATLAS.ti 23"))
    assert text.span(inside[0], counting) == Span(one, one + 3)
    counting, _ = measured(text, [Written(3, 6, "")], habit("NVivo 14"))
    assert text.span(Written(3, 6, ""), counting) == Span(2, 5)


def test_codes_every_project_has_come_first_and_the_others_in_their_order() -> None:
    bundle, _ = read_qdpx(Habit().qdpx(), "made-up.qdpx")
    expected = ["claim", "concern", *dict.fromkeys(NAMES)]
    assert [(code.name, code.order) for code in bundle.codebook] == [
        (name, order) for order, name in enumerate(expected)
    ]


def test_annotations_that_stand_in_notes_are_memos_on_their_passages() -> None:
    habit = Habit()
    at = habit.raw.index("She laughed")
    note = (
        f'<Notes><Note guid="{habit.guid(500)}" modifyingUser="{habit.guid(100)}">'
        "<PlainTextContent>Why?</PlainTextContent>"
        f'<PlainTextSelection guid="{habit.guid(501)}" startPosition="{at}" '
        f'endPosition="{at + 11}" modifyingUser="{habit.guid(100)}" '
        'modifiedDateTime="2024-05-06T07:08:09Z"/></Note></Notes>'
    )
    archive = zipfile.ZipFile(io.BytesIO(habit.qdpx(note)))
    files = {name: archive.read(name) for name in archive.namelist()}
    reference = f'<NoteRef targetGUID="{habit.guid(500)}"/></TextSource>'
    xml = files["project.qde"].decode().replace("</TextSource>", reference)
    bundle, losses = read_qdpx(packed(files | {"project.qde": xml.encode()}), "made-up.qdpx")
    assert not losses
    assert _said(bundle)[-1] == ("She laughed", "", "Why?")
    assert bundle.annotations[-1].coder == "Cod&er"
    assert bundle.annotations[-1].created == "2024-05-06T07:08:09.000000+00:00"
