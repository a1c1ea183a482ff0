"""What is remembered of a project is what is counted of it plainly, whatever is done to it."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fr_reader.model import CLAIM, Article, Metadata, Reading, Span
from fr_reader.overview.project import READING, SHEETS, last_counted, overview
from fr_reader.overview.query import Query
from fr_reader.overview.remembered import Remembered
from fr_reader.store import ProjectStore, digest, ledger
from fr_reader.store.desk import Desk
from fr_reader.store.digest_rows import NAME
from fr_reader.text import wire
from tests.overview.plainly import Forgetful, assert_same, told
from tests.overview.random_acts import Acts

pytestmark = pytest.mark.usefixtures("always_remembered")

_PARTS = ("root", "paths", "sums", "groups", "sketches", "articles 7")


@pytest.mark.parametrize(("some", "listed"), [(32, 64), (1, 64), (32, 2)])
@settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(random=st.randoms(use_true_random=False), length=st.integers(1, 25))
def test_it_equals_the_plain_count_after_every_act(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    some: int,
    listed: int,
    random: Random,
    length: int,
) -> None:
    """Whether copies are found anew or kept up to date, and however common their words are."""
    monkeypatch.setattr(digest, "SOME", some)
    monkeypatch.setattr(wire, "MOST_LISTED", listed)
    folder = tmp_path / "project"
    shutil.rmtree(folder, ignore_errors=True)
    acts = Acts(folder, random, copies=True)
    for _ in range(length):
        acts.one()
        assert_same(acts.store)
    for store in acts.stores.values():
        store.close()


@pytest.fixture
def project(tmp_path: Path, always_remembered: None) -> Path:
    """A project in which much was done, with a digest of all of it."""
    acts = Acts(tmp_path / "project", Random("made up"), copies=True)
    for _ in range(120):
        acts.one()
    for store in acts.stores.values():
        assert_same(store)
        store.close()
    assert (acts.folder / NAME).exists()
    assert "left out" in overview(acts.store).note
    return acts.folder


def _opened(folder: Path) -> ProjectStore:
    return ProjectStore.open(folder, "ann", create=False)


def _made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The articles counted anew from now on."""
    made: list[str] = []
    make = Remembered.make

    def noted(self: Remembered, article_id: str) -> object:
        made.append(article_id)
        return make(self, article_id)

    monkeypatch.setattr(Remembered, "make", noted)
    return made


