"""Sets of keys for people who come from another program: data, laid over the table of commands.

A command that is not named keeps the keys of the table. No command waits for a second key, so
what takes two keys elsewhere (`gg`, `ctrl+x ctrl+c`) has one here.
"""

from __future__ import annotations

from collections.abc import Mapping

Keys = Mapping[str, tuple[str, ...]]
"""Keys by the ids of commands."""

_SHARED = ("codebook", "speakers")
"""The screens of what all articles share, which have the same keys for the same things."""
_LISTS = (*_SHARED, "overview", "passages")
"""The screens that go through a list in the same way."""

_VIM: Keys = {
    **{f"{place}.page-down": ("ctrl+f", "ctrl+d", "pagedown") for place in _LISTS},
    **{f"{place}.page-up": ("ctrl+b", "ctrl+u", "pageup") for place in _LISTS},
    "app.palette": (":", "ctrl+p"),
    "app.search": ("alt+s",),
    "library.open": ("enter", "l"),
    "reader.next-word": ("w", "e", "W", "ctrl+right"),
    "reader.previous-word": ("b", "B", "ctrl+left"),
    "reader.page-down": ("ctrl+f", "ctrl+d", "pagedown"),
    "reader.page-up": ("ctrl+b", "ctrl+u", "pageup"),
    "reader.remove": ("d", "D", "delete"),
    "review.page-down": ("ctrl+f", "ctrl+d", "pagedown"),
    "review.page-up": ("ctrl+b", "ctrl+u", "pageup"),
    "settle.page-down": ("ctrl+f", "ctrl+d", "pagedown"),
    "settle.page-up": ("ctrl+b", "ctrl+u", "pageup"),
}
_EMACS_MOVES: Keys = {
    "down": ("ctrl+n", "down"),
    "up": ("ctrl+p", "up"),
    "top": ("<", "home"),
    "bottom": (">", "end"),
    "page-down": ("ctrl+v", "pagedown"),
    "page-up": ("alt+v", "pageup"),
    "back": ("ctrl+g", "escape"),
}
_EMACS_LIST: Keys = {
    **_EMACS_MOVES,
    "find": ("ctrl+s", "/"),
    "remove": ("ctrl+d", "d", "delete"),
    "undo": ("ctrl+slash", "u"),
    "redo": ("U",),
}
_EMACS: Keys = {
    **{f"{place}.{name}": keys for place in _SHARED for name, keys in _EMACS_LIST.items()},
    **{f"{place}.{name}": keys for place in _LISTS for name, keys in _EMACS_MOVES.items()},
    "overview.left": ("ctrl+b", "left"),
    "overview.right": ("ctrl+f", "right"),
    "overview.filter": ("ctrl+s", "/"),
    "passages.find": ("ctrl+s", "/"),
    "app.help": ("?", "f1"),
    "app.search": ("alt+s",),
    "app.palette": ("alt+x", ":"),
    "library.down": ("ctrl+n", "down"),
    "library.up": ("ctrl+p", "up"),
    "library.top": ("<", "home"),
    "library.bottom": (">", "end"),
    "reader.next-paragraph": ("ctrl+n", "down", "}"),
    "reader.previous-paragraph": ("ctrl+p", "up", "{"),
    "reader.next-character": ("ctrl+f", "right"),
    "reader.previous-character": ("ctrl+b", "left"),
    "reader.next-word": ("alt+f",),
    "reader.previous-word": ("alt+b",),
    "reader.next-sentence": ("alt+e", ")"),
    "reader.previous-sentence": ("alt+a", "("),
    "reader.page-down": ("ctrl+v", "pagedown"),
    "reader.page-up": ("alt+v", "pageup"),
    "reader.first": ("<", "home"),
    "reader.last": (">", "end"),
    "reader.find": ("ctrl+s", "/"),
    "reader.select": ("ctrl+space", "v"),
    "reader.copy": ("alt+w", "y"),
    "reader.copy-words": ("alt+shift+w", "Y"),
    "reader.remove": ("ctrl+d", "d", "delete"),
    "reader.undo": ("ctrl+slash", "u"),
    "reader.redo": ("U",),
    "reader.nudge-forward": ("alt+n",),
    "reader.nudge-back": ("alt+p",),
    "reader.back": ("ctrl+g", "escape"),
    "review.down": ("ctrl+n", "down"),
    "review.up": ("ctrl+p", "up"),
    "review.page-down": ("ctrl+v", "pagedown"),
    "review.page-up": ("alt+v", "pageup"),
    "review.remove": ("ctrl+d", "d", "delete"),
    "review.undo": ("ctrl+slash", "u"),
    "review.back": ("ctrl+g", "escape", "q"),
    "settle.down": ("ctrl+n", "down"),
    "settle.up": ("ctrl+p", "up"),
    "settle.page-down": ("ctrl+v", "pagedown"),
    "settle.page-up": ("alt+v", "pageup"),
    "settle.undo": ("ctrl+slash", "u"),
    "settle.back": ("ctrl+g", "escape", "q"),
}

PRESETS: Mapping[str, Keys] = {"default": {}, "vim": _VIM, "emacs": _EMACS}
"""The presets by their names. `alt+<` arrives as `<` in a terminal, so emacs has that."""
