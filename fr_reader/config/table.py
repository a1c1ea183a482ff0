"""The one table of settings: docs, `fr-reader config` and the checks are made of it."""

from __future__ import annotations

from dataclasses import dataclass

from fr_reader.config.kinds import Kind, choice, encoding, folder, share, truth, whole, words


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing the user may set.

    `default` is None where the default depends on the machine; `otherwise` says in words what
    holds then. `option` is the option of the command line that comes before it, or empty.
    """

    key: str
    kind: Kind
    default: object
    otherwise: str
    help: str
    example: str
    option: str = ""

    @property
    def variable(self) -> str:
        """The environment variable that comes before the file."""
        return f"FR_READER_{self.key.upper()}"


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "coder",
        words,
        None,
        "your login name",
        "The name you annotate under.",
        '"zadie"',
        "--coder",
    ),
    Setting(
        "project",
        folder,
        None,
        "the folder project in the data folder",
        "The project that opens where none is named; it is made when it is not there.",
        '"~/studies/policing"',
        "--project",
    ),
    Setting(
        "encoding",
        encoding,
        None,
        "found out for each file",
        "The encoding text files are read in.",
        '"cp1252"',
        "--encoding",
    ),
    Setting(
        "notes",
        folder,
        None,
        "the folder you start fr-reader in",
        "The folder the app proposes for notes it exports.",
        '"~/notes"',
    ),
    Setting(
        "theme",
        words,
        "paper",
        "paper",
        "The theme to begin with. One chosen in the app holds until you set another one here.",
        '"lamplight"',
    ),
    Setting(
        "keys",
        choice("default", "vim", "emacs"),
        "default",
        "default",
        "The set of keys; those in keys.toml come before it.",
        '"vim"',
    ),
    Setting(
        "style",
        choice(
            *("fr-reader", "apa", "mla", "chicago", "chicago-short"),
            *("pandoc", "footnote", "wikilink"),
        ),
        "fr-reader",
        "fr-reader",
        "The style to cite in. One chosen in the app holds until you set another one here.",
        '"apa"',
    ),
    Setting(
        "width",
        whole(40, 100),
        78,
        "78",
        "How many columns of text a line has at the most.",
        "66",
    ),
    Setting(
        "suggestions",
        truth,
        True,
        "true",
        "Whether speakers, claims and concerns that were found are proposed for review; "
        "quotations are marked either way.",
        "false",
    ),
    Setting(
        "confidence",
        share,
        0.0,
        "0",
        "How sure a suggestion must be to be proposed, from 0 to 1.",
        "0.7",
    ),
    Setting(
        "profile",
        choice("commonmark", "obsidian", "logseq"),
        "commonmark",
        "commonmark",
        "The program exported notes are written for.",
        '"obsidian"',
        "--profile",
    ),
    Setting(
        "blind",
        truth,
        False,
        "false",
        "Whether the app hides what other coders annotated in an article until you have marked it "
        "done.",
        "true",
    ),
)
"""All settings, in the order they are shown."""
