"""XML that means harm, made up here, is refused in a sentence."""

from __future__ import annotations

import codecs

import pytest

from fr_reader.model import InputError
from fr_reader.safely.xml import MOST_DEPTH, parse

_LAUGHS = b"""<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>"""
_OUTSIDE = b"""<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><x>&a;</x>"""


def test_plain_xml_is_read() -> None:
    assert parse(b"<a><b>made up</b></a>", "made-up.xml").findtext("b") == "made up"
    marked = codecs.BOM_UTF8 + "<a>é</a>".encode()
    assert parse(marked, "made-up.xml").text == "é"
    assert parse("<a>é</a>".encode("utf-16"), "made-up.xml").text == "é"


@pytest.mark.parametrize("dtd", [False, True])
@pytest.mark.parametrize("data", [_LAUGHS, _OUTSIDE])
def test_entities_are_refused(data: bytes, dtd: bool) -> None:
    with pytest.raises(InputError, match=r"made-up\.xml declares entities"):
        parse(data, "made-up.xml", dtd=dtd)


def test_a_document_type_is_refused_unless_it_is_asked_for() -> None:
    data = b'<!DOCTYPE html PUBLIC "-//made//up" "http://made.up/"><html/>'
    with pytest.raises(InputError):
        parse(data, "made-up.xml")
    assert parse(data, "made-up.xml", dtd=True).tag == "html"


@pytest.mark.parametrize(
    "data", [b"", b"no xml", b"<a>", b"<a></b>", b"\xff\xfe\xfd", b'<?xml encoding="nope"?><a/>']
)
def test_what_is_no_xml_is_one_sentence(data: bytes) -> None:
    with pytest.raises(InputError, match=r"made-up\.xml is not well-formed"):
        parse(data, "made-up.xml")


def test_deep_nesting_is_refused() -> None:
    deep = MOST_DEPTH + 1
    with pytest.raises(InputError, match="nested too deeply"):
        parse(b"<a>" * deep + b"</a>" * deep, "made-up.xml")
