"""Keys as people write them, as they are kept, and as terminals send them."""

from __future__ import annotations

import string

import pytest
from textual.binding import Binding

from fr_reader.app.commands.key_names import KeyNameError, key_face, name_of, read_key, real_keys

GOOD = {
    "c": "c",
    "C": "C",
    "é": "é",
    "shift+c": "C",
    "?": "?",
    "question_mark": "?",
    ",": "comma",
    "comma": "comma",
    " ": "space",
    "+": "+",
    "esc": "escape",
    "PgDn": "pagedown",
    "⏎": "enter",
    "^r": "ctrl+r",
    "^": "^",
    "ctrl+X": "ctrl+x",
    "Ctrl+/": "ctrl+slash",
    "ctrl+space": "ctrl+space",
    "alt+W": "alt+shift+w",
    "shift+ctrl+left": "ctrl+shift+left",
    "F5": "f5",
}
BAD = {
    "": "[] unbinds",
    "spcae": "did you mean space?",
    "ctrl+pgdwn": "did you mean ctrl+pagedown?",
    "C-x": "did you mean ctrl+x?",
    "<a-x>": "did you mean alt+x?",
    "cmd+x": "write the character itself",
    "alt+<": "terminals send < alone",
    "ctrl+i": "terminals send tab",
    "ctrl+[": "terminals send escape",
    "\x1b": "there is no key",
    "gg": "there is no key gg",
}


@pytest.mark.parametrize(("written", "kept"), GOOD.items())
def test_a_key_is_kept_by_one_name(written: str, kept: str) -> None:
    assert read_key(written) == kept
    assert read_key(kept) == kept
    assert read_key(key_face(kept)) == kept


@pytest.mark.parametrize(("written", "advice"), BAD.items())
def test_what_is_no_key_is_told_with_what_to_write(written: str, advice: str) -> None:
    with pytest.raises(KeyNameError) as error:
        read_key(written)
    assert advice in str(error.value)
    assert "\x1b" not in str(error.value)


@pytest.mark.parametrize("character", [c for c in string.printable.strip() + "é“" if c != ","])
def test_characters_are_named_as_textual_names_them(character: str) -> None:
    (binding,) = Binding.make_bindings([Binding(character, "nothing")])
    assert name_of(character) == binding.key


def test_what_plain_terminals_send_for_a_key_is_bound_with_it() -> None:
    assert real_keys("ctrl+slash") == ("ctrl+slash", "ctrl+underscore")
    assert real_keys("alt+f") == ("alt+f", "ctrl+right")
    assert real_keys("?") == ("question_mark",)
