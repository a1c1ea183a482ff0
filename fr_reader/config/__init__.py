"""The user's settings: one table of them, the file they are kept in, and what is in effect."""

from fr_reader.config.effective import FILE, Settings, load
from fr_reader.config.table import SETTINGS, Setting

__all__ = ["FILE", "SETTINGS", "Setting", "Settings", "load"]
