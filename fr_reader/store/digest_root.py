"""The root of a digest: all there is of it but its rows, in parts that are kept one by one."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import accumulate

from fr_reader.model.json_value import decode, encode
from fr_reader.store.listing import UNKNOWN, Listing, Stamp
from fr_reader.store.sums import Sums, as_json, of_json
from fr_reader.text.sketches import Group

ROOT, PATHS, STAMPS, SUMS = "root", "paths", "stamps", "sums"
GROUPS, SKETCHES = "groups", "sketches"
SHELVES = tuple(f"articles {number}" for number in range(64))
"""The parts with what is known about articles, each on the shelf that its id is hashed to."""


@dataclass(frozen=True, slots=True)
class Made:
    """What is remembered of an article: a value, the numbers that are added up, and by what its
    text is told from others: `text` is something else for another text, and empty where it is not
    to be compared, `sketch` as `text.sketches` takes it."""

    value: bytes = b""
    sums: Sums = field(default_factory=dict)
    text: str = ""
    sketch: bytes = b""


NOTHING = Made()
Known = tuple[str, str, str]
"""What was known about an article when it was made, the hash of its row, and `Made.text`."""


@dataclass(slots=True)
class Copies:
    """The groups of articles that are copies of one another, each with the hash of its row, and
    what is counted of them in another way: `out` is the sum of what their articles come to,
    `into` of what the groups do. `known` is False where that was never found out."""

    groups: dict[Group, str] = field(default_factory=dict)
    out: Sums = field(default_factory=dict)
    into: Sums = field(default_factory=dict)
    known: bool = False


@dataclass(slots=True)
class Root:
    """All there is of a digest but its rows; `news` are rows that are not saved yet.

    `entries` is the stamp of the file with what is known about the articles, `saved` the hash the
    root has in the file, and `hashes` those of its parts. `listing`, `shelves` and `sketches` are
    read only where they are needed; `before` are the sketches that articles had when the groups
    were found, of those whose text is another one now, or was made or gone since. `stale` are
    parts that are not in the file as they are.
    """

    form: str
    entries: Stamp = UNKNOWN
    listing: Listing | None = None
    sums: Sums = field(default_factory=dict)
    copies: Copies = field(default_factory=Copies)
    shelves: dict[str, dict[str, Known]] = field(default_factory=dict)
    sketches: dict[str, bytes] | None = None
    before: dict[str, bytes] = field(default_factory=dict)
    saved: bytes = b""
    hashes: dict[str, str] = field(default_factory=dict)
    stale: set[str] = field(default_factory=set)
    news: dict[bytes, bytes] = field(default_factory=dict)


def encoded(root: Root, name: str) -> bytes:
    """A part of the root, as it is kept."""
    listing = root.listing or Listing()
    if name == PATHS:
        return "\0".join(listing.paths).encode("utf-8", "surrogatepass")
    if name == STAMPS:
        return listing.stamps.tobytes()
    if name == SUMS:
        copies = root.copies
        return encode([as_json(sums) for sums in (root.sums, copies.out, copies.into)])
    if name == GROUPS:
        rows = [[list(group), check] for group, check in root.copies.groups.items()]
        return encode([root.copies.known, rows])
    if name == SKETCHES:
        found = root.sketches or {}
        lengths = [len(sketch) for sketch in found.values()]
        return encode([list(found), lengths]) + b"\n" + b"".join(found.values())
    return encode(root.shelves.get(name, {}))


def sketches_in(packed: bytes) -> dict[str, bytes]:
    if not packed:
        return {}
    names, _, sketches = packed.partition(b"\n")
    keys, lengths = decode(names)
    ends = list(accumulate(lengths, initial=0))
    places = zip(keys, ends, ends[1:], strict=False)
    return {key: sketches[start:end] for key, start, end in places}


def decoded(form: str, entries: Stamp, parts: Mapping[str, bytes]) -> Root:
    """The root, of its sums and groups; the rest is read where it is needed."""
    counted, out, into = map(of_json, decode(parts[SUMS]))
    known, rows = decode(parts[GROUPS])
    copies = Copies({tuple(group): check for group, check in rows}, out, into, known)
    return Root(form, entries, None, counted, copies)


def listing_in(paths: bytes, stamps: bytes) -> Listing:
    """The listing, of the parts that hold it."""
    names = paths.decode("utf-8", "surrogatepass").split("\0")
    return Listing(names, array("q", stamps))
