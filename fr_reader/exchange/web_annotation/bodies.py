"""What Web Annotations of other programs say of their passage, as codes, speakers and memos.

Tags become codes, what is identified by its name a speaker, everything else that is text a memo.
An annotation with several tags becomes one annotation for each, the memo with the first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from fr_reader.exchange.foreign import Named, coder_name, stable_id, time_of
from fr_reader.exchange.losses import Losses
from fr_reader.exchange.web_annotation.selecting import address, listed
from fr_reader.model.json_value import encode

_TAGS = ("tagging", "classifying")
_NOBODY = "web annotation"
_HIGHLIGHT = "highlight"


@dataclass(frozen=True, slots=True)
class Said:
    """One annotation to be: its id, and a code, a speaker, or a memo alone."""

    id: str
    code: str = ""
    speaker: str = ""
    memo: str = ""


def what_is_said(item: dict[str, Any], named: Named, losses: Losses) -> list[Said]:
    """The annotations that `item` stands for, at least one."""
    codes: list[str] = []
    speakers: list[str] = []
    memos: list[str] = []
    for purpose, text in _bodies(item, losses):
        if purpose in _TAGS:
            codes.append(named.code(text))
        elif purpose == "identifying":
            speakers.append(named.speaker(text))
        else:
            memos.append(text)
    memo = "\n\n".join(memos)
    if not (codes or speakers or memo.strip()):
        codes.append(named.code(_HIGHLIGHT))
    own = address(item) or encode(item).decode("utf-8", "surrogatepass")
    bodies = [*((code, "") for code in dict.fromkeys(codes))]
    bodies += [("", speaker) for speaker in dict.fromkeys(speakers)]
    return [
        Said(stable_id(own, str(number)), code, speaker, "" if number else memo)
        for number, (code, speaker) in enumerate(bodies or [("", "")])
    ]


def _bodies(item: dict[str, Any], losses: Losses) -> Iterator[tuple[str, str]]:
    """The purpose and the text of each body."""
    motivation = next((m for m in listed(item.get("motivation")) if isinstance(m, str)), "")
    for body in _flat(listed(item.get("body"))):
        if isinstance(body, str):
            yield motivation if motivation in _TAGS else "linking", body
            continue
        purpose = next((p for p in listed(body.get("purpose")) if isinstance(p, str)), motivation)
        value = body.get("value")
        if isinstance(value, str) and value.strip():
            yield purpose, value
        elif found := address(body.get("source")) or address(body):
            yield purpose if purpose in _TAGS else "linking", found
        else:
            losses.add("bodies", "left out, since they hold neither text nor an address")
    for text in (item.get("bodyValue"), item.get("text")):
        if isinstance(text, str) and text.strip():
            yield motivation if motivation in _TAGS else "commenting", text
    for tag in listed(item.get("tags")):
        if isinstance(tag, str) and tag.strip():
            yield "tagging", tag


def _flat(bodies: list[Any]) -> Iterator[Any]:
    """The bodies, those of choices and lists one by one."""
    for body in bodies:
        inner = body.get("items") if isinstance(body, dict) else None
        if isinstance(inner, list):
            yield from (each for each in inner if isinstance(each, str | dict))
        elif isinstance(body, str | dict):
            yield body


def coder_of(item: dict[str, Any]) -> str:
    """The name of who made the annotation."""
    for creator in [*listed(item.get("creator")), item.get("user")]:
        names = [creator]
        if isinstance(creator, dict):
            names = [creator.get(key) for key in ("name", "nickname", "nick", "id")]
        name = next((n for each in names for n in listed(each) if isinstance(n, str) and n), "")
        if name:
            return coder_name(name.removeprefix("acct:"), _NOBODY)
    return _NOBODY


def times_of(item: dict[str, Any]) -> tuple[str, str]:
    """When it was made and when it was last changed."""
    created = item.get("created")
    modified = item.get("modified", item.get("updated", created))
    return time_of(created), time_of(modified if modified is not None else created)
