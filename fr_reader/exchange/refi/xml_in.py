"""Elements as they are read: by their local names, whatever the namespace of the file is."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element


def local(element: Element) -> str:
    """The name of an element without its namespace; old files have others, or none."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: Element | None, *names: str) -> Iterator[Element]:
    """The elements right inside one that have one of these names, in their order."""
    for child in element if element is not None else ():
        if local(child) in names:
            yield child


def child(element: Element | None, name: str) -> Element | None:
    """The first element of this name right inside one, or None."""
    return next(children(element, name), None)


def words(element: Element | None) -> str:
    """What stands in an element, without white space around it; empty where there is none."""
    return (element.text or "").strip() if element is not None else ""


def described(element: Element) -> str:
    """The description of an element, as it is; empty where it is blank."""
    found = child(element, "Description")
    text = (found.text or "") if found is not None else ""
    return text if text.strip() else ""


def references(element: Element, name: str) -> Iterator[str]:
    """The GUIDs that the elements of this name right inside one point at."""
    for found in children(element, name):
        yield found.get("targetGUID", "")
