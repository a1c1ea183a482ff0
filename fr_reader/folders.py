"""Where data and configuration live on this system, and who is at work."""

from __future__ import annotations

import os
from pathlib import Path

from fr_reader.model import StoreError, slug, visible

_APP = "fr-reader"


def data_folder() -> Path:
    """The folder of projects and of what else is kept; FR_READER_DATA overrides it.

    Raises StoreError where that begins with a `~` nobody answers to.
    """
    if chosen := _chosen("FR_READER_DATA"):
        return chosen
    from platformdirs import user_data_path  # noqa: PLC0415 - 20 ms, not always needed

    return user_data_path(_APP, appauthor=False)


def config_folder() -> Path:
    """The folder of the user's keymap and themes; FR_READER_CONFIG overrides it.

    Raises StoreError where that begins with a `~` nobody answers to.
    """
    if chosen := _chosen("FR_READER_CONFIG"):
        return chosen
    from platformdirs import user_config_path  # noqa: PLC0415 - 20 ms, not always needed

    return user_config_path(_APP, appauthor=False)


def _chosen(variable: str) -> Path | None:
    """The folder named in the environment, or None. Raises StoreError for an unknown `~user`."""
    written = os.environ.get(variable)
    try:
        return Path(written).expanduser().absolute() if written else None
    except RuntimeError:
        raise StoreError(
            f"{variable} is {visible(written or '')}, and nobody has that home: "
            "write the folder's whole path"
        ) from None


def default_project() -> Path:
    """The project that opens where none is named."""
    return data_folder() / "project"


def default_coder(chosen: str | None = None) -> str:
    """Who annotates: FR_READER_CODER, else the one `chosen`, else the login name, else "me".

    Always a safe name.
    """
    name = os.environ.get("FR_READER_CODER", "").strip() or chosen or _login()
    return slug(name).replace("untitled-", "coder-", 1) if name else "me"


def _login() -> str:
    import getpass  # noqa: PLC0415 - imports termios and pwd

    try:
        return getpass.getuser().strip()
    except (OSError, KeyError, ImportError):
        return ""
