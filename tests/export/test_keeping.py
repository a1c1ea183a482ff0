"""What the user writes into notes stays, wherever its finding goes, and nothing is lost."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from fr_reader.export import export_file, export_folder
from fr_reader.export.collection import Collection, Written, form_of
from fr_reader.export.evidence import Annotated, Finding, gather
from fr_reader.export.keeping.merging import State, kept, merged, state
from fr_reader.export.keys import finding_key
from fr_reader.export.profiles import NAMES
from fr_reader.export.voices import Said
from fr_reader.model import CLAIM, Annotation, Annotations, ExportError, Span, Speaker
from tests.export.made_up import ANN, BO, BOS, CODEBOOK, SPEAKERS, TEXT, mark, marks, reading

WHERE = reading()
ALL = list(marks(WHERE))
EVERY = pytest.mark.parametrize("profile", NAMES)


def made(profile: str, items: list[Annotation] | None = None) -> Written:
    """The notes of the made-up project in one file."""
    annotations = Annotations.of(ALL if items is None else items)
    evidence = gather(Annotated(WHERE, annotations), SPEAKERS, CODEBOOK)
    return Collection((evidence,), SPEAKERS, CODEBOOK).one(profile)


def write_in(profile: str, text: str, number: int, own: list[str]) -> str:
    """`text` with `own` lines in its region of this number, as the profile's program has them."""
    form = form_of(profile)
    scanned = form.scan(text)
    region = scanned.regions[number % len(scanned.regions)]
    lines = list(scanned.lines)
    lines[region.start : region.stop] = [
        region.indent + line if line.strip() else line for line in form.fitting(tuple(own))
    ]
    return "\n".join([*lines, ""])


def again(profile: str, old: str, items: list[Annotation] | None = None) -> str:
    """The note made anew over `old`, which must be allowed."""
    form = form_of(profile)
    scanned = form.scan(old)
    assert state(form, scanned) is State.OURS
    note = made(profile, items)
    return merged(form, note.text, note.key, kept(scanned))


def fresh(profile: str) -> str:
    """The note with nothing written into it."""
    note = made(profile)
    return merged(form_of(profile), note.text, note.key, {})


@EVERY
def test_there_is_a_region_for_the_note_and_for_each_finding(profile: str) -> None:
    scanned = form_of(profile).scan(fresh(profile))
    labels = [region.label for region in scanned.regions]
    assert labels == [
        "your own notes stay here",
        "We need trees and we need",
        "It costs too much",
        "The plan",
        "It costs too much",
        "the summers will be too hot",
        "made up",
    ]
    assert len({region.key for region in scanned.regions}) == 7


LINES = st.lists(
    st.sampled_from(
        [
            "made up",
            "",
            "  ",
            "\t- deep",
            "- a",
            "```",
            "%%",
            "<!--",
            "-->",
            "# heading",
            "<!-- fr-reader:keep fr-0123456789ab x -->",
            "<!-- fr-reader:end fr-0123456789ab -->",
            "%% fr-reader:end fr-0123456789ab %%",
            "%% fr-reader:keep a %%",
            "  fr-reader-keep:: fr-0123456789ab",
            "fr-reader:: 1 fr-0 0",
            "## Orphaned notes",
            "\udc80 no UTF-8",
        ]
    )
    | st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"])),
    max_size=8,
)


@EVERY
@given(own=LINES, number=st.integers(0, 6), left=st.sets(st.integers(0, 7)), data=st.data())
@settings(deadline=None)
@example(own=["x"], number=2, left={0, 1}, data=None)
def test_what_is_written_follows_its_finding_and_is_never_lost(
    profile: str, own: list[str], number: int, left: set[int], data: st.DataObject | None
) -> None:
    text = write_in(profile, fresh(profile), number, own)
    same = again(profile, text)
    wanted = [line.strip() for line in form_of(profile).fitting(tuple(own)) if line.strip()]
    key = form_of(profile).scan(same).regions[number].key
    assert again(profile, same) == same
    items = [one for index, one in enumerate(ALL) if index not in left]
    fewer = again(profile, same, items)
    assert again(profile, fewer, items) == fewer
    found = kept(form_of(profile).scan(fewer))
    there = [line.strip() for line in found[key].content if line.strip()] if key in found else []
    assert there == wanted
    assert again(profile, fewer) == same or not wanted