def test_only_what_was_changed_is_counted_anew(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = _made(monkeypatch)
    store = _opened(project)
    told(overview(store, copies=True))
    assert made == []
    acts = Acts(project, Random(1), start=1000)
    made.clear()
    while not any(line for line in made):
        acts.tag()
        overview(store, copies=True)
    assert len(made) == 1
    assert_same(store)


def test_what_was_changed_only_just_now_is_looked_at_again(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger, "SETTLED", 10**15)
    (project / NAME).unlink()
    told(overview(_opened(project), copies=True))
    made = _made(monkeypatch)
    overview(_opened(project), copies=True)
    assert made


def test_an_article_tagged_first_joins_its_copies(project: Path) -> None:
    store, span = _opened(project), Span(0, 30)
    text = " ".join(f"made{number} up{number}" for number in range(40))
    for name, more in (("y-first", ""), ("z-copy", " more")):
        store.add(Article(name, text + more, Metadata("Made up")))
    Desk(store, Reading(store.article("y-first"), ())).tag((span,), CLAIM)
    before = overview(store)
    told(before)
    Desk(store, Reading(store.article("z-copy"), ())).tag((span,), CLAIM)
    after = overview(store)
    assert after.note != before.note
    assert [own.article for own in after.facts] == [own.article for own in before.facts]
    assert [row[:7] for row in after.sheet("claims").rows] == [
        row[:7] for row in before.sheet("claims").rows
    ]
    assert_same(store)
    store.remove("z-copy")
    assert told(overview(store)) == told(before)
    store.remove("y-first")
    assert_same(store)


def test_the_totals_as_counted_last_are_those_of_then(project: Path) -> None:
    store = _opened(project)
    before = {name: overview(store).sheet(name) for name in SHEETS if name not in READING}
    acts = Acts(project, Random(6), start=1000)
    for _ in range(6):
        acts.tag()
    for each in (store, _opened(project)):
        last = last_counted(each)
        assert last is not None
        assert {name: last.sheet(name) for name in before} == before
    assert_same(store)
    last, now = last_counted(store), overview(store)
    assert last is not None
    assert {name: last.sheet(name) for name in before} == {name: now.sheet(name) for name in before}
    (project / NAME).unlink()
    assert last_counted(_opened(project)) is None


def test_queries_are_answered_from_it(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = _made(monkeypatch)
    store = _opened(project)
    everything = overview(store, copies=True)
    for query in (
        Query(publishers=("The Example",)),
        Query(codes=("claim", "")),
        Query(articles=(everything.facts[0].article,)),
        Query(since="2025-11"),
        Query(words="made up"),
    ):
        assert_same(store, query)
    assert made == []


def test_a_cell_opens_what_it_counts(project: Path) -> None:
    found = overview(_opened(project), copies=True)
    for name, columns in (("together", (2, 3)), ("claims", range(3, 9))):
        sheet = found.sheet(name)
        assert sheet.rows
        for row in sheet.rows:
            for cell in (row[at] for at in columns):
                assert (cell.opens is None) == (not cell.value)
                if isinstance(cell.opens, Query):
                    passages = {fact.passage for fact in cell.opens.of(found.facts)}
                    assert passages
                    if name == "claims":
                        assert len(passages) == cell.value


def _deleted(digest: Path) -> None:
    digest.unlink()


def _emptied(digest: Path) -> None:
    digest.write_bytes(b"")


def _halved(digest: Path) -> None:
    digest.write_bytes(digest.read_bytes()[: digest.stat().st_size // 2])


def _no_database(digest: Path) -> None:
    digest.write_bytes(b"made up, and no database\n" * 999)


def _a_folder(digest: Path) -> None:
    digest.unlink()
    (digest / "deep").mkdir(parents=True)


@pytest.mark.parametrize("spoil", [_deleted, _emptied, _halved, _no_database, _a_folder])
def test_whatever_lies_in_its_place(project: Path, spoil: Callable[[Path], None]) -> None:
    spoil(project / NAME)
    for _ in range(2):
        assert_same(_opened(project))


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM parts",
        "DELETE FROM rows",
        "DELETE FROM rows WHERE rowid % 2",
        "DELETE FROM rows WHERE hex(name) LIKE 'FF%'",
        *(
            f"DELETE FROM parts WHERE name = '{n}'"
            for n in ("root", "paths", "sums", "groups", "sketches", "articles 7")
        ),
        "UPDATE parts SET value = x'5b5d' WHERE name = 'stamps'",
        "UPDATE parts SET value = (SELECT value FROM parts WHERE name = 'paths')",
        "UPDATE rows SET value = (SELECT value FROM rows LIMIT 1)",
        "UPDATE rows SET value = NULL",
        "DROP TABLE rows",
        "PRAGMA user_version = 99",
    ],
)
def test_whatever_stands_in_it(project: Path, statement: str) -> None:
    with sqlite3.connect(project / NAME) as digest:
        digest.execute(statement)
    digest.close()
    acts = Acts(project, Random(2), start=1000)
    for _ in range(4):
        assert_same(_opened(project))
        acts.tag()
        assert_same(acts.store)


def test_older_parts_are_not_believed(project: Path) -> None:
    """As a crash may leave it: the sums of before, and the rest of now."""
    with sqlite3.connect(project / NAME) as digest:
        old = digest.execute("SELECT name, value, hash FROM parts WHERE name = 'sums'").fetchone()
    acts = Acts(project, Random(3), start=1000)
    for _ in range(9):
        acts.tag()
    assert_same(_opened(project))
    digest.execute("INSERT OR REPLACE INTO parts VALUES (?, ?, ?)", old)
    digest.commit()
    digest.close()
    assert_same(_opened(project))


def test_a_file_put_beside_counts(project: Path) -> None:
    """Another coder's journal, as it comes with a copied or merged folder."""
    store = _opened(project)
    told(overview(store, copies=True))
    folder = next(
        path for path in sorted((project / "annotations").iterdir()) if any(path.iterdir())
    )
    source = next(folder.glob("*.jsonl"))
    (folder / "cyd.jsonl").write_bytes(source.read_bytes())
    assert_same(store)
    (folder / "cyd.jsonl").unlink()
    assert_same(store)
    folder.rename(folder.with_name("elsewhere"))
    assert_same(store)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_project_that_may_only_be_read(project: Path) -> None:
    (project / NAME).unlink()
    project.chmod(0o500)
    try:
        assert_same(_opened(project))
    finally:
        project.chmod(0o700)


def test_a_small_project_has_none(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / NAME).unlink()
    monkeypatch.setattr(ledger, "FEW", 10**6)
    assert_same(_opened(project))
    assert not (project / NAME).exists()


def test_what_was_found_stays_as_it_was(project: Path) -> None:
    store = _opened(project)
    found = overview(store, copies=True)
    before = found.sheet("codes"), found.sheet("speakers")
    acts = Acts(project, Random(4), start=1000)
    while overview(store, copies=True).sheet("codes") == before[0]:
        acts.tag()
    assert (found.sheet("codes"), found.sheet("speakers")) == before


def test_damage_is_told_each_time(project: Path) -> None:
    told(overview(_opened(project), copies=True))
    journal = max(
        (project / "annotations").glob("*/ann.jsonl"), key=lambda path: path.stat().st_size
    )
    lines = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(b"".join((*lines[:-1], lines[-1][:10] + b"!" + lines[-1][11:], lines[-1])))
    for _ in range(2):
        store, plain = _opened(project), _opened(project)
        told(overview(store, copies=True))
        told(overview(Forgetful(plain), copies=True))
        assert store.problems == plain.problems != []
