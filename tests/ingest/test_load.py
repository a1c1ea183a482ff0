"""Files become articles, whatever stands at their path."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fr_reader.ingest import from_bytes, load, seeds
from fr_reader.ingest.files import LIMIT
from fr_reader.model import InputError, Photographer, digest

MADE_UP = "Council plants trees\n\n“More trees,” said Ann Example, who is made up.\n"


def test_an_article_knows_its_file_and_its_title(tmp_path: Path) -> None:
    path = tmp_path / "Trées & more.v2.txt"
    path.write_text(MADE_UP, encoding="utf-8")
    article = load(path)
    assert article.id == "trees-more-v2"
    assert article.source == "Trées & more.v2.txt"
    assert article.text == MADE_UP
    assert article.sha256 == digest(MADE_UP)
    assert article.metadata.title == "Council plants trees"


def test_underlined_and_hard_wrapped_titles_are_one_line() -> None:
    underlined = "Council plants\ntrees\n======\n\nAnn Example said so, made up as she is.\n"
    assert from_bytes(underlined.encode(), "a.md").metadata.title == "Council plants trees"
    marked = "# Council plants trees\n\nAnn Example said so, made up as she is.\n"
    assert from_bytes(marked.encode(), "a.md").metadata.title == "Council plants trees"


def test_a_text_without_a_title_gets_none() -> None:
    text = "“It is made up,” said Ann Example, and went on talking about the trees.\n"
    assert from_bytes((text * 3).encode(), "a.txt").metadata.title == ""


def test_missing_folder_and_metadata_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no file .*gone\.txt"):
        load(tmp_path / "gone.txt")
    with pytest.raises(InputError, match="is a folder"):
        load(tmp_path)
    (tmp_path / "a.toml").write_text("title = 'x'")
    with pytest.raises(InputError, match=r"a\.toml describes an article"):
        load(tmp_path / "a.toml")
    with pytest.raises(InputError, match="not the name of a file"):
        load(Path("a\0b.txt"))
    with pytest.raises(InputError, match="cannot be read"):
        load(tmp_path / ("a" * 300 + ".txt"))
    with pytest.raises(InputError, match="cannot be read"):
        load(tmp_path / "a.toml" / "b.txt")


def test_names_are_shown_on_one_line(tmp_path: Path) -> None:
    folder = tmp_path / "a\nb"
    folder.mkdir()
    (folder / "empty.txt").write_text("")
    (folder / "large.txt").write_bytes(b"x" * (LIMIT + 1))
    (folder / "a.toml").write_text("")
    for name in ("gone.txt", "", "empty.txt", "large.txt", "a.toml", "\0.txt", "a.toml/b.txt"):
        with pytest.raises(InputError, match="a␊b") as caught:
            load(folder / name)
        assert "\n" not in str(caught.value)
    with pytest.raises(InputError, match="no text encoding utf␊9"):
        from_bytes(b"Made up.", "a.txt", encoding="utf\n9")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_what_might_never_end_is_not_read(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    for path in (pipe, Path("/dev/zero"), Path("/dev/tty")):
        if path.exists():
            with pytest.raises(InputError, match="pipe or a device"):
                load(path)


def test_unreadable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(MADE_UP)

    def refuse(*arguments: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)  # root reads everything, so modes would not do
    with pytest.raises(InputError, match="may not be read"):
        load(path)


def test_fifty_megabytes_are_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(InputError, match=r"large\.txt has 50 MB.*at most 20 MB: split"):
        load(path)


def test_the_largest_article_in_one_line_is_read(tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    path.write_bytes(b"word " * (LIMIT // 5))
    assert len(load(path).text) == LIMIT


def test_names_that_are_not_unicode_stay_safe(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9\x1b.txt"))
    try:
        path.write_text(MADE_UP)
    except OSError:
        pytest.skip("this disk takes no such names")
    article = load(path)
    article.source.encode("utf-8")
    assert "\x1b" not in article.source


def test_seeds_say_what_their_text_says() -> None:
    (article,) = seeds()
    known = article.metadata
    assert known.title == article.text.split("\n", 1)[0]
    assert known.publisher == "the Citizen"
    assert f"told {known.publisher}" in article.text
    assert (known.authors, known.published, known.url, known.language) == ((), "", "", "")
    captions = [line for line in article.text.split("\n") if "Photograph: " in line]
    lines = [line for line in article.text.split("\n") if line]
    for photographer, caption in zip(known.photographers, captions, strict=True):
        assert isinstance(photographer, Photographer)
        assert caption.endswith(f"Photograph: {photographer.name}")
        assert photographer.paragraph == lines.index(caption) + 1


def test_the_seed_is_the_shared_article_unchanged() -> None:
    root = Path(__file__).resolve().parents[2]
    shared = root.parent / "shared" / "seeds"
    if not shared.is_dir():
        pytest.skip("the shared material is not here")
    for path in shared.glob("*.txt"):
        assert (root / "seeds" / path.name).read_bytes() == path.read_bytes()


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_any_text_is_kept_or_refused_with_a_sentence(text: str) -> None:
    try:
        article = from_bytes(text.encode(), "made up.txt")
    except InputError as error:
        assert "made up.txt" in str(error)
    else:
        kept = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        assert article.text == kept


@given(st.binary(max_size=300))
def test_any_bytes_become_an_article_or_a_sentence(data: bytes) -> None:
    try:
        article = from_bytes(data, "made up.txt")
    except InputError as error:
        assert "made up.txt" in str(error)
    else:
        assert "\r" not in article.text
        article.text.encode("utf-8")
