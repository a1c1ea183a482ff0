"""The command line: everything the app does, without a screen, and the way into the app.

`root` has the table of commands; each lives in a module of its own that is imported only when
the command runs, so that `fr-reader --help` stays quick.
"""

from fr_reader.cli.entry import main, run

__all__ = ["main", "run"]
