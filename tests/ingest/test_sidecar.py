"""The metadata beside an article: read as documented, and every slip named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from fr_reader.ingest import described, load, sidecar
from fr_reader.ingest.sidecar import read_sidecar
from fr_reader.model import InputError, Metadata, Photographer


def written(folder: Path, toml: str) -> Path:
    """A made-up article described by `toml`."""
    text = folder / "trees.txt"
    text.write_text("Made up: trees\n\nThe article about trees is made up.\n", encoding="utf-8")
    (folder / "trees.toml").write_text(toml, encoding="utf-8")
    return text


def test_every_key(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        """
        title = "Trees,  at
last"
        authors = ["Ann Example", "Bo Example"]
        publisher = "The Example"
        published = 2026-01-02
        url = "https://example.org/trees"
        language = "en"
        [[photographers]]
        name = "Cy Example"
        paragraph = 2
        [[photographers]]
        name = "Di Example"
        """.replace('"Trees,  at\nlast"', '"""Trees,  at\nlast"""'),
    )
    assert load(path).metadata == Metadata(
        "Trees, at last",
        ("Ann Example", "Bo Example"),
        "The Example",
        "2026-01-02",
        "https://example.org/trees",
        "en",
        (Photographer("Cy Example", 2), Photographer("Di Example")),
    )


def test_the_documented_example_is_valid(tmp_path: Path) -> None:
    readme = Path(__file__).resolve().parents[2] / "seeds" / "README.md"
    (example,) = re.findall(r"```toml\n(.*?)```", readme.read_text(encoding="utf-8"), re.DOTALL)
    metadata = load(written(tmp_path, example)).metadata
    assert metadata.published == "2026-01-02"
    assert metadata.photographers[0].paragraph == 2


def test_empty_values_and_an_empty_file_say_nothing(tmp_path: Path) -> None:
    path = written(tmp_path, 'authors = []\npublished = ""\nurl = ""\n')
    assert load(path).metadata == Metadata(title="Made up: trees")
    assert read_sidecar(written(tmp_path, "").with_suffix(".toml")) == Metadata()


@pytest.mark.parametrize(
    ("toml", "named"),
    [
        ('author = "Ann"', "“author” is not known; the keys are title, authors"),
        ("title = 3", "“title” must be text"),
        ('authors = "Ann"', "“authors” must be a list"),
        ("authors = [1]", "“authors” must be a list"),
        ("published = 2026", "“published” must be a date"),
        ("photographers = ['Cy']", "“photographers” must be tables"),
        ("[photographers]\nname = 'Cy'", "“photographers” must be tables"),
        ("[[photographers]]\nparagraph = 1", "“photographers.name” is missing"),
        ("[[photographers]]\nname = 'Cy'\nparagraph = 0", "“photographers.paragraph” must be"),
        ("[[photographers]]\nname = 'Cy'\nparagraph = true", "“photographers.paragraph” must be"),
        ("[[photographers]]\nname = 'Cy'\npage = 1", "“photographers.page” is not known"),
        ("[[photographers]]\nname = 'Cy'\nparagraph = 0x" + "f" * 9999, "paragraph” must be"),
        ("title = \n", r"is not valid TOML: .* \(at line 1, column 9\)"),
        (f'a = 1\n["{"x" * 99}"]\n["{"x" * 99}"]', r"x…  ?\(at line 3, column 1.*\)"),
        ("paragraph = " + "9" * 5000, "not valid TOML: it has a number with far too many digits"),
        ("title = " + "[" * 5000, "(nested too deeply|not valid TOML)"),
        ("x" * 600_000, "larger than 500 kB"),
    ],
)
def test_slips_are_named(tmp_path: Path, toml: str, named: str) -> None:
    path = written(tmp_path, toml)
    with pytest.raises(InputError, match=rf"trees\.toml.*{named}"):
        load(path)


def test_names_are_shown_on_one_line(tmp_path: Path) -> None:
    text = tmp_path / "a\nb.txt"
    text.write_text("Made up.\n", encoding="utf-8")
    for toml in ("title = 3", "title = ", "\udcff"):
        text.with_suffix(".toml").write_text(toml, encoding="utf-8", errors="surrogateescape")
        with pytest.raises(InputError, match=r"a␊b\.toml") as caught:
            load(text)
        assert "\n" not in str(caught.value)
    text.with_suffix(".toml").write_text('"titel\\n" = ""', encoding="utf-8")
    with pytest.raises(InputError, match="“titel␊” is not known"):
        load(text)


def test_an_article_is_described_by_what_is_written_not_by_its_text(tmp_path: Path) -> None:
    path = written(tmp_path, "")
    assert described(path, load(path))
    path.with_suffix(".toml").unlink()
    assert not described(path, load(path))
    marked = tmp_path / "trees.md"
    marked.write_text("# Trees\n\nMade up.\n", encoding="utf-8")
    assert not described(marked, load(marked))
    marked.write_text("---\nauthor: Ann Example\n---\n# Trees\n", encoding="utf-8")
    assert described(marked, load(marked))


def test_another_encoding_is_named(tmp_path: Path) -> None:
    path = written(tmp_path, "")
    path.with_suffix(".toml").write_bytes('title = "Zoë"'.encode("latin-1"))
    with pytest.raises(InputError, match=r"trees\.toml is not in UTF-8"):
        load(path)


def test_what_a_reference_manager_wrote_is_a_sidecar_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def references(data: bytes, name: str) -> list[Metadata]:
        read.append(name)
        return [Metadata(title=data.decode().split()[0], publisher="The Example")]

    monkeypatch.setattr(sidecar, "_read_references", references)
    path = tmp_path / "trees.txt"
    path.write_text("Made up: trees\n\nThe article about trees is made up.\n", encoding="utf-8")
    (tmp_path / "trees.bib").write_text("BibLaTeX")
    (tmp_path / "trees.json").write_text('[{"id": "a", "type": "article-newspaper"}]')
    article = load(path)
    assert described(path, article)
    assert article.metadata == Metadata(
        "BibLaTeX",
        publisher="The Example",
        origins=(("publisher", "BibLaTeX"), ("title", "BibLaTeX")),
    )
    (tmp_path / "trees.ris").write_text("RIS")
    assert dict(load(path).metadata.origins)["title"] == "RIS"
    (tmp_path / "trees.toml").write_text('title = "By hand"')
    assert load(path).metadata == Metadata("By hand")
    assert [Path(name).name for name in read] == ["trees.bib", "trees.ris"]


def test_a_file_with_several_references_or_none_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: list[Metadata] = []
    monkeypatch.setattr(sidecar, "_read_references", lambda data, name: found)
    path = written(tmp_path, "")
    path.with_suffix(".toml").rename(path.with_suffix(".ris"))
    with pytest.raises(InputError, match=r"trees\.ris has no reference"):
        load(path)
    found += [Metadata("a"), Metadata("b")]
    with pytest.raises(InputError, match=r"trees\.ris has 2 references: leave the one"):
        load(path)


@pytest.mark.parametrize("other", ['{"a": 1}', "[]", "[1]", "no JSON", "[" * 100_000])
def test_a_json_file_of_something_else_is_no_sidecar(tmp_path: Path, other: str) -> None:
    path = written(tmp_path, "")
    path.with_suffix(".toml").unlink()
    path.with_suffix(".json").write_text(other)
    article = load(path)
    assert article.metadata.title == "Made up: trees"
    assert not described(path, article)


REFERENCES = {
    ".ris": "TY  - NEWS\nTI  - Trees\nAU  - Example, Ann\nER  - \n",
    ".bib": "@article{a, title = {Trees}, author = {Example, Ann}}\n",
    ".json": '[{"id": "a", "type": "article-newspaper", "title": "Trees", '
    '"author": [{"family": "Example", "given": "Ann"}]}]',
}


@pytest.mark.parametrize("suffix", REFERENCES)
def test_each_format_of_references_is_read(tmp_path: Path, suffix: str) -> None:
    pytest.importorskip("fr_reader.ingest.references")
    path = written(tmp_path, "")
    path.with_suffix(".toml").unlink()
    path.with_suffix(suffix).write_text(REFERENCES[suffix])
    known = load(path).metadata
    assert (known.title, known.authors) == ("Trees", ("Ann Example",))
    assert "title" in dict(known.origins)
