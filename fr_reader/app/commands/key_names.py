"""The names of keys: how people may write them, and how Textual and terminals call them.

A key is kept as the character it types, or as a name such as `f5`, `space` or `ctrl+x`.
"""

from __future__ import annotations

import difflib
import re
import string
import unicodedata
from functools import cache

from fr_reader.model import FrReaderError, visible

_MODIFIERS = ("alt", "ctrl", "hyper", "meta", "shift", "super")
_NAMES = (
    *("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete"),
    *("backspace", "tab", "enter", "escape", "space", "comma"),
    *(f"f{number}" for number in range(1, 25)),
)
_ALIASES = {
    "return": "enter",
    "esc": "escape",
    "del": "delete",
    "ins": "insert",
    "spc": "space",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "page_up": "pageup",
    "page_down": "pagedown",
    "⏎": "enter",
    "↑": "up",
    "↓": "down",
    "←": "left",
    "→": "right",
}
"""Further names, among them all faces the app shows keys by."""
_REPLACED = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
_ONE_AND_THE_SAME = {
    "ctrl+i": "tab",
    "ctrl+m": "enter",
    "ctrl+h": "backspace",
    "ctrl+left_square_bracket": "escape",
}
_TWINS = {
    "ctrl+space": "ctrl+@",
    "ctrl+slash": "ctrl+underscore",
    "alt+f": "ctrl+right",
    "alt+b": "ctrl+left",
}
"""What terminals without the keyboard protocol of kitty send for a key, as Textual calls it."""
_OTHER_NOTATION = re.compile(r"<?([CcMmAa])-(\S)>?")


class KeyNameError(FrReaderError):
    """A key that does not exist or that terminals cannot send; says what to write instead."""


@cache
def name_of(character: str) -> str:
    """The name Textual has for the key of a character: `question_mark` for `?`, `c` for `c`."""
    if character.isalnum():
        return character
    name = unicodedata.name(character, character).lower().replace("-", "_").replace(" ", "_")
    return _REPLACED.get(name, name)


@cache
def _characters() -> dict[str, str]:
    """The ASCII characters that are neither letters nor digits, by their names."""
    return {name_of(character): character for character in string.punctuation}


def read_key(written: str) -> str:
    """A key as it is kept, from what somebody wrote. Raises KeyNameError."""
    key = re.sub(r"^\^(?=.)", "ctrl+", written)
    *modifiers, base = [key] if len(key) == 1 else re.split(r"\+(?=.)", key.strip())
    modifiers = sorted({modifier.lower() for modifier in modifiers})
    if not key.strip() and key != " ":
        raise KeyNameError("an empty name is no key: [] unbinds a command")
    unknown = [modifier for modifier in modifiers if modifier not in _MODIFIERS]
    found = _base(base)
    if unknown or found is None:
        raise _unknown(written)
    return _joined(modifiers, found) if modifiers else found


def _base(base: str) -> str | None:
    """A key without modifiers; None where there is no such key."""
    if len(base) == 1 and base not in _ALIASES:
        named = {" ": "space", ",": "comma", "\t": "tab", "\r": "enter", "\n": "enter"}
        return named.get(base) or (base if base.isprintable() else None)
    name = _ALIASES.get(base.lower(), base.lower())
    return name if name in _NAMES else _characters().get(name)


def _joined(modifiers: list[str], base: str) -> str:
    """Modifiers and a key as terminals send them. Raises KeyNameError where none does."""
    if len(base) == 1 and base.isalpha():
        if modifiers == ["shift"]:
            return base.upper()
        if base.isupper() and "ctrl" not in modifiers:
            modifiers = sorted({*modifiers, "shift"})
        base = base.lower()
    elif len(base) == 1 or base in ("comma", "space"):
        if modifiers != ["ctrl"]:
            shown = {"comma": ",", "space": "space"}.get(base, base)
            raise KeyNameError(f"terminals send {shown} alone for {'+'.join(modifiers)}+{shown}")
        base = name_of(base) if len(base) == 1 else base
    key = "+".join([*modifiers, base])
    if key in _ONE_AND_THE_SAME:
        raise KeyNameError(f"terminals send {_ONE_AND_THE_SAME[key]} for {key}: write that")
    return key


def _unknown(written: str) -> KeyNameError:
    shown = visible(written)
    if other := _OTHER_NOTATION.fullmatch(written):
        near = f"{'ctrl' if other[1] in 'Cc' else 'alt'}+{other[2]}"
        return KeyNameError(f"there is no key {shown}: did you mean {near}?")
    head, plus, base = written.rpartition("+")
    names = [*_NAMES, *_characters()]
    close = difflib.get_close_matches(base.lower(), names, n=1)
    if not close and plus:
        close, head = difflib.get_close_matches(written.lower(), names, n=1), ""
    advice = (
        f"did you mean {head + plus if head else ''}{close[0]}?"
        if close
        else "write the character itself, or a name such as ctrl+x, alt+x, f5 or space"
    )
    return KeyNameError(f"there is no key {shown}: {advice}")


def real_keys(key: str) -> tuple[str, ...]:
    """The names by which Textual may call a key that is kept as `key`."""
    name = name_of(key) if len(key) == 1 else key
    return (name, _TWINS[name]) if name in _TWINS else (name,)


def key_face(key: str) -> str:
    """How a key is shown to people: `ctrl+r` is `^r`, `enter` is `⏎`."""
    head, plus, base = key.rpartition("+") if len(key) > 1 else ("", "", key)
    shown = _FACES.get(base) or _characters().get(base, base)
    return (head + plus).replace("ctrl+", "^") + shown


_FACES = {
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "enter": "⏎",
    "escape": "esc",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "delete": "del",
    "ctrl+down": "^↓",
    "ctrl+up": "^↑",
}
