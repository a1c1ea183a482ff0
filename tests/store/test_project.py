"""The project folder: what is made, what is refused, what is noticed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from fr_reader.model import CLAIM, Act, Change, StoreError
from fr_reader.store import ProjectStore, files
from fr_reader.store import cabinet as cabinets
from fr_reader.store.manifest import MAKING
from tests.store.making import article, making, note, removing, speaker


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "project"


def _opens(folder: Path) -> ProjectStore:
    return ProjectStore.open(folder, "me")


def test_a_project_is_made_and_says_what_it_is(folder: Path) -> None:
    store = _opens(folder)
    assert store.folder == folder
    assert store.name == "project"
    told = json.loads((folder / "project.json").read_text("utf-8"))
    assert told.pop("sum")
    assert told == {"format": "fr-reader project", "version": 1, "name": "project"}
    assert {path.name for path in folder.iterdir() if not path.name.startswith(files.OURS)} == {
        "project.json",
        "articles.jsonl",
        "codebook.jsonl",
        "speakers.jsonl",
    }
    assert not (folder / MAKING).exists()


def test_without_create_nothing_is_made(folder: Path) -> None:
    with pytest.raises(StoreError, match="no project in"):
        ProjectStore.open(folder, "me", create=False)
    assert not folder.parent.exists()
    assert _opens(folder).made
    store = ProjectStore.open(folder, "me", create=False)
    assert (store.name, store.made) == ("project", False)


def test_a_folder_of_other_things_is_left_alone(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "thesis.odt").write_text("made up", "utf-8")
    with pytest.raises(StoreError, match="holds other things"):
        _opens(folder)
    assert [path.name for path in folder.iterdir()] == ["thesis.odt"]


def test_an_empty_folder_and_a_half_made_project_are_taken(folder: Path) -> None:
    (folder / ".git").mkdir(parents=True)
    (folder / f"{files.OURS}0.tmp").write_bytes(b'{"form')
    assert _opens(folder).codebook().get("claim") == CLAIM
    (folder / "codebook.jsonl").unlink()
    store = ProjectStore.open(folder, "me", create=False)
    assert len(store.codebook()) == 2
    store.apply(Act("rename", (Change(CLAIM, CLAIM), Change(CLAIM, None))))
    assert len(_opens(folder).codebook()) == 1


def test_files_in_the_place_of_folders(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("made up", "utf-8")
    for folder in (file, file / "below"):
        with pytest.raises(StoreError) as caught:
            _opens(folder)
        assert str(file) in str(caught.value)
    assert file.read_text("utf-8") == "made up"


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"format": "fr-reader project"}',
                b'{"format": "fr-reader project", "version": "1", "name": "x"}',
                b'{"format": "other", "version": 1, "name": "x"}', b"[" * 100_000]
)  # fmt: skip
def test_a_damaged_project_file_is_named_and_left(folder: Path, content: bytes) -> None:
    _opens(folder)
    (folder / "project.json").write_bytes(content)
    with pytest.raises(StoreError, match="damaged") as caught:
        _opens(folder)
    assert str(folder / "project.json") in str(caught.value)
    assert (folder / "project.json").read_bytes() == content


def test_a_newer_project_is_refused(folder: Path) -> None:
    _opens(folder)
    newer = {"format": "fr-reader project", "version": 9, "name": "x", "more": []}
    (folder / "project.json").write_text(json.dumps(newer), "utf-8")
    with pytest.raises(StoreError) as caught:
        _opens(folder)
    assert str(caught.value) == (
        f"{folder} was made by a newer fr-reader "
        "(format 9; this one reads up to 1): update fr-reader"
    )


def test_an_altered_text_is_never_shown(folder: Path) -> None:
    store = _opens(folder)
    store.add(article())
    path = folder / "articles" / "made-up.txt"
    for content in (path.read_bytes() + b" ", b"\xff", None):
        path.unlink()
        if content is not None:
            path.write_bytes(content)
        with pytest.raises(StoreError, match=r"made-up\.txt"):
            store.article("made-up")
        if content is None:
            break
    path.write_bytes(article().text.encode())
    assert store.article("made-up") == article()


def test_a_text_whose_entry_was_lost_is_not_written_over(folder: Path) -> None:
    store = _opens(folder)  # killed between a text and its entry
    files.make_folders(store.folder / "articles")
    (store.folder / "articles" / "made-up.txt").write_text(article().text, "utf-8")
    entry, _ = store.add(article("another made-up text"))
    assert entry.id == "made-up-2"
    assert _opens(folder).add(article())[0].id == "made-up"


@pytest.mark.parametrize("name", ["articles", "codebook", "speakers"])
@pytest.mark.parametrize("content", [b"\x00" * 9, b"rubbish\n" * 5])
def test_a_file_damaged_beyond_reading_is_named(folder: Path, name: str, content: bytes) -> None:
    store = _opens(folder)
    store.add(article())
    store.apply(making(speaker()))
    path = folder / f"{name}.jsonl"
    path.write_bytes(content)
    with pytest.raises(StoreError) as caught:
        _opens(folder)
    assert str(path) in str(caught.value)
    assert path.read_bytes() == content


def test_a_damaged_line_costs_itself_and_is_told(folder: Path) -> None:
    store = _opens(folder)
    text = article()
    store.add(text)
    for number in range(3):
        store.apply(making(note(text, str(number))))
    path = folder / "annotations" / text.id / "me.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    lines[2] = lines[2].replace(b"claim", b"blame")
    path.write_bytes(b"".join(lines) + b'{"n":4,"t"')
    again = _opens(folder)
    assert [a.id for a in again.annotations()] == ["0", "2"]
    assert len(again.problems) == 2
    again.apply(making(note(text, "3")))
    assert any(".torn-1" in problem for problem in again.problems)
    assert [a.id for a in _opens(folder).annotations()] == ["0", "2", "3"]
    assert path.with_name("me.jsonl.torn-1").read_bytes() == b'{"n":4,"t"'


def test_a_hostile_id_leads_nowhere(folder: Path) -> None:
    store = _opens(folder)
    text = article()
    entry, _ = store.add(text)
    path = folder / "articles.jsonl"
    storage = store._cabinet.entries.storage
    document = {**(storage.read() or {})["articles"][entry.id], "id": "../../out"}
    storage.write({"articles": {"../../out": document}})
    with pytest.raises(StoreError, match="no safe file name") as caught:
        _opens(folder).article("../../out")
    assert str(path) in str(caught.value)


def test_each_coder_has_a_file_and_all_are_read(folder: Path) -> None:
    text = article()
    names = ["me", "Me", "machine:rules@1", "../x", "ü", "\ud800"]
    for name in names:
        store = ProjectStore.open(folder, name)
        store.add(text)
        store.apply(making(note(text, "1", coder=name)))
    assert [a.coder for a in store.annotations()] == names
    assert len(list((folder / "annotations" / text.id).iterdir())) == len(names)
    assert not (folder / "annotations" / "x.jsonl").exists()


def test_more_files_than_are_kept_open(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cabinets, "OPEN_AT_ONCE", 2)
    store = _opens(folder)
    texts = [article(f"made-up text {n}", f"text-{n}") for n in range(6)]
    for text in texts:
        store.add(text)
        store.apply(making(note(text, text.id)))
    assert {a.id for a in store.annotations()} == {text.id for text in texts}
    for text in texts:
        store.apply(making(note(text, "more")))
    assert len(_opens(folder).annotations()) == 12


def test_two_windows_share_a_project(folder: Path) -> None:
    one, two = _opens(folder), _opens(folder)
    text = article()
    one.add(text)
    assert two.add(text)[1] is False
    first = note(text, "1")
    two.apply(making(first, speaker()))
    one.apply(making(note(text, "2")))
    assert one.annotations() == two.annotations()
    two.apply(removing(first))
    with pytest.raises(StoreError, match="meanwhile"):
        one.apply(removing(first))
    assert [a.id for a in one.annotations()] == ["2"]


def test_what_is_named_is_there_first_and_goes_last(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A kill between the files of one act leaves no annotation of a speaker unknown."""
    store = _opens(folder)
    text = article()
    store.add(text)
    written: list[str] = []
    write = files.write_all

    def watch(fd: int, data: bytes) -> None:
        written.append("annotations" if b'"annotations":' in data else "speakers")
        write(fd, data)

    monkeypatch.setattr(files, "write_all", watch)
    act = making(note(text, "1"), speaker())
    store.apply(act)
    store.apply(act.reversed())
    assert written == ["speakers", "annotations", "annotations", "speakers"]


def test_a_folder_taken_away_meanwhile(folder: Path) -> None:
    store = _opens(folder)
    text = article()
    store.add(text)
    folder.rename(folder.with_name("moved"))
    with pytest.raises(StoreError) as caught:
        store.apply(making(speaker()))
    assert str(folder) in str(caught.value)
    assert not folder.exists()
    folder.with_name("moved").rename(folder)
    store.apply(making(speaker()))
    assert len(_opens(folder).speakers()) == 1
