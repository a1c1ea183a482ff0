"""What is built from the repository works elsewhere: sdist, the wheel made from it, its data."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

pytest.importorskip("hatchling", reason="hatchling is not here: pip install --group dev")


def run(*arguments: object, cwd: Path, **environment: str) -> str:
    """What the interpreter prints, run with `arguments`; its errors are shown when it fails."""
    done = subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        env={**os.environ, **environment},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The sdist, and the wheel built from it, without the network."""
    folder = tmp_path_factory.mktemp("dist")
    run("-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    (sdist,), (wheel,) = folder.glob("*.tar.gz"), folder.glob("*.whl")
    return sdist, wheel


@pytest.fixture(scope="module")
def installed(built: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder the wheel is installed in, far from the repository."""
    folder = tmp_path_factory.mktemp("installed")
    pip = ("-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--no-compile")
    run(*pip, "--disable-pip-version-check", "--target", folder, built[1], cwd=folder)
    return folder


def data(folder: str) -> set[str]:
    """The names of the files of the repository's `folder`."""
    return {path.name for path in (ROOT / folder).iterdir() if path.is_file()}


def test_the_sdist_holds_what_it_takes_to_build_and_test(built: tuple[Path, Path]) -> None:
    with tarfile.open(built[0]) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {
        "pyproject.toml",
        "Makefile",
        "LICENSE",
        "README.md",
        "tests/test_packaging.py",
    } <= names
    for folder in ("seeds", "themes"):
        assert {f"{folder}/{name}" for name in data(folder)} <= names
    assert not [name for name in names if "__pycache__" in name or name.startswith(".venv")]


def test_the_wheel_holds_the_package_and_its_data_once(built: tuple[Path, Path]) -> None:
    with zipfile.ZipFile(built[1]) as archive:
        names = archive.namelist()
    for folder in ("seeds", "themes"):
        inside = f"fr_reader/_data/{folder}/"
        assert {name.removeprefix(inside) for name in names if name.startswith(inside)} == data(
            folder
        )
    tops = {name.partition("/")[0] for name in names}
    assert {top for top in tops if not top.endswith((".dist-info", ".data"))} == {"fr_reader"}
    shared = {name.partition(".data/")[2] for name in names if ".data/" in name}
    assert shared == {"data/share/man/man1/fr-reader.1"}
    assert "fr_reader/py.typed" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_an_installed_wheel_finds_its_seeds_and_themes(installed: Path, tmp_path: Path) -> None:
    program = (
        "import fr_reader; from fr_reader.ingest import seeds;"
        "from fr_reader.resources import themes_folder;"
        "print(fr_reader.__file__);"
        "print(*[article.id for article in seeds()]);"
        "print(*sorted(path.name for path in themes_folder().glob('*.toml')))"
    )
    shown = run("-c", program, cwd=tmp_path, PYTHONPATH=str(installed)).splitlines()
    assert Path(shown[0]).is_relative_to(installed)
    assert shown[1].split() == sorted(path.stem for path in (ROOT / "seeds").glob("*.txt"))
    assert shown[2].split() == sorted(path.name for path in (ROOT / "themes").glob("*.toml"))


def test_an_installed_wheel_opens_a_project_with_the_seeds(installed: Path, tmp_path: Path) -> None:
    command = ("-m", "fr_reader", "articles", "--format", "jsonl")
    shown = run(
        *command, cwd=tmp_path, PYTHONPATH=str(installed), FR_READER_DATA=str(tmp_path / "data")
    )
    assert '"publisher": "the Citizen"' in shown
    script = (installed / "bin" / "fr-reader").read_text(encoding="utf-8")
    assert "from fr_reader.cli import main" in script
