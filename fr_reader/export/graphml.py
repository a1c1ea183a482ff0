"""The network of who speaks of what: speakers and codes, as GraphML (graphml.graphdrawing.org).

A node for each speaker who said something and for each code that was given; an edge between a
speaker and a code whose passages they said, its `weight` the number of these passages. A passage
counts for a speaker when all of its words are theirs; where the coders do not agree who said it, it
counts for each of those named. Passages that are nobody's, or several people's, make no edge.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from fr_reader.export.counting import coded, edges, spoken
from fr_reader.export.gathering import Gathered
from fr_reader.model import Code, Speaker, visible_text

_KEYS = (
    ("node", "label", "string"),
    ("node", "kind", "string"),
    ("node", "role", "string"),
    ("node", "affiliation", "string"),
    ("node", "definition", "string"),
    ("node", "passages", "int"),
    ("node", "words", "int"),
    ("edge", "weight", "int"),
)


def graphml(gathered: Gathered) -> bytes:
    """The graph; the same evidence gives the same bytes."""
    return ("\n".join(_lines(gathered)) + "\n").encode()


def _lines(gathered: Gathered) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield (
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns '
        'http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">'
    )
    for of, name, kind in _KEYS:
        yield f'  <key id="{name}" for="{of}" attr.name="{name}" attr.type="{kind}"/>'
    yield '  <graph id="speakers-and-codes" edgedefault="undirected">'
    names = dict[Speaker | Code, str]()
    for speaker, (passages, words) in spoken(gathered).items():
        names[speaker] = f"s{len(names) + 1}"
        about = {"role": speaker.role, "affiliation": speaker.affiliation}
        counts = {"passages": passages, "words": words}
        yield from _node(
            names[speaker], {"label": speaker.name, "kind": "speaker"} | about | counts
        )
    for code, passages in coded(gathered).items():
        names[code] = f"c{len(names) + 1}"
        about = {"definition": code.definition}
        counts = {"passages": passages}
        yield from _node(names[code], {"label": code.name, "kind": "code"} | about | counts)
    for (speaker, code), weight in edges(gathered).items():
        yield f'    <edge source="{names[speaker]}" target="{names[code]}">'
        yield f"      {_data('weight', weight)}"
        yield "    </edge>"
    yield from ("  </graph>", "</graphml>")


def _node(name: str, values: dict[str, str | int]) -> Iterator[str]:
    yield f"    <node id={quoteattr(name)}>"
    for key, value in values.items():
        if value != "":
            yield f"      {_data(key, value)}"
    yield "    </node>"


def _data(key: str, value: str | int) -> str:
    """One value; characters XML cannot hold are shown as symbols."""
    return f'<data key="{key}">{escape(visible_text(str(value)))}</data>'