@EVERY
def test_orphans_stand_at_the_end_and_come_back(profile: str) -> None:
    text = write_in(profile, fresh(profile), 2, ["mine, made up"])
    without = again(profile, text, [])
    assert "Orphaned notes" in without
    assert without.index("Orphaned notes") < without.index("mine, made up")
    assert "It costs too much" in without.partition("Orphaned notes")[2]
    assert again(profile, without) == again(profile, text)


@EVERY
def test_a_change_elsewhere_is_seen_and_white_space_is_not_one(profile: str) -> None:
    text = fresh(profile)
    form = form_of(profile)
    changed = text.replace("It costs too much", "It costs too little", 1)
    assert state(form, form.scan(changed)) is State.CHANGED
    tidied = text.replace("\n\n", "\n\n\n").replace("quotations have", "quotations  have")
    assert state(form, form.scan(tidied)) is State.OURS
    assert state(form, form.scan("Somebody’s own note.\n")) is State.FOREIGN


@pytest.mark.parametrize("profile", ["commonmark", "obsidian"])
def test_markers_that_are_torn_are_refused_and_lose_nothing_when_forced(
    profile: str, tmp_path: Path
) -> None:
    form = form_of(profile)
    text = write_in(profile, fresh(profile), 1, ["first, made up"])
    key = form.scan(text).regions[1].key
    end = next(line for line in text.split("\n") if f"fr-reader:end {key}" in line)
    opening = next(line for line in text.split("\n") if f"fr-reader:keep {key}" in line)
    doubled = text + "\n".join([opening, "second, made up", end, ""])
    for torn in (text.replace(f"{end}\n", ""), doubled, text.replace(opening, f"{opening}\n" * 2)):
        path = tmp_path / "notes.md"
        path.write_text(torn, "utf-8")
        with pytest.raises(ExportError, match=r"notes\.md (was changed outside|is there already)"):
            export_file(path, made(profile), profile)
        assert path.read_text("utf-8") == torn
        export_file(path, made(profile), profile, force=True)
        forced = path.read_text("utf-8")
        assert "first, made up" in forced
        assert ("second, made up" in forced) == ("second, made up" in torn)
        assert not export_file(path, made(profile), profile)


