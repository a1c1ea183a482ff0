"""Everything the user can do, in one table, and what is made from it."""

from fr_reader.app.commands.command import Command
from fr_reader.app.commands.hinted import hinted
from fr_reader.app.commands.key_names import key_face
from fr_reader.app.commands.keymap import Keymap, keymap_of
from fr_reader.app.commands.table import COMMANDS, commands_of, helped

__all__ = [
    "COMMANDS",
    "Command",
    "Keymap",
    "commands_of",
    "helped",
    "hinted",
    "key_face",
    "keymap_of",
]
