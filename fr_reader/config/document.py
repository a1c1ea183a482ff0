"""The table of settings for the docs, made from the table of settings."""

from __future__ import annotations

from fr_reader.config.table import SETTINGS


def settings_table() -> str:
    """All settings as one markdown table."""
    rows = [
        f"| `{s.key}` | {s.help} | `{s.key} = {s.example}` | {s.otherwise} "
        f"| `{s.variable}`{f', `{s.option}`' if s.option else ''} |"
        for s in SETTINGS
    ]
    heads = "| Setting | What it is | For example | Without it | Comes before the file |"
    return "\n".join([heads, "| --- | --- | --- | --- | --- |", *rows]) + "\n"
