"""Where `fr-reader` begins, and where everything that can go wrong ends in one sentence."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from io import TextIOWrapper

import click

from fr_reader.cli.exit_codes import FAILED, INTERRUPTED, NOBODY_READS
from fr_reader.cli.output import say
from fr_reader.cli.root import root
from fr_reader.model import FrReaderError


def main() -> None:
    """Run the command line of this process and leave with its exit code."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Do what `arguments` ask; the exit code. 2 is an error the user can mend, told on stderr.

    No garbage is collected while modules are imported: it would find none, and the first paint
    waits for it. Whoever works on enables it.
    """
    gc.disable()
    try:
        return _run(arguments)
    finally:
        gc.enable()


def _run(arguments: Sequence[str]) -> int:
    _prepare_streams()
    try:
        code = root.main(list(arguments), prog_name="fr-reader", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Abort:
        return INTERRUPTED
    except click.ClickException as error:
        say(error.format_message())
        return FAILED
    except FrReaderError as error:
        say(str(error))
        return FAILED
    except BrokenPipeError:
        _silence_stdout()
        return NOBODY_READS
    except OSError as error:
        _silence_stdout()
        where = f"{error.filename}: " if error.filename else ""
        say(f"{where}{error.strerror or error}")
        return FAILED
    return code if isinstance(code, int) else 0


def _prepare_streams() -> None:
    """Streams that are there and never raise, UTF-8 on stdout whatever the locale says."""
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    if isinstance(sys.stderr, TextIOWrapper):
        sys.stderr.reconfigure(errors="backslashreplace")


def _silence_stdout() -> None:
    """What is still waiting to be written goes nowhere, so that Python's own exit is quiet."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
