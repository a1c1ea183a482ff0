"""Telling the user something in passing: never as markup, never as a command to the terminal."""

from __future__ import annotations

from typing import Any, Literal

from textual.app import App

from fr_reader.model import visible_lines


def tell(
    app: App[Any],
    message: str,
    title: str = "",
    severity: Literal["information", "warning", "error"] = "information",
    timeout: float = 0,
) -> None:
    """Show a message for a while, in seconds; by default trouble stays longer."""
    timeout = timeout or (4 if severity == "information" else 12)
    app.notify(
        visible_lines(message), title=title, severity=severity, timeout=timeout, markup=False
    )