@EVERY
def test_ten_megabytes_stay(profile: str, tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    own = ["<!-- fr-reader:keep x -->", "a line of somebody’s, made up"] * 180_000
    path.write_text(write_in(profile, fresh(profile), 1, own), "utf-8")
    before = path.read_bytes()
    assert len(before) > 10_000_000
    assert not export_file(path, made(profile), profile)
    assert path.read_bytes() == before


@pytest.mark.parametrize("old", NAMES)
@EVERY
def test_another_profile_takes_over_what_was_written(
    profile: str, old: str, tmp_path: Path
) -> None:
    path = tmp_path / "notes.md"
    path.write_text(write_in(old, fresh(old), 1, ["mine, made up"]), "utf-8")
    export_file(path, made(profile), profile)
    found = kept(form_of(profile).scan(path.read_text("utf-8")))
    assert [one.label for one in found.values() if "mine" in "".join(one.content)] == [
        "We need trees and we need"
    ]


def folder_of(profile: str) -> list[Written]:
    """A note for every article, speaker and code of the made-up project."""
    evidence = gather(Annotated(WHERE, Annotations.of(ALL)), SPEAKERS, CODEBOOK)
    return Collection((evidence,), SPEAKERS, CODEBOOK).each(profile, ["article", "speaker", "code"])


@EVERY
def test_exporting_a_folder_twice_writes_nothing(profile: str, tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    first = export_folder(folder, folder_of(profile), profile)
    assert sorted(p.name for p in first) == sorted(os.listdir(folder))  # noqa: PTH208
    assert len(first) == 3 + 1 + 2 + 3
    assert export_folder(folder, folder_of(profile), profile) == []


def test_one_refusal_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    notes = folder_of("commonmark")
    export_folder(tmp_path, notes[:-1], "commonmark")
    path = tmp_path / notes[0].file
    path.write_text(path.read_text("utf-8").replace("# Articles", "# My articles"), "utf-8")
    before = {one: one.read_bytes() for one in tmp_path.iterdir()}
    with pytest.raises(ExportError, match=r"articles\.md was changed outside of its keep regions"):
        export_folder(tmp_path, notes, "commonmark")
    assert {one: one.read_bytes() for one in tmp_path.iterdir()} == before


@pytest.mark.parametrize("force", [False, True])
def test_links_out_of_the_folder_are_not_followed(tmp_path: Path, force: bool) -> None:
    notes = folder_of("obsidian")
    outside, folder = tmp_path / "outside.md", tmp_path / "vault"
    folder.mkdir()
    outside.write_text("theirs")
    (folder / notes[-1].file).symlink_to(outside)
    with pytest.raises(ExportError, match=r"is there already|a link to elsewhere"):
        export_folder(folder, notes, "obsidian", force=force)
    assert outside.read_text() == "theirs"
    assert [p.name for p in folder.iterdir()] == [notes[-1].file]


def test_a_note_saved_in_an_editor_meanwhile_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "notes.md"
    export_file(path, made("commonmark", []), "commonmark")
    monkeypatch.setattr(os, "fsync", lambda descriptor: path.write_text("theirs"))
    with pytest.raises(ExportError, match="changed this very moment"):
        export_file(path, made("commonmark"), "commonmark")
    assert path.read_text() == "theirs"


def test_line_ends_of_windows_and_a_mark_of_order_are_no_change(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    text = write_in("commonmark", fresh("commonmark"), 0, ["mine"])
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert export_file(path, made("commonmark"), "commonmark")
    assert path.read_bytes() == text.encode()


def test_a_key_stays_when_a_revision_moves_the_passage_and_when_the_speaker_changes() -> None:
    def keys(text: str, speaker: Speaker) -> dict[str, str]:
        where = reading(text)
        items = [mark(where, BOS, speaker=speaker), mark(where, BOS, code=CLAIM)]
        one = gather(Annotated(where, Annotations.of(items)), SPEAKERS, CODEBOOK)
        return {str(type(f.of)): finding_key(where, f) for f in (*one.spoken, *one.coded)}

    first = keys(TEXT, BO)
    assert len(set(first.values())) == 2
    assert keys(f"Another first paragraph.\n\n{TEXT}", BO) == first
    assert keys(TEXT, ANN) == first
    assert not set(keys(f"{BOS[0]} it said.\n\n{TEXT}", BO).values()) & {"", "fr-"}


def test_the_same_words_at_two_places_have_two_keys() -> None:
    text = "Made up.\n\n“Yes,” Ann Example said.\n\n“Yes,” Bo Example said.\n"
    where = reading(text)
    spans = [Span(at, at + 6) for at in (text.index("“Yes"), text.rindex("“Yes"))]
    found = [Finding((span,), Said(), ("me",), ANN) for span in spans]
    assert len({finding_key(where, one) for one in found}) == 2


@pytest.mark.parametrize("after", range(9))
def test_an_export_cut_off_leaves_whole_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    notes = folder_of("commonmark")
    whole = {note.file: merged(form_of("commonmark"), note.text, note.key, {}) for note in notes}
    synced, left = os.fsync, [after]

    def full(descriptor: int) -> None:
        left[0] -= stat.S_ISREG(os.fstat(descriptor).st_mode)
        if left[0] < 0:
            raise OSError(28, "No space left on device")
        synced(descriptor)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExportError, match="No space left"):
        export_folder(tmp_path, notes, "commonmark")
    there = {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()}
    assert len(there) == after
    assert there.items() <= whole.items()
